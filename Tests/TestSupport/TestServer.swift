import Foundation
import Logging
import Postgres
import Store
import Synchronization

/// The PostgreSQL of one test process: a private throwaway cluster, or the server of `LIBAN_TEST_DATABASE_URL`.
///
/// The cluster lies in the temporary directory and goes when the process ends; what a killed process left behind is
/// cleared by the next. A server given by URL must be on this machine and take its superuser and `liban_service`
/// without a password; the template stays on it until the next process clears it.
final class TestServer: Sendable {
    static let serviceRole = "liban_service"
    static let gate = Gate(places: 8)
    static let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static let started = Task { try await TestServer.start() }
    /// For `atexit`, which takes no context.
    private static let running = Mutex<PrivateCluster?>(nil)
    private static let folder = parent.appendingPathComponent(
        "liban-test-\(ProcessInfo.processInfo.processIdentifier)")

    private let base: Base
    private let template: String
    private let administrator: Pool
    private let counter = Atomic<Int>(0)

    private enum Base {
        case cluster(PrivateCluster)
        case url(URLComponents)
    }

    /// The server, started on first use.
    static func shared() async throws -> TestServer { try await started.value }

    private init(base: Base) {
        self.base = base
        template = "liban_template_\(ProcessInfo.processInfo.processIdentifier)"
        var options = PoolOptions(conninfo: Self.conninfo(base, user: nil, database: "postgres"))
        options.connections = 1
        options.deadline = .seconds(60)
        options.statementTimeout = .seconds(60)
        administrator = Pool(options, log: Self.log)
    }

    private static func start() async throws -> TestServer {
        let server = TestServer(base: try base())
        // Shared by all databases of the server, so that a role left by another schema does not differ unseen.
        try await server.dropLeftovers()
        try await server.administer("CREATE DATABASE \(server.template) ENCODING 'UTF8' TEMPLATE template0")
        let migrator = Migrator(
            conninfo: server.conninfo(user: nil, database: server.template), migrations: try SQLLibrary.migrations(),
            log: log)
        _ = try await migrator.migrate()
        return server
    }

    private static func base() throws -> Base {
        if let text = ProcessInfo.processInfo.environment["LIBAN_TEST_DATABASE_URL"] {
            guard let url = URLComponents(string: text), isHere(url) else {
                throw TestServerError(reason: "LIBAN_TEST_DATABASE_URL must be a URL of this machine")
            }
            return .url(url)
        }
        clearLeftovers()
        let cluster = try PrivateCluster.start(
            dataDirectory: folder.path,
            extraSettings: [
                "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200",
                "max_wal_size": "256MB",
            ], log: log)
        running.withLock { $0 = cluster }
        atexit { TestServer.end() }
        return .cluster(cluster)
    }

    /// The host of the URL and one in its parameters, where a path is a socket.
    private static func isHere(_ url: URLComponents) -> Bool {
        let named = url.queryItems?.filter { ["host", "hostaddr"].contains($0.name) }.compactMap(\.value) ?? []
        return (named + [url.host ?? ""]).allSatisfy { host in
            ["localhost", "127.0.0.1", "::1", ""].contains(host) || host.hasPrefix("/")
        }
    }

    private static func end() {
        running.withLock { $0?.stop() }
        try? FileManager.default.removeItem(at: folder)
    }

    /// In memory where there is room for it (2 GB): a database then takes 20 ms to make instead of 300.
    private static var parent: URL {
        let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: memory.path)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        return free > 2 << 30 ? memory : FileManager.default.temporaryDirectory
    }

    /// Ends the servers of test processes that were killed: each folder names the process it belonged to.
    private static func clearLeftovers() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix("liban-test-") {
            guard let owner = Int32(name.dropFirst("liban-test-".count)), kill(owner, 0) != 0, errno == ESRCH else {
                continue
            }
            let left = parent.appendingPathComponent(name)
            let pidFile = left.appendingPathComponent("postgres/data/postmaster.pid")
            let firstLine = (try? String(contentsOf: pidFile, encoding: .utf8))?.split(separator: "\n").first
            if let postmaster = firstLine.flatMap({ Int32($0) }) { _ = kill(postmaster, SIGQUIT) }
            try? FileManager.default.removeItem(at: left)
        }
    }

    /// The superuser's with `user` nil.
    func conninfo(user: String?, database: String) -> String { Self.conninfo(base, user: user, database: database) }

    private static func conninfo(_ base: Base, user: String?, database: String) -> String {
        switch base {
        case .cluster(let cluster):
            return cluster.conninfo(user: user ?? PrivateCluster.owner, database: database)
        case .url(var url):
            url.path = "/" + database
            if let user {
                url.user = user
                url.password = nil
            }
            return url.string ?? ""
        }
    }

    /// Not `migrated`, it has nothing in it.
    func makeDatabase(connections: Int, migrated: Bool = true) async throws -> TestDatabase {
        let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
        let name = "\(template)_\(number)"
        try await administer("CREATE DATABASE \(name) TEMPLATE \(migrated ? template : "template0")")
        return try TestDatabase(name: name, server: self, connections: connections)
    }

    func drop(_ database: String) async {
        try? await administer("DROP DATABASE IF EXISTS \(database) WITH (FORCE)")
    }

    /// Drops the databases of processes that are gone; their names carry the process.
    private func dropLeftovers() async throws {
        let list = Statement(
            name: "leftovers", sql: "SELECT datname::text FROM pg_database WHERE datname LIKE 'liban\\_template\\_%'")
        let rows = try await administrator.run(UnitOfWork(.read, [Step(list)]))[0]
        for row in rows {
            let name = try row.text(0)
            let owner = name.split(separator: "_").dropFirst(2).first.flatMap { Int32($0) } ?? 0
            if owner > 0, kill(owner, 0) != 0, errno == ESRCH { await drop(name) }
        }
    }

    /// Databases are made and dropped outside transactions; a single read is sent without one.
    private func administer(_ sql: String) async throws {
        _ = try await administrator.run(UnitOfWork(.read, [Step(Statement(name: sql, sql: sql))]))
    }
}

struct TestServerError: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}
