internal import Glibc
public import Logging

/// A PostgreSQL server of our own, made from the installed programs, reached through a socket only we can open.
///
/// The first process to start a cluster owns it: it watches the server, brings it up again when it dies, and stops it.
/// Others on the same directory use the server as long as it runs. If the owner dies, the server stays, and the next
/// start takes it over.
public final class PrivateCluster: Sendable {
    /// The superuser.
    public static let owner = "liban_owner"
    /// The database that is there from the start.
    public static let database = "liban"

    private let layout: ClusterLayout
    // Nil for a guest.
    private let keeper: ClusterKeeper?

    private init(layout: ClusterLayout, keeper: ClusterKeeper?) {
        self.layout = layout
        self.keeper = keeper
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
        while true {
            if let lock = try OwnerLock(layout.ownerLock) { return try own(server, lock) }
            // Another process owns it, and may be about to start it, or about to stop it and let go.
            let guest = PrivateCluster(layout: layout, keeper: nil)
            if Postmaster.running(in: layout.data).map({ isReady($0, layout) }) == true, guest.answers(log) {
                log.info("using the database of another process on \(dataDirectory)")
                return guest
            }
            guard Moment.now < deadline else {
                throw ClusterError("another process holds \(layout.ownerLock), but its database does not answer")
            }
            usleep(20_000)
        }
    }

    private static func own(_ server: ClusterServer, _ lock: OwnerLock) throws(ClusterError) -> PrivateCluster {
        do throws(ClusterError) {
            let postmaster = try server.bringUp()
            do throws(ClusterError) {
                try ensureDatabase(server.layout, server.log)
                let keeper = try ClusterKeeper(server: server, lock: lock, postmaster: postmaster)
                return PrivateCluster(layout: server.layout, keeper: keeper)
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
    public var isOwner: Bool { keeper != nil }

    /// Where the server's socket is.
    public var socketDirectory: String { layout.socketDirectory }

    /// Where the server writes its log.
    public var serverLog: String { layout.log }

    /// A libpq keyword string for `database` as `user`.
    public func conninfo(user: String = owner, database: String = database) -> String {
        [("host", layout.socketDirectory), ("port", "5432"), ("user", user), ("dbname", database)]
            .map { key, value in "\(key)='\(Self.escaped(value))'" }.joined(separator: " ")
    }

    /// Closes the server cleanly and waits until it is gone; open transactions are rolled back. Does nothing for a
    /// guest, or twice.
    public func stop() { keeper?.stop() }

    private static func isReady(_ postmaster: Postmaster, _ layout: ClusterLayout) -> Bool {
        defer { postmaster.release() }
        return Postmaster.isReady(postmaster.process, in: layout.data)
    }

    /// Whether our database takes connections.
    private func answers(_ log: Logger) -> Bool {
        (try? Link(conninfo: conninfo(), applicationName: "liban", connectTimeout: .seconds(2), log: log)) != nil
    }

    private static func ensureDatabase(_ layout: ClusterLayout, _ log: Logger) throws(ClusterError) {
        let cluster = PrivateCluster(layout: layout, keeper: nil)
        let link: Link
        do {
            link = try Link(
                conninfo: cluster.conninfo(database: "postgres"), applicationName: "liban", connectTimeout: .seconds(5),
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
