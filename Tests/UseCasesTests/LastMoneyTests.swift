import Postgres
import Store
import TestSupport
import Testing
import UseCases
import Workflow

/// Two awards for the last money: exactly one wins, each time; the other is told the free balance.
struct LastMoneyTests {
    @Test func oneOfTwoAwardsForTheLastMoneyWins200Times() async throws {
        try await withDatabase(connections: 8) { database in
            let town = try await DeskTown.make(in: database, appropriation: Money(fen: 10_000_000))
            for round in 0..<200 {
                let one = try await town.projectInApproval(round * 2)
                let two = try await town.projectInApproval(round * 2 + 1)
                async let first = Self.award(one, town)
                async let second = Self.award(two, town)
                let outcomes = await [first, second]
                #expect(outcomes.count { $0 == nil } == 1, "round \(round): \(outcomes)")
                let lost = outcomes.compactMap { $0 }
                let exhausted = Refusal.fundExhausted(Money(fen: 10_000_000), free: .zero)
                #expect(lost == [.refused(exhausted)], "round \(round)")
                // As much again for the next pair.
                _ = try await database.store.appropriate(
                    town: town.town.id, programme: "书记立办", year: 2026, amount: Money(fen: 10_000_000),
                    on: DeskTown.today, by: nil, reason: "追加")
            }
            let fund = try await database.store.funds(town: town.town.id)[0]
            #expect(fund.balance.encumbered == Money(fen: 2_000_000_000))
            #expect(fund.balance.free == Money(fen: 10_000_000))
            let report = try await Verifier(store: database.store).verify()
            #expect(report.firstDifference == nil)
            #expect(report.projects == 400)
        }
    }

    private static func award(_ id: ProjectID, _ town: DeskTown) async -> UseCaseError? {
        do throws(UseCaseError) {
            _ = try await town.perform(
                town.request(town.town.director, .project(id), .award(Award(amount: Money(fen: 10_000_000)))))
            return nil
        } catch { return error }
    }
}
