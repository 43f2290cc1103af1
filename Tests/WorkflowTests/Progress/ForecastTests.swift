import Testing
import Workflow

/// Whether the month can still be kept when everybody takes their full limit.
///
/// 书记立办 from Monday, 2 March 2026, due on Thursday, 2 April: application 1, review 2, approval 2, notice 5, works 1,
/// acceptance 2 working days.
struct ForecastTests {
    private func forecast(_ story: Story, _ on: String) throws -> CivilDate? {
        try story.told().summary.forecast(on: day(on), story.policy, story.calendar)
    }

    private func willMiss(_ story: Story, _ on: String) throws -> Bool {
        try story.told().summary.willMiss(on: day(on), story.policy, story.calendar)
    }

    /// State, day asked, forecast: counted by hand on the calendar of 2026.
    @Test(arguments: [
        // Thirteen working days.
        (State.submitted, "2026-03-02", "2026-03-19"),
        // One of them used; the weekend costs nothing more.
        (.submitted, "2026-03-03", "2026-03-19"), (.submitted, "2026-03-04", "2026-03-20"),
        // Mending three on top: entered on 3 March, sixteen in all, one used on the 4th.
        (.returned, "2026-03-03", "2026-03-25"), (.returned, "2026-03-04", "2026-03-25"),
        // Admitted on 3 March: twelve.
        (.inReview, "2026-03-03", "2026-03-19"), (.inReview, "2026-03-10", "2026-03-24"),
        // Verified on 4 March: ten.
        (.inApproval, "2026-03-04", "2026-03-18"),
        // Awarded on 5 March: the notice has five left, then three.
        (.onNotice, "2026-03-05", "2026-03-17"), (.onNotice, "2026-03-16", "2026-03-19"),
        // From 13 March: works and acceptance, whenever they begin.
        (.inExecution, "2026-03-13", "2026-03-18"), (.inExecution, "2026-04-01", "2026-04-07"),
        (.inRectification, "2026-03-16", "2026-03-19"), (.suspended, "2026-03-16", "2026-03-19"),
        // Asked for on 14 March, a Saturday: two working days, none left on the 17th.
        (.inAcceptance, "2026-03-14", "2026-03-17"), (.inAcceptance, "2026-03-17", "2026-03-17"),
        // Nobody finishes in the past, nor on a Saturday.
        (.inAcceptance, "2026-03-21", "2026-03-23"),
    ])
    func countedByHand(_ state: State, _ on: String, _ expected: String) throws {
        #expect(try forecast(.at(state), on) == day(expected))
    }

    @Test(arguments: [State.draft, .completed, .closedOut, .declined, .withdrawn, .terminated])
    func nothingToForecast(_ state: State) throws {
        #expect(try forecast(.at(state), "2026-04-20") == nil)
        #expect(try !willMiss(.at(state), "2026-04-20"))
    }

    /// Said on the first day on which it is true, before the month is over.
    @Test func itIsSaidInTime() throws {
        // Three working days are needed; the last evening on which they still fit is Monday, 30 March.
        #expect(try !willMiss(.inExecution(), "2026-03-30"))
        #expect(try willMiss(.inExecution(), "2026-03-31"))
        #expect(try !willMiss(.submitted(), "2026-03-16"))
        #expect(try willMiss(.submitted(), "2026-03-18"))
    }

    /// A promise nobody can keep is said on the day it is made.
    @Test func onDayZero() throws {
        let slow = Policy.with { $0.noticeWorkingDays = 20 }
        #expect(try willMiss(.submitted(policy: slow), "2026-03-02"))
        #expect(try !willMiss(.submitted(), "2026-03-02"))
    }

    /// While the clock stands still the due day moves along, so a pause alone misses nothing until its days are used up.
    @Test func aPauseMissesNothingUntilItIsUsedUp() throws {
        let story = try Story.at(.suspended)
        #expect(try !willMiss(story, "2026-04-10"))
        #expect(try willMiss(story, "2026-05-06"))
    }

    @Test func withoutADueDayNothingIsMissed() throws {
        var policy = Policy.peoplesBusiness
        policy.documents.submission = []
        policy.categories.append(Papers.application.category)
        let story = try Story.submitted(policy: policy)
        #expect(try forecast(story, "2026-06-01") != nil)
        #expect(try !willMiss(story, "2026-06-01"))
    }
}
