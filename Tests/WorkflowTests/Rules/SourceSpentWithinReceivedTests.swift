import Testing
import Workflow

struct SourceSpentWithinReceivedTests {
    private func spend(_ source: Int, _ amount: Int64) -> Command {
        .recordSpending(SourceSpending(source: source, amount: yuan(amount), payee: "甲", voucher: "1"))
    }

    @Test func firstReceivedThenSpent() throws {
        let story = try Story.inExecution()
        #expect(story.refusal(Cast.finance, spend(1, 1)) == .sourceOverspent(yuan(1), left: .zero))
        let received = try story.then(
            Cast.finance, .recordReceipt(SourceReceipt(source: 1, amount: yuan(5_000), evidence: "回单")))
        let spent = try received.then(Cast.finance, spend(1, 4_000))
        #expect(spent.project?.sources == [SourceBalance(received: yuan(5_000), spent: yuan(4_000))])
        #expect(spent.refusal(Cast.finance, spend(1, 1_001)) == .sourceOverspent(yuan(1_001), left: yuan(1_000)))
        // Not a fen of the fund moved.
        #expect(spent.free == story.free)
    }

    @Test(arguments: [-1, 0, 2, Int.max]) func onlySourcesOfTheApplication(_ number: Int) throws {
        let story = try Story.inExecution()
        #expect(story.refusal(Cast.finance, spend(number, 1)) == .itemUnknown(field: "source", number: number))
        let receipt = Command.recordReceipt(SourceReceipt(source: number, amount: yuan(1), evidence: "回单"))
        #expect(story.refusal(Cast.finance, receipt) == .itemUnknown(field: "source", number: number))
    }
}
