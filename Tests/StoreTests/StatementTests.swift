import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Statements of a real ledger: they sum, and what was reported stays.
struct StatementTests {
    private static func statements(_ db: TestDatabase) -> Statements {
        Statements(
            store: db.store, funds: db.store, projects: db.store,
            directory: Directory(store: db.store, clock: Later(day: Journey.day.adding(days: 60))))
    }

    private static func fund(_ db: TestDatabase, _ town: SampleTown) async throws -> FundState {
        try #require(try await db.store.fund(town.fund, town: town.id))
    }

    private struct Later: WallClock {
        let day: CivilDate
        func now() -> Instant { Instant(startOf: day) }
    }

    @Test func aStatementLeadsFromOpeningToClosing() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for unit in 0..<3 {
                let journey = try await Journey.begin(in: db, town, unit: unit)
                try await journey.toApproval()
                for step in journey.fromAwardToCloseOut(8_000_000) {
                    try await journey.commit([step.event], by: step.by, step.role)
                }
            }
            let maker = Self.statements(db)
            let fund = try await Self.fund(db, town)
            let whole = try await maker.fund(fund, from: nil, to: Journey.day)
            #expect(whole.sumsUp == true && whole.lines.count == 10 && whole.opening == .zero)
            #expect(whole.closing.free == fund.balance.free && whole.closing.paid == fund.balance.disbursed)
            #expect(whole.lines[1].project?.unit == town.units[0].name && whole.lines[1].person == town.director.name)
            #expect(whole.lines[2].payee == "宏达" && whole.lines[2].why == "付款：收款人宏达，发票FP-1")
            // Page by page the same lines, each page beginning where the one before ended.
            var pages: [StatementLine] = []
            var after: StatementPlace?
            var last = AccountSums.zero
            repeat {
                let page = try await maker.fund(fund, from: nil, to: Journey.day, after: after, limit: 3)
                #expect(page.opening == last && (page.sumsUp == nil) == page.goesOn)
                pages += page.lines
                last = page.running.last ?? last
                after = page.goesOn ? page.lines.last.map { StatementPlace(day: $0.bookedOn, number: $0.number) } : nil
            } while after != nil
            #expect(pages == whole.lines && last == whole.closing)
            let before = try await maker.fund(fund, from: nil, to: Journey.day.adding(days: -1))
            #expect(before.lines.map(\.kind) == [.appropriate] && before.sumsUp == true)
            let year = try await maker.year(fund, until: Journey.day)
            #expect(year.sumsUp && year.total.map(\.kind) == [.appropriate, .encumber, .release, .disburse])
        }
    }

    /// The report of a month that has ended is the same whenever it is made; a cancelled project's money returns in the
    /// month of the cancellation.
    @Test func theReportOfAnEndedMonthStays() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            try await journey.commit([journey.award(8_000_000)], by: town.director, .director)
            let maker = Self.statements(db)
            // The fund's ledger begins in the month it is made in; these movements belong to a month before it.
            let march = try await maker.month(try await Self.fund(db, town), of: Journey.day)
            #expect(march.statement.lines.map(\.kind) == [.encumber] && march.statement.sumsUp == true)
            let committed = try await maker.committed(try await Self.fund(db, town), on: Journey.day.lastOfMonth)
            #expect(committed.sumsUp && committed.commitments.map(\.held) == [Money(fen: 8_000_000)])
            // A hundred years on, whatever day the test runs on: the project ends, and somebody writes down a payment of March.
            try await Self.post(db, town, kind: "void", from: "encumbered", to: "free", done: 36_500, written: 36_500)
            let second = try await Self.post(
                db, town, kind: "encumber", from: "free", to: "encumbered", done: 1, written: 36_500)
            #expect(
                second.bookedOn == Journey.day.adding(days: 36_500) && second.effectiveOn == Journey.day.adding(days: 1)
            )
            let again = try await maker.month(try await Self.fund(db, town), of: Journey.day)
            #expect(again == march)
            #expect(try await maker.committed(try await Self.fund(db, town), on: Journey.day.lastOfMonth) == committed)
            let later = try await maker.month(try await Self.fund(db, town), of: Journey.day.adding(days: 36_500))
            #expect(later.statement.lines.map(\.kind) == [.void, .encumber] && later.statement.sumsUp == true)
        }
    }

    @Test func aProjectsStatementAgreesWithItsLog() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            for step in journey.fromAwardToCloseOut(8_000_000) {
                try await journey.commit([step.event], by: step.by, step.role)
            }
            let statement = try await Self.statements(db).project(journey.id, until: Journey.day)
            #expect(statement.sumsUp && statement.lines.map(\.kind) == [.encumber, .disburse, .release])
            #expect(statement.tranches.map(\.planned.fen) == [4_800_000, 3_199_000])
            #expect(statement.tranches.map(\.left.fen) == [0, 0])
        }
    }

    /// A movement of a kind straight into the ledger, done and written down so many days after the journey's day.
    @discardableResult
    private static func post(
        _ db: TestDatabase, _ town: SampleTown, kind: String, from: String, to: String, done: Int, written: Int
    ) async throws -> StatementLine {
        let sign = to == "encumbered" ? "+" : "-"
        try await db.asOwner(
            """
            WITH f AS (
                UPDATE liban.fund SET encumbered_fen = encumbered_fen \(sign) 8000000,
                    free_fen = free_fen - (\(sign)1) * 8000000, movements = movements + 1
                WHERE town = \(town.id) AND id = \(town.fund) RETURNING movements
            )
            INSERT INTO liban.ledger_movement (town, year, fund, number, kind, from_account, to_account, amount_fen, reason,
                effective_on, recorded_at)
            SELECT \(town.id), 2026, \(town.fund), movements, '\(kind)', '\(from)', '\(to)', 8000000, '测试',
                '\(Journey.day.adding(days: done))', timestamptz '\(Journey.day.adding(days: written)) 12:00+08' FROM f
            """)
        let parts = try await db.store.statement(
            of: town.fund, town: town.id, after: .before(SampleTown.firstDay), until: Journey.day.adding(days: 40_000),
            limit: 100)
        return try #require(parts.lines.max { $0.number < $1.number })
    }
}
