import Testing
import Workflow

/// The cap is 500,000 yuan.
struct AwardWithinCapTests {
    @Test func anAmendmentReachesTheCapAndNoFurther() throws {
        let story = try Story.inExecution()
        let cap = Policy.secretaryActsNow.cap
        let above = cap + Money(fen: 1)
        #expect(story.refusal(Cast.secretary, amended(cap)) == nil)
        #expect(story.refusal(Cast.secretary, amended(above)) == .awardExceedsCap(above, cap: cap))
    }

    /// A cap lowered later binds new projects, not this one.
    @Test func theCapIsTheOneOfTheSubmission() throws {
        var story = try Story.inApproval()
        story.policy.cap = yuan(50_000)
        #expect(story.refusal(Cast.director, .award(Award(amount: yuan(100_000)))) == nil)
    }

    @Test func anAwardAboveTheCapIsRefused() throws {
        let project = try Story.inApproval().told()
        let above = Policy.secretaryActsNow.cap + Money(fen: 1)
        #expect(throws: Refusal.awardExceedsCap(above, cap: Policy.secretaryActsNow.cap)) {
            try AwardWithinCap.check(above, project, .secretaryActsNow)
        }
    }

    private func amended(_ amount: Money) -> Command { .requestAmendment(Amendment(amount: amount, reason: "增加")) }
}
