internal import Postgres
public import UseCases
public import Workflow

/// What operators watch.
public struct Measures: Sendable {
    public let outboxWaiting: Int
    public let outboxOldestSeconds: Int
    public let running: [(state: State, projects: Int, overdue: Int)]
}

extension PostgresStore {
    public func measures(on today: CivilDate) async throws(StoreError) -> Measures {
        let found = try await readTogether([step(.measureOutbox, []), step(.countRunning, [Parameter(today)])])
        return try reading { () throws(RowError) in
            var (waiting, oldest) = (0, 0)
            for row in found[0] {
                var next = RowCursor(row)
                (waiting, oldest) = (try next.number(), try next.number())
            }
            var running: [(state: State, projects: Int, overdue: Int)] = []
            for row in found[1] {
                var next = RowCursor(row)
                running.append((try next.word(State.self), try next.number(), try next.number()))
            }
            return Measures(outboxWaiting: waiting, outboxOldestSeconds: oldest, running: running)
        }
    }
}
