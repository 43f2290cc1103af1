import Postgres
import TestSupport
import Testing

@testable import Store
@testable import Workflow

/// What the database itself holds of a fund's year: its end, and corrections.
struct FundYearTests {
    @Test func aClosedYearRefusesEveryMovementUntilItIsReopened() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, appropriation: Money(fen: 1000))
            let sweep = """
                UPDATE liban.fund SET free_fen = 0, swept_fen = 1000, movements = 2
                """
            try await db.asOwner(sweep)
            try await db.asOwner("UPDATE liban.fund SET closed_on = '2026-12-31'")
            let moves = [
                "UPDATE liban.fund SET free_fen = 1, appropriated_fen = 1001, movements = movements + 1",
                "UPDATE liban.fund SET closed_on = NULL, free_fen = 1, appropriated_fen = 1001, movements = 3",
                "UPDATE liban.fund SET closed_on = '2027-01-01'",
            ]
            for move in moves { #expect(await Self.rule(move, db) == "fund_year_open", "\(move)") }
            await #expect {
                _ = try await db.store.appropriate(
                    town: town.id, programme: town.policy.programme, year: 2026, amount: Money(fen: 1),
                    on: Journey.day, by: nil, reason: "追加")
            } throws: {
                CommitTests.isRefused($0, by: "fund_year_open")
            }
            try await db.asOwner("UPDATE liban.fund SET closed_on = NULL")
            try await db.asOwner(moves[0])
        }
    }

    @Test func aMovementIsTakenBackOnceAndAsAWhole() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, appropriation: Money(fen: 1000))
            let back = """
                INSERT INTO liban.ledger_movement (town, year, fund, number, kind, from_account, to_account, amount_fen,
                    reason, effective_on, recorded_at, corrects)
                VALUES (1, 2026, \(town.fund), $1, 'appropriate', 'free', 'source', 1000, '文号写错', '2026-03-05',
                    '2026-03-05 12:00+08', 1)
                """
            try await db.asOwner(back, [.int(2)])
            #expect(await Self.rule(back, db, [.int(3)]) == "movement_corrected_once")
            let entries = try await db.asOwner("SELECT sum(amount_fen) FROM liban.ledger_entry WHERE account = 'free'")
            #expect(try entries[0].text(0) == "0")
        }
    }

    private static func rule(_ sql: String, _ db: TestDatabase, _ parameters: [Parameter] = []) async -> String? {
        do throws(DatabaseError) {
            try await db.asOwner(sql, parameters)
            return nil
        } catch {
            guard case .rolledBack(let refusal) = error else { return "\(error)" }
            return refusal.constraint
        }
    }
}
