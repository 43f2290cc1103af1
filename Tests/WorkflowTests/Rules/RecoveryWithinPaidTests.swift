import Testing
import Workflow

struct RecoveryWithinPaidTests {
    private func back(_ amount: Money) -> Command { .recover(Recovery(amount: amount, reason: "多付")) }

    @Test func allThatWasPaidAndNotAFenMore() throws {
        let story = try Story.inExecution().paid(yuan(500))
        #expect(story.refusal(Cast.finance, back(yuan(500))) == nil)
        #expect(
            story.refusal(Cast.finance, back(yuan(501))) == .recoveryExceedsPaid(yuan(501), outstanding: yuan(500)))
    }

    @Test func notTwice() throws {
        let story = try Story.inExecution().paid(yuan(500)).then(Cast.finance, back(yuan(300)))
        #expect(
            story.refusal(Cast.finance, back(yuan(201))) == .recoveryExceedsPaid(yuan(201), outstanding: yuan(200)))
    }

    @Test func itGoesBackToTheFundForGood() throws {
        let story = try Story.inExecution().paid(yuan(500))
        let after = try story.then(Cast.finance, back(yuan(300)))
        #expect(story.free.map { $0 + yuan(300) } == after.free)
        #expect(after.project?.money.encumbered == story.project?.money.encumbered)
    }
}
