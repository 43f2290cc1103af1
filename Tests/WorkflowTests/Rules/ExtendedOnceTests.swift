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

    @Test func itNeedsAReason() throws {
        let story = try Story.inExecution()
        let silent = Command.extend(Extension(newDueOn: day("2026-12-31"), reason: " "))
        #expect(story.refusal(Cast.director, silent)?.code == .incomplete)
    }
}
