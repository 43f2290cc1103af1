public import Logging
public import Postgres
public import Store
public import UseCases

/// Everything wired together: the database, the ports on it, and the use cases over the ports.
///
/// The server and every batch get theirs from `start` and give it back with `shutdown`.
public final class Installation: Sendable {
    public let store: PostgresStore
    public let secrets: SodiumSecrets
    public let clock: any WallClock
    public let directory: Directory
    public let desk: Desk
    public let reading: Reading
    public let accounts: Accounts
    public let audit: AuditLog
    public let ownAccount: OwnAccount
    public let accountAdministration: AccountAdministration
    public let reporter: Reporter
    public let editions: Editions
    public let programmes: Programmes
    public let handovers: Handovers
    public let changes: Changes
    let bell = ChangeBell()
    public let help: HelpReading
    public let registers: Registers
    public let statements: Statements
    public let fundOffice: FundOffice
    public let yearEnd: YearEnd
    public let offices: Offices
    public let sweep: Sweep
    public let checkpoints: Checkpoints
    /// Where the key is that checkpoints are signed with.
    public let checkpointKey: String
    public let pool: Pool
    let place: DatabasePlace
    let configuration: Configuration
    let log: Logger

    /// Brings the database up and wires the use cases.
    ///
    /// A private database is migrated on the way; an external one has to be migrated already.
    public static func start(
        _ configuration: Configuration, clock: any WallClock = SystemClock(), log: Logger
    ) async throws(BootFault) -> Installation {
        let place = try DatabasePlace.open(configuration, log: log)
        do throws(BootFault) {
            let pending = try await place.pendingMigrations(log: log)
            guard pending.isEmpty else { throw .migrationsPending(pending) }
            let installation = try Installation(place, configuration, clock: clock, log: log)
            // Searching without them finds less, which is no reason not to start.
            do { try await installation.store.addSearchKeys() } catch { log.error("no search keys: \(error)") }
            return installation
        } catch {
            place.close()
            throw error
        }
    }

    private init(
        _ place: DatabasePlace, _ configuration: Configuration, clock: any WallClock, log: Logger
    ) throws(BootFault) {
        var options = PoolOptions(conninfo: place.serviceConninfo)
        options.connections = configuration.connections
        options.setup = place.serviceSetup
        let pool = Pool(options, log: log)
        do { store = try PostgresStore(pool: pool, bell: bell) } catch { throw .program("\(error)") }
        do {
            let key = try SecretKey.load(configuration.signInKeyFile, fresh: SodiumSecrets.freshKey)
            secrets = try SodiumSecrets(sealingKey: key)
        } catch { throw .program("\(error)") }
        self.pool = pool
        self.clock = clock
        self.log = log
        self.place = place
        self.configuration = configuration
        directory = Directory(store: store, clock: clock)
        checkpointKey = configuration.checkpointKey
        checkpoints = Checkpoints(
            store: store, secrets: secrets, clock: clock, isSigned: SigningKey.isSigned)
        desk = Desk(projects: store, directory: directory, clock: clock)
        reading = Reading(
            projects: store, funds: store, directory: directory, clock: clock,
            checkpoints: checkpoints, editions: store)
        audit = AuditLog(store: store, clock: clock)
        accounts = Accounts(
            store: store, secrets: secrets, clock: clock, profile: configuration.signIn.profile)
        let common: CommonPasswords
        do { common = try Shipped.commonPasswords() } catch { throw .program("\(error)") }
        ownAccount = OwnAccount(store: store, accounts: accounts, directory: directory, common: common)
        accountAdministration = AccountAdministration(store: store, accounts: accounts, directory: directory)
        reporter = Reporter(
            projects: store, funds: store, directory: directory, checkpoints: checkpoints, editions: store)
        editions = Editions(store: store, clock: clock)
        programmes = Programmes(setup: store, directory: directory)
        handovers = Handovers(store: store, directory: directory, clock: clock)
        offices = Offices(setup: store, directory: directory, clock: clock)
        changes = Changes(store: store, clock: clock, bell: bell)
        help = HelpReading(store: store, clock: clock)
        registers = Registers(store: store, directory: directory, clock: clock)
        fundOffice = FundOffice(store: store, directory: directory, clock: clock)
        yearEnd = YearEnd(desk: desk, store: store)
        statements = Statements(store: store, funds: store, projects: store, directory: directory)
        sweep = Sweep(projects: store, store: store, directory: directory, clock: clock)
    }

    /// Hears commits of other processes, for all who follow changes here, until it is stopped.
    public func listenForChanges() -> ChangeListening {
        ChangeListening(conninfo: place.serviceConninfo, bell: bell, log: log)
    }

    /// Answers what is under way, closes the connections, and stops a private database of this process.
    public func shutdown() async {
        await pool.shutdown()
        place.close()
    }

    public var ledgerImport: LedgerImport {
        LedgerImport(desk: desk, projects: store, funds: store, directory: directory, clock: clock)
    }

    /// Has a directory of its own, so that a calendar that arrived a moment ago is not an older one that was kept.
    public var recomputation: Recomputation {
        Recomputation(
            desk: Desk(projects: store, directory: Directory(store: store, clock: clock), clock: clock), store: store)
    }

    /// The ports as the database's owner, for the administrator's commands; `body` must not keep them.
    func asOwner<Value>(_ body: (PostgresStore) async throws -> Value) async throws -> Value {
        var options = PoolOptions(conninfo: place.ownerConninfo)
        options.connections = 1
        let pool = Pool(options, log: log)
        do {
            let value = try await body(try PostgresStore(pool: pool))
            await pool.shutdown()
            return value
        } catch {
            await pool.shutdown()
            throw error
        }
    }
}
