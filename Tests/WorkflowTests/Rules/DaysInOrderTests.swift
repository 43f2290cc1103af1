import Testing
import Workflow

struct DaysInOrderTests {
    @Test func todayAndTheDayOfTheLastStepAreGood() throws {
        let story = try Story.submitted()
        #expect(story.refusal(Cast.clerk, .admit) == nil)
        #expect(story.later(days: 1).refusal(Cast.clerk, .admit) == nil)
    }

    @Test func neverBeforeThePresentState() throws {
        let story = try Story.submitted()
        let before = story.later(days: -1)
        #expect(
            before.refusal(Cast.clerk, .admit, late: 1) == .dayOutOfOrder(before.day, notBefore: story.day))
    }

    @Test func neverInTheFuture() throws {
        let story = try Story.submitted().later(days: 3)
        #expect(story.refusal(Cast.clerk, .admit, late: -1) == .effectiveInFuture(story.day))
        #expect(Story().refusal(Cast.secretary, .draft(Papers.application), late: -1)?.code == .effectiveInFuture)
    }

    @Test func aSiteVisitIsNotAnnounced() throws {
        let story = try Story.inReview()
        let tomorrow = story.day.adding(days: 1)
        let visit = SiteVisit(visitedOn: tomorrow, recommended: true, opinion: "属实")
        #expect(story.refusal(Cast.officer, .verify(visit)) == .effectiveInFuture(tomorrow))
    }

    @Test func anAnswerIsNotOlderThanTheQuestion() throws {
        let story = try Story.onNotice().later(days: 2).then(Cast.clerk, .object(Objection(words: "位置不当")))
        let ruling = Command.resolveObjection(ObjectionRuling(objection: 1, upheld: false, reason: "不成立"))
        let before = story.later(days: -1)
        #expect(
            before.refusal(Cast.director, ruling, late: 1) == .dayOutOfOrder(before.day, notBefore: story.day))
        #expect(story.refusal(Cast.director, ruling) == nil)
    }
}
