public import Postgres
public import Store

/// Runs `body` on a database of its own: migrated, empty, dropped afterwards.
///
///     @Test func somethingIsKept() async throws {
///         try await withDatabase { db in
///             let town = try await SampleTown.make(in: db)
///             let fund = try await db.store.fund(town.fund, town: town.id)
///             …
///         }
///     }
///
/// One throwaway server is started for the whole test process (`TestServer`); databases are copies of one template, so
/// a test pays some tens of milliseconds. At most eight tests hold one at a time; the others wait their turn.
public func withDatabase<Value>(
    connections: Int = 4, _ body: (TestDatabase) async throws -> Value
) async throws -> Value {
    let server = try await TestServer.shared()
    await TestServer.gate.enter()
    let outcome: Result<Value, any Error>
    do {
        let database = try await server.makeDatabase(connections: connections)
        do {
            outcome = .success(try await body(database))
        } catch {
            outcome = .failure(error)
        }
        await database.drop()
    } catch {
        outcome = .failure(error)
    }
    await TestServer.gate.leave()
    return try outcome.get()
}

/// One test's database.
public struct TestDatabase: Sendable {
    public let name: String
    /// The ports, under the service's own role and so with no more rights than in operation.
    public let store: PostgresStore
    /// What `store` runs on.
    public let pool: Pool
    let server: TestServer
    private let owner: Pool

    init(name: String, server: TestServer, connections: Int) throws {
        self.name = name
        self.server = server
        var service = PoolOptions(conninfo: server.conninfo(user: TestServer.serviceRole, database: name))
        service.connections = connections
        pool = Pool(service, log: TestServer.log)
        store = try PostgresStore(pool: pool)
        var owning = PoolOptions(conninfo: server.conninfo(user: nil, database: name))
        owning.connections = 2
        // For filling large tables.
        owning.statementTimeout = .seconds(60)
        owning.deadline = .seconds(60)
        owner = Pool(owning, log: TestServer.log)
    }

    /// Where the database is: for `user`, or for its owner, a superuser.
    public func conninfo(user: String? = nil) -> String { server.conninfo(user: user, database: name) }

    /// Runs one statement as the owner. For what the service may not do: looking behind the store, or tampering.
    @discardableResult
    public func asOwner(_ sql: String, _ parameters: [Parameter] = []) async throws(DatabaseError) -> Rows {
        try await Self.run(sql, parameters, on: owner)
    }

    /// Runs one statement as the service's role, past the store.
    @discardableResult
    public func asService(_ sql: String, _ parameters: [Parameter] = []) async throws(DatabaseError) -> Rows {
        try await Self.run(sql, parameters, on: pool)
    }

    private static func run(
        _ sql: String, _ parameters: [Parameter], on pool: Pool
    ) async throws(DatabaseError) -> Rows {
        try await pool.run(UnitOfWork(.write, [Step(Statement(name: "test", sql: sql), parameters)]))[0]
    }

    func drop() async {
        await pool.shutdown()
        await owner.shutdown()
        await server.drop(name)
    }
}
