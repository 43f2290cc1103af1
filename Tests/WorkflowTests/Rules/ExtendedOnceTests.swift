import Testing
import Workflow

struct ExtendedOnceTests {
    private func extended(to day: CivilDate) -> Command { .extend(Extension(newDueOn: day, reason: "雨季")) }

    @Test func onceToALaterDayAndTheOldOneStaysVisible() throws {
        let story = try Story.inExecution()
        let due = try #require(story.project?.clock.dueOn)
        let later = try story.then(Cast.director, extended(to: due.adding(days: 1)))
        #expect(later.project?.clock.dueOn == due.adding(days: 1))
        #expect(later.project?.clock.originalDueOn == due)
        #expect(later.refusal(Cast.director, extended(to: due.adding(days: 9))) == .alreadyExtended)
    }

    @Test(arguments: [0, -1]) func notToTheSameOrAnEarlierDay(_ days: Int) throws {
        let story = try Story.inExecution()
        let due = try #require(story.project?.clock.dueOn)
        #expect(
            story.refusal(Cast.director, extended(to: due.adding(days: days))) == .extensionNotLater(than: due))
    }

    /// Thirty calendar days beyond the due day at most.
    @Test func withinReach() throws {
        let story = try Story.inExecution()
        let due = try #require(story.project?.clock.dueOn)
        #expect(story.refusal(Cast.director, extended(to: due.adding(days: 30))) == nil)
        #expect(
            story.refusal(Cast.director, extended(to: due.adding(days: 31))) == .extensionTooLong(limit: 30))
    }

    /// A pause after an extension moves the extended day; it does not open the way to a second extension.
    @Test func aPauseDoesNotRenewIt() throws {
        let story = try Story.inExecution()
        let due = try #require(story.project?.clock.dueOn)
        let paused = try story.then(Cast.director, extended(to: due.adding(days: 5)))
            .then(Cast.director, .suspend(Suspension(reason: "台风", evidence: "预警"))).later(days: 7)
            .then(Cast.director, .resume(Remark(words: "天晴")))
        #expect(paused.project?.clock.originalDueOn == due)
        let later = try #require(paused.project?.clock.dueOn)
        #expect(later >= due.adding(days: 12))
        #expect(paused.refusal(Cast.director, extended(to: later.adding(days: 1))) == .alreadyExtended)
    }

    @Test func itNeedsAReason() throws {
        let story = try Story.inExecution()
        let silent = Command.extend(Extension(newDueOn: day("2026-12-31"), reason: " "))
        #expect(story.refusal(Cast.director, silent)?.code == .incomplete)
    }
}
