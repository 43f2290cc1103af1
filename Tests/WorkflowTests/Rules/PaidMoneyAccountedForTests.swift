import Testing
import Workflow

struct PaidMoneyAccountedForTests {
    private func end(_ writeDown: String? = nil) -> Command {
        .terminate(Termination(reason: "征地争议", writeDownReason: writeDown))
    }

    @Test func nothingPaidNothingToExplain() throws {
        #expect(try Story.inExecution().refusal(Cast.director, end()) == nil)
    }

    @Test func paidMoneyIsRecoveredOrWrittenDown() throws {
        let story = try Story.inExecution().paid(yuan(500))
        #expect(story.refusal(Cast.director, end()) == .paidMoneyOutstanding(yuan(500)))
        #expect(story.refusal(Cast.director, end("  ")) == .paidMoneyOutstanding(yuan(500)))
        #expect(story.refusal(Cast.director, end("已完成部分")) == nil)
        let back = try story.then(Cast.finance, .recover(Recovery(amount: yuan(500), reason: "终止")))
        #expect(back.refusal(Cast.director, end()) == nil)
    }

    @Test func whatIsHeldGoesBackToTheFund() throws {
        let story = try Story.inExecution().paid(yuan(500))
        let ended = try story.then(Cast.director, end("已完成部分"))
        #expect(ended.project?.money.encumbered == .zero)
        #expect(story.free.map { $0 + yuan(99_500) } == ended.free)
    }
}
