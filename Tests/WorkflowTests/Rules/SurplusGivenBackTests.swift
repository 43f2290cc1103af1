import Testing
import Workflow

/// 100,000 yuan awarded, 13,000 of the village's own received: 113,000 in all.
struct SurplusGivenBackTests {
    private func refusal(_ actual: Int64, total: Int64, _ rule: SurplusRule) throws -> Refusal? {
        let story = try Story.completed(policy: .with { $0.money.surplus = rule })
            .then(Cast.finance, .recordReceipt(SourceReceipt(source: 1, amount: yuan(13_000), evidence: "回单")))
        return story.refusal(Cast.finance, .settle(Settlement(actual: yuan(actual), totalCost: yuan(total))))
    }

    @Test func allOfItGoesBackToTheFund() throws {
        #expect(try refusal(87_000, total: 100_000, .fundFirst) == nil)
        #expect(
            try refusal(87_001, total: 100_000, .fundFirst) == .surplusNotGivenBack(yuan(87_001), limit: yuan(87_000)))
        #expect(try refusal(0, total: 10_000, .fundFirst) == nil)
    }

    @Test func orEverybodyGetsTheirPart() throws {
        // 56,500 of 113,000 is half: so is the fund's part.
        #expect(try refusal(50_000, total: 56_500, .proRata) == nil)
        #expect(
            try refusal(50_001, total: 56_500, .proRata) == .surplusNotGivenBack(yuan(50_001), limit: yuan(50_000)))
        #expect(try refusal(100_000, total: 113_000, .proRata) == nil)
    }
}
