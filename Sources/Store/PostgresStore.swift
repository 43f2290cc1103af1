public import Postgres
public import UseCases
internal import Workflow

/// The ports of the use cases on PostgreSQL. Each call is one unit of work and so one round trip.
///
/// Keeps nothing in memory: what it answers is what the database holds at that moment.
public final class PostgresStore: Sendable {
    private let pool: Pool
    private let library: SQLLibrary
    private let announcer: ChangeAnnouncer?

    /// - Parameter bell: rung after each commit; nil where nobody follows.
    /// Throws: when the program's SQL is not installed beside it.
    public init(pool: Pool, bell: ChangeBell? = nil) throws(SQLLibraryError) {
        self.pool = pool
        let library = try SQLLibrary()
        self.library = library
        announcer = bell.map { bell in
            ChangeAnnouncer(bell) { towns in
                _ = try await pool.run(UnitOfWork(.write, [Step(library[.announceChanges], [.text(towns)])]))
            }
        }
    }

    /// A project of this town was changed.
    func announce(_ town: TownID) { announcer?.announce(town) }

    func step(_ query: Query, _ parameters: [Parameter]) -> Step { Step(library[query], parameters) }

    /// One reading statement, a transaction of its own.
    func read(_ query: Query, _ parameters: [Parameter] = []) async throws(StoreError) -> Rows {
        try await readTogether([step(query, parameters)])[0]
    }

    /// Several reading statements on one snapshot.
    func readTogether(_ steps: [Step]) async throws(StoreError) -> [Rows] {
        do {
            return try await pool.run(UnitOfWork(.read, steps))
        } catch {
            throw StoreError(error)
        }
    }

    /// All steps together or none.
    @discardableResult
    func write(_ steps: [Step]) async throws(StoreError) -> [Rows] {
        do {
            return try await pool.run(UnitOfWork(.write, steps))
        } catch {
            throw StoreError(error)
        }
    }

    @discardableResult
    func write(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> Rows {
        try await write([step(query, parameters)])[0]
    }
}
