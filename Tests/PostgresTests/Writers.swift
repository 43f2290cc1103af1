import Testing

@testable import Postgres

/// Eight writers that each insert one number after another and remember what they were told.
enum Writers {
    typealias Outcomes = [Int64: DatabaseError?]

    static func prepare(_ pool: Pool) async throws { try await pool.run(.write, "CREATE TABLE done (n bigint)") }

    static func run(_ pool: Pool, until end: ContinuousClock.Instant) async -> Outcomes {
        await withTaskGroup(of: Outcomes.self) { group in
            for writer in 0..<8 { group.addTask { await write(from: Int64(writer) * 1_000_000, pool, until: end) } }
            return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
    }

    /// What was acknowledged is there, what was refused is not, and nothing is there twice.
    static func check(_ outcomes: Outcomes, _ pool: Pool) async throws {
        let there = try await pool.run(.read, "SELECT n FROM done").map { try $0.int(0) }
        let set = Set(there)
        #expect(set.count == there.count, "written twice")
        for (n, error) in outcomes {
            switch error {
            case nil: #expect(set.contains(n), "\(n) was acknowledged and is lost")
            case .unknown: break
            case .rolledBack, .unavailable, .overloaded, .deadlineExceeded:
                #expect(!set.contains(n), "\(n) was refused and is there")
            }
        }
    }

    private static func write(from first: Int64, _ pool: Pool, until end: ContinuousClock.Instant) async -> Outcomes {
        var outcomes: Outcomes = [:]
        var n = first
        while ContinuousClock.now < end {
            let result = await Result.of { () async throws(DatabaseError) in
                try await pool.run(.write, "INSERT INTO done VALUES ($1)", .int(n))
            }
            outcomes.updateValue(result.error, forKey: n)
            n += 1
        }
        return outcomes
    }
}
