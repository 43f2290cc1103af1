import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct FundTests {
    @Test func ofTwoAwardsForTheLastMoneyOneWins() async throws {
        try await withDatabase(connections: 4) { db in
            let town = try await SampleTown.make(in: db, appropriation: Money(fen: 1000))
            for round in 0..<20 {
                if round > 0 {
                    _ = try await db.store.appropriate(
                        town: town.id, programme: town.policy.programme, year: 2026, amount: Money(fen: 1000),
                        on: Journey.day.adding(days: -1), by: nil, reason: "追加")
                }
                let rivals = [
                    try await Journey.begin(in: db, town, unit: 0), try await Journey.begin(in: db, town, unit: 1),
                ]
                for rival in rivals { try await rival.toApproval() }
                let outcomes = await withTaskGroup(of: StoreError?.self) { group in
                    for rival in rivals {
                        group.addTask {
                            do {
                                try await rival.commit([rival.award(1000)], by: town.director, .director)
                                return nil
                            } catch {
                                return error as? StoreError
                            }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0 == nil } == 1)
                let loser = try #require(outcomes.compactMap(\.self).first)
                #expect(CommitTests.isRefused(loser, by: "award_within_fund"))
                let balance = try #require(try await db.store.fund(town.fund, town: town.id)).balance
                #expect(balance.free == .zero && balance.encumbered == Money(fen: Int64(round + 1) * 1000))
            }
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil && report.movements == 40)
        }
    }

    @Test func theLedgerTellsWhereTheMoneyWent() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            for step in journey.fromAwardToCloseOut(8_000_000) {
                try await journey.commit([step.event], by: step.by, step.role)
            }
            let lines = try await db.store.movements(fund: town.fund, town: town.id, after: 0, limit: 10)
            #expect(lines.map(\.number) == [1, 2, 3, 4])
            #expect(lines.map(\.movement.kind) == [.appropriate, .encumber, .disburse, .release])
            #expect(lines.map(\.movement.amount.fen) == [300_000_000, 8_000_000, 7_999_000, 1000])
            #expect(lines.map(\.project) == [nil, journey.id, journey.id, journey.id])
            #expect(lines[1].projectNumber == "云书办〔2026〕1号" && lines[0].reason == "年初指标下达")
            #expect(lines[1].effectiveOn == Journey.day && lines[1].recordedAt == Journey.now)
            let later = try await db.store.movements(fund: town.fund, town: town.id, after: 2, limit: 1)
            #expect(later.map(\.number) == [3])
            let balance = try #require(try await db.store.funds(town: town.id).first).balance
            #expect(
                balance
                    == FundBalance(
                        appropriated: Money(fen: 300_000_000), encumbered: .zero, disbursed: Money(fen: 7_999_000),
                        recovered: .zero, free: Money(fen: 292_001_000)))
            let sums = try await db.asOwner(
                "SELECT count(*), sum(amount_fen) FROM liban.ledger_entry GROUP BY town, year, fund, number")
            #expect(sums.count == 4)
            for row in sums { #expect(try row.int(0) == 2 && row.text(1) == "0") }
        }
    }

    @Test func anInvoiceIsPaidOnceInATown() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let pay = Event.disbursed(Payment(amount: Money(fen: 10), payee: "宏达", invoice: "FP-9", voucher: "1"))
            let one = try await Journey.begin(in: db, town, unit: 0)
            let two = try await Journey.begin(in: db, town, unit: 1)
            for journey in [one, two] {
                try await journey.toApproval()
                try await journey.commit([journey.award(1000)], by: town.director, .director)
            }
            try await one.commit([pay], by: town.finance, .finance)
            await #expect {
                try await two.commit([pay], by: town.finance, .finance)
            } throws: {
                CommitTests.isRefused($0, by: "invoice_used_once")
            }
        }
    }

    @Test func aMovementOfAnUnknownFundIsRefused() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            let change = try await journey.change(
                [journey.award(1000)], by: town.director, .director, try await db.store.load(journey.id, key: nil))
            let lost = Change(
                expectedVersion: change.expectedVersion, after: change.after, labels: change.labels,
                entries: change.entries, previousHash: change.previousHash,
                movements: change.movements.map {
                    PostedMovement(
                        fund: FundID(999), movement: $0.movement, sequence: $0.sequence, effectiveOn: $0.effectiveOn)
                }, notifications: [], answer: nil)
            await #expect {
                try await db.store.commit(lost)
            } throws: {
                CommitTests.isRefused($0, by: "fund_known")
            }
            #expect(try await db.store.record(of: journey.id)?.summary.state == .inApproval)
        }
    }
}
