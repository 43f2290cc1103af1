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

    /// Twenty days, then twenty more: the second moves the due day by the ten that are left.
    @Test func theSecondPauseCountsWhatIsLeft() throws {
        let first = try paused(20, Story.inExecution())
        #expect(first.project?.clock.dueOn == day("2026-04-22"))
        let second = try paused(20, first)
        #expect(second.project?.clock.pausedDays == 30)
        #expect(second.project?.clock.dueNominal == day("2026-05-02"))
        // The second of May lies in the holiday of Labour Day.
        #expect(second.project?.clock.dueOn == day("2026-05-06"))
        #expect(second.refusal(Cast.director, pause) == .pauseUsedUp(days: 30))
        #expect(second.project?.spent.paused == 40)
    }

    /// Pauses that each end on a Friday do not each win a weekend: they add up before rolling.
    @Test func weekendsAreNotWonTwice() throws {
        var story = try Story.inExecution()
        for _ in 0..<8 { story = try paused(1, story) }
        #expect(story.project?.clock.dueNominal == day("2026-04-10"))
        #expect(story.project?.clock.dueOn == day("2026-04-10"))
    }

    @Test func aPauseOfNoDaysMovesNothing() throws {
        let story = try paused(0, Story.inExecution())
        #expect(story.project?.clock.dueOn == day("2026-04-02"))
        #expect(story.project?.clock.pausedDays == 0)
        #expect(story.refusal(Cast.director, pause) == nil)
    }

    @Test func aThirtyDayPauseUsesItUp() throws {
        #expect(try paused(29, Story.inExecution()).refusal(Cast.director, pause) == nil)
        #expect(try paused(30, Story.inExecution()).refusal(Cast.director, pause) == .pauseUsedUp(days: 30))
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
