import Testing
import Workflow

/// Thirty calendar days of pause in all, entered at most three days after it began.
struct PauseWithinCapTests {
    private let pause = Command.suspend(Suspension(reason: "台风", evidence: "预警"))
    private let resume = Command.resume(Remark(words: "天晴"))

    private func paused(_ days: Int, _ story: Story) throws -> Story {
        try story.then(Cast.director, pause).later(days: days).then(Cast.director, resume)
    }

    @Test func theDueDayMovesByTheDaysOfPause() throws {
        let story = try Story.inExecution()
        #expect(story.project?.clock.dueOn == day("2026-04-02"))
        // Ten days later is a Sunday; the next working day is Monday the 13th.
        #expect(try paused(10, story).project?.clock.dueOn == day("2026-04-13"))
        #expect(try paused(10, story).project?.clock.pausedDays == 10)
    }

    @Test func onlyTheCapCounts() throws {
        let story = try paused(45, Story.inExecution())
        #expect(story.project?.clock.pausedDays == 30)
        #expect(story.project?.clock.dueOn == day("2026-05-06"))
        #expect(story.refusal(Cast.director, pause) == .pauseUsedUp(days: 30))
    }

    @Test func pausesAddUp() throws {
        let story = try paused(20, paused(20, Story.inExecution()))
        #expect(story.project?.clock.pausedDays == 30)
    }

    @Test func notBackdated() throws {
        let story = try Story.inExecution()
        #expect(story.refusal(Cast.director, pause, late: 3, reason: "停电") == nil)
        #expect(story.refusal(Cast.director, pause, late: 4, reason: "停电") == .suspensionBackdated(limit: 3))
    }

    @Test func reasonAndEvidenceAreNeeded() throws {
        let silent = Command.suspend(Suspension(reason: "", evidence: ""))
        guard case .incomplete(let items) = try Story.inExecution().refusal(Cast.director, silent) else {
            Issue.record("not refused")
            return
        }
        #expect(items.map(\.field) == ["reason", "evidence"])
    }
}
