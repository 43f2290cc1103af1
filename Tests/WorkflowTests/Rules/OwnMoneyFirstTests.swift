import Testing
import Workflow

/// 13,000 yuan of the village's own.
struct OwnMoneyFirstTests {
    private func story(_ isFirst: Bool) throws -> Story {
        try Story.inExecution(policy: .with { $0.money.ownMoneyFirst = isFirst })
    }

    private let pay = Command.disburse(Papers.payment(yuan(1_000)))

    @Test func theFundWaitsForTheVillage() throws {
        let story = try story(true)
        #expect(story.refusal(Cast.finance, pay) == .ownMoneyOutstanding(promised: yuan(13_000), received: .zero))
        let part = try story.then(
            Cast.finance, .recordReceipt(SourceReceipt(source: 1, amount: yuan(12_999), evidence: "回单")))
        #expect(part.refusal(Cast.finance, pay) == .ownMoneyOutstanding(promised: yuan(13_000), received: yuan(12_999)))
        let whole = try part.then(
            Cast.finance, .recordReceipt(SourceReceipt(source: 1, amount: yuan(1), evidence: "回单")))
        #expect(whole.refusal(Cast.finance, pay) == nil)
    }

    @Test func onlyWhereThePolicySaysSo() throws { #expect(try story(false).refusal(Cast.finance, pay) == nil) }
}
