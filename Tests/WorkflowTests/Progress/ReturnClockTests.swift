import Testing
import Workflow

/// Whether mending stops the promise is the policy's choice; the first submission never moves.
struct ReturnClockTests {
    private let back = Command.return(Return(sections: ["budget"], reason: "报价单"))

    private func mended(_ days: Int, _ story: Story) throws -> Story {
        try story.then(Cast.clerk, back).later(days: days).then(Cast.secretary, .submit)
    }

    @Test func mendingMovesTheDueDayByItsDays() throws {
        let story = try mended(6, .submitted())
        #expect(story.project?.clock.dueOn == day("2026-04-08"))
        #expect(story.project?.clock.submittedOn == day("2026-03-02"))
    }

    /// Two rounds add up before rolling: 2 + 6 + 10 April is the 18th, a Saturday.
    @Test func twoRoundsAddUp() throws {
        let story = try mended(10, mended(6, .submitted()))
        #expect(story.project?.clock.dueNominal == day("2026-04-18"))
        #expect(story.project?.clock.dueOn == day("2026-04-20"))
    }

    @Test func aRoundOfNoDaysMovesNothing() throws {
        #expect(try mended(0, .submitted()).project?.clock.dueOn == day("2026-04-02"))
    }

    @Test func whereThePolicyDoesNotStopItTheDayStands() throws {
        let policy = Policy.with { $0.returnStopsClock = false }
        let story = try mended(10, mended(6, .submitted(policy: policy)))
        #expect(story.project?.clock.dueOn == day("2026-04-02"))
    }

    /// The new policy version is the one of the new submission; its cap is the one that holds.
    @Test func aResubmissionTakesTheNewPolicy() throws {
        var story = try Story.submitted().then(Cast.clerk, back)
        story.policy.version = 7
        story.policy.cap = yuan(150_000)
        story = try story.then(Cast.secretary, .submit)
        #expect(story.project?.policyVersion == 7)
        #expect(story.project?.money.cap == yuan(150_000))
    }

    /// Submitted on 2 September, a month ends on Friday 2 October inside the holidays and rolls to the 8th. Mended for
    /// six days it ends on the 8th of its own: no weekend is won twice, neither while it lasts nor afterwards.
    @Test func aHolidayIsWonOnlyOnce() throws {
        let story = Story()
        var fresh = try Story.drafted().on(day("2026-09-02")).then(Cast.secretary, .submit)
        #expect(fresh.project?.clock.dueOn == day("2026-10-08"))
        fresh = try fresh.then(Cast.clerk, back)
        for days in 0...6 {
            let today = day("2026-09-02").adding(days: days)
            let shown = try fresh.told().summary.standing(on: today, story.policy, story.calendar).dueOn
            #expect(shown == day("2026-10-08"), "\(today)")
        }
        let mended = try fresh.later(days: 6).then(Cast.secretary, .submit)
        #expect(mended.project?.clock.dueOn == day("2026-10-08"))
        #expect(
            try mended.told().summary.standing(on: mended.day, story.policy, story.calendar).dueOn == day("2026-10-08"))
    }
}
