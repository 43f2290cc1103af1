import Testing
import Workflow

/// The whole table is run in LifeTests; here are the shortcuts people try.
struct StateAllowsCommandTests {
    @Test func noAwardBeforeTheSiteVisit() throws {
        let award = Command.award(Award(amount: yuan(100_000)))
        #expect(try Story.inReview().refusal(Cast.director, award) == .commandNotInState(.award, .inReview))
    }

    @Test func noWorksBeforeTheNoticeEnds() throws {
        let start = Command.recordStart(Papers.start)
        #expect(try Story.onNotice().refusal(Cast.secretary, start) == .commandNotInState(.recordStart, .onNotice))
    }

    @Test func noAmendmentAfterCompletion() throws {
        let change = Command.requestAmendment(Amendment(amount: yuan(1), reason: "改"))
        #expect(
            try Story.completed().refusal(Cast.secretary, change) == .commandNotInState(.requestAmendment, .completed))
    }

    @Test func theOrdinaryNextStepIsOpen() throws {
        #expect(try Story.submitted().refusal(Cast.clerk, .admit) == nil)
    }
}
