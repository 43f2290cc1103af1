internal import Glibc
internal import Locking
public import Logging

/// A PostgreSQL server of our own, made from the installed programs, reached through a socket only we can open.
///
/// The first process to start a cluster owns it: it watches the server and brings it up again when it dies. Others on
/// the same directory are its guests. When the owner stops or dies, the server stays for the guests, and one of them
/// becomes the owner; whoever leaves last stops it.
public final class PrivateCluster: Sendable {
    /// The superuser.
    public static let owner = "liban_owner"
    /// The database that is there from the start.
    public static let database = "liban"

    private struct State {
        // Nil for a guest.
        var keeper: ClusterKeeper?
        // Nil for an owner from the start.
        var heir: ClusterHeir?
        // Nil once stopped.
        var users: UsersLock?
    }

    private let server: ClusterServer
    private let state: Locked<State>

    private var layout: ClusterLayout { server.layout }

    private init(server: ClusterServer, keeper: ClusterKeeper?, users: UsersLock) {
        self.server = server
        state = Locked(State(keeper: keeper, users: users))
    }

    /// Starts the cluster in `dataDirectory/postgres`, making it on the first run; blocks until it answers.
    ///
    /// Under root the server runs as the system user `postgres`; where that user cannot reach the directory, the
    /// cluster is under `/var/lib/liban` (the log says so). `extraSettings` are server settings such as `fsync`.
    public static func start(
        dataDirectory: String, extraSettings: [String: String] = [:], log: Logger
    ) throws(ClusterError) -> PrivateCluster {
        let account = try ServerAccount.current()
        let layout = try ClusterLayout(dataDirectory: dataDirectory, account: account, log: log)
        let server = ClusterServer(layout: layout, account: account, settings: extraSettings, log: log)
        let deadline = Moment.now.advanced(by: .seconds(30))
        let users = try UsersLock(layout.usersLock, until: deadline)
        do throws(ClusterError) {
            while true {
                if let lock = try OwnerLock(layout.ownerLock) {
                    return PrivateCluster(server: server, keeper: try own(server, lock), users: users)
                }
                // Another process owns it, and may be about to start it.
                if Postmaster.running(in: layout.data).map({ isReady($0, layout) }) == true, answers(layout, log) {
                    log.info("using the database of another process on \(dataDirectory)")
                    let guest = PrivateCluster(server: server, keeper: nil, users: users)
                    try guest.awaitInheritance()
                    return guest
                }
                guard Moment.now < deadline else {
                    throw ClusterError("another process holds \(layout.ownerLock), but its database does not answer")
                }
                usleep(20_000)
            }
        } catch {
            users.release()
            throw error
        }
    }

    private func awaitInheritance() throws(ClusterError) {
        // Not by a strong reference: who drops a guest without stopping it is gone.
        let heir = ClusterHeir { [weak self] in self?.inherit() ?? true }
        guard let heir else { throw ClusterError("the system gives no thread to watch the server's owner") }
        state.withLock { $0.heir = heir }
    }

    /// Takes the owner's place if it is free; true when there is nothing more to wait for.
    private func inherit() -> Bool {
        guard let lock = try? OwnerLock(layout.ownerLock) else { return false }
        do {
            let keeper = try Self.own(server, lock)
            server.log.info("the database's owner is gone; this process owns it now")
            state.withLock { $0.keeper = keeper }
            return true
        } catch {
            server.log.error("\(error)")
            return false
        }
    }

    private static func own(_ server: ClusterServer, _ lock: OwnerLock) throws(ClusterError) -> ClusterKeeper {
        do throws(ClusterError) {
            let postmaster = try server.bringUp()
            do throws(ClusterError) {
                try ensureDatabase(server.layout, server.log)
                return try ClusterKeeper(server: server, lock: lock, postmaster: postmaster)
            } catch {
                postmaster.end(SIGINT)
                _ = postmaster.waitForEnd(until: Moment.now.advanced(by: .seconds(10)))
                postmaster.release()
                throw error
            }
        } catch {
            lock.release()
            throw error
        }
    }

    /// Whether this process watches the server and stops it.
    public var isOwner: Bool { state.withLock { $0.keeper != nil } }

    /// Where the server's socket is.
    public var socketDirectory: String { layout.socketDirectory }

    /// Where the server writes its log.
    public var serverLog: String { layout.log }

    /// A libpq keyword string for `database` as `user`.
    public func conninfo(user: String = owner, database: String = database) -> String {
        Self.conninfo(layout, user: user, database: database)
    }

    private static func conninfo(_ layout: ClusterLayout, user: String = owner, database: String = database) -> String {
        [("host", layout.socketDirectory), ("port", "5432"), ("user", user), ("dbname", database)]
            .map { key, value in "\(key)='\(escaped(value))'" }.joined(separator: " ")
    }

    /// Leaves the server to others who use it, or, as the last one, closes it cleanly and waits until it is gone; open
    /// transactions are rolled back. Does nothing the second time.
    public func stop() {
        let (heir, users) = state.withLock { state in
            defer { state.users = nil }
            return (state.heir, state.users)
        }
        guard let users else { return }
        heir?.stop()
        // The owner may have left just now, and whoever leaves last has to stop what it left.
        if !isOwner { _ = inherit() }
        state.withLock { $0.keeper }?.stop(leavingServer: !users.isLast())
        users.release()
    }

    private static func isReady(_ postmaster: Postmaster, _ layout: ClusterLayout) -> Bool {
        defer { postmaster.release() }
        return Postmaster.isReady(postmaster.process, in: layout.data)
    }

    /// Whether our database takes connections.
    private static func answers(_ layout: ClusterLayout, _ log: Logger) -> Bool {
        (try? Link(conninfo: conninfo(layout), applicationName: "liban", connectTimeout: .seconds(2), log: log)) != nil
    }

    private static func ensureDatabase(_ layout: ClusterLayout, _ log: Logger) throws(ClusterError) {
        let link: Link
        do {
            link = try Link(
                conninfo: conninfo(layout, database: "postgres"), applicationName: "liban", connectTimeout: .seconds(5),
                log: log)
        } catch {
            throw ClusterError("the private database does not answer: \(error.reason)")
        }
        do {
            if try link.query("SELECT FROM pg_database WHERE datname = $1", [.text(database)]).isEmpty {
                try link.execute("CREATE DATABASE \(quoted(database))")
            }
        } catch {
            throw ClusterError("the database \(database) could not be created: \(error.reason)")
        }
    }

    private static func escaped(_ value: String) -> String {
        String(value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] })
    }
}
