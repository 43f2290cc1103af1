import Foundation
import Logging
import Postgres

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// One private cluster for all tests of this run, removed at its end.
enum TestCluster {
    static let shared: Result<PrivateCluster, ClusterError> = Result { () throws(ClusterError) in
        let directory = temporaryDirectory("shared")
        let cluster = try PrivateCluster.start(
            dataDirectory: directory, extraSettings: ["fsync": "off", "max_connections": "200"], log: quiet)
        atexit {
            try? TestCluster.shared.get().stop()
            try? FileManager.default.removeItem(atPath: TestCluster.root)
        }
        return cluster
    }

    static let root = "/tmp/liban-postgres-\(getpid())"

    /// A directory no other test uses.
    static func temporaryDirectory(_ name: String) -> String { "\(root)/\(name)" }

    /// A database of its own for one test.
    static func database() async throws -> String {
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let pool = try Pool(PoolOptions(conninfo: shared.get().conninfo()), log: quiet)
        // CREATE DATABASE does not run in a transaction block, so not in a unit that changes: a bare step does.
        _ = try await pool.run(
            UnitOfWork(.read, [Step(Statement(name: "create", sql: "CREATE DATABASE \(name)"))]), deadline: .seconds(20)
        )
        await pool.shutdown()
        return try shared.get().conninfo(database: name)
    }

    /// A pool on a database of its own.
    static func pool(_ change: (inout PoolOptions) -> Void = { _ in }) async throws -> Pool {
        var options = PoolOptions(conninfo: try await database())
        change(&options)
        return Pool(options, log: quiet)
    }
}

extension Pool {
    /// Runs one statement in a unit of its own.
    @discardableResult
    func run(_ mode: UnitOfWork.Mode, _ sql: String, _ parameters: Parameter..., deadline: Duration? = nil)
        async throws(DatabaseError) -> Rows
    {
        try await run(UnitOfWork(mode, [Step(sql, parameters)]), deadline: deadline)[0]
    }
}

extension Step {
    /// A step whose statement is named by its text.
    init(_ sql: String, _ parameters: [Parameter] = []) {
        self.init(Statement(name: String(sql.prefix(40)), sql: sql), parameters)
    }
}
