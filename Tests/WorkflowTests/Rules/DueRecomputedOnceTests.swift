import Testing
import Workflow

/// The table of 2026 comes out late: what was promised before is counted again, once.
struct DueRecomputedOnceTests {
    private func early(_ submitted: String, policy: Policy = .secretaryActsNow) throws -> Story {
        try NationalCalendar.$known.withValue(NationalCalendar.without(2026)) {
            var story = Story(policy: policy)
            story.day = day(submitted)
            return try story.then(Cast.secretary, .draft(Papers.application)).then(Cast.secretary, .submit)
        }
    }

    private func recomputed(_ story: Story) throws -> Story {
        var story = story
        story.calendar = NationalCalendar.calendar
        return try story.then(Cast.clerk, .recomputeDue)
    }

    /// Submitted, due by weekends alone, due by the table.
    @Test(arguments: [
        ("2026-01-15", "2026-02-16", "2026-02-24"), ("2026-01-31", "2026-03-02", "2026-02-28"),
        ("2026-09-02", "2026-10-02", "2026-10-08"), ("2026-08-20", "2026-09-21", "2026-09-20"),
        ("2026-03-02", "2026-04-02", "2026-04-02"),
    ])
    func theNominalDayIsRolledAgain(_ submitted: String, _ before: String, _ after: String) throws {
        let story = try early(submitted)
        #expect(story.project?.clock.dueOn == day(before))
        #expect(story.project?.clock.dueProvisional == true)
        let clock = try recomputed(story).told().clock
        #expect(clock.dueOn == day(after))
        #expect(!clock.dueProvisional)
        #expect(clock.submittedOn == day(submitted))
    }

    @Test func onceIsEnough() throws {
        let story = try recomputed(early("2026-01-15"))
        #expect(story.refusal(Cast.clerk, .recomputeDue) == .dueNotProvisional)
        #expect(try Story.submitted().refusal(Cast.clerk, .recomputeDue) == .dueNotProvisional)
    }

    /// Without a table nothing is gained; the day stays marked, and can be counted again later.
    @Test func withoutATableItStaysProvisional() throws {
        let story = try early("2026-01-15").then(Cast.clerk, .recomputeDue)
        #expect(story.project?.clock.dueProvisional == true)
        #expect(try recomputed(story).project?.clock.dueOn == day("2026-02-24"))
    }

    /// Twenty-five working days from 2 September: the holiday of October moves them, not only the last one.
    @Test func workingDaysAreCountedFromTheStart() throws {
        let policy = Policy.with { $0.month = .workingDays(25) }
        let story = try early("2026-09-02", policy: policy)
        #expect(story.project?.clock.dueOn == day("2026-10-07"))
        #expect(try recomputed(story).project?.clock.dueOn == day("2026-10-13"))
    }

    /// Days of mending were added to the promise; counting from the start again would take them away.
    @Test func daysOfMendingAreKept() throws {
        let policy = Policy.with { $0.month = .workingDays(20) }
        let mended = try early("2026-03-02", policy: policy)
            .then(Cast.clerk, .return(Return(sections: ["budget"], reason: "报价单")))
            .later(days: 10).then(Cast.secretary, .submit)
        let due = try #require(mended.project?.clock.dueOn)
        #expect(due > day("2026-04-03"))
        #expect(try #require(try recomputed(mended).project?.clock.dueOn) >= due)
    }

    /// The director named that day; no table changes it.
    @Test func anExtendedDayWasNotComputed() throws {
        let story = try NationalCalendar.$known.withValue(NationalCalendar.without(2026)) {
            try Story.inExecution().then(
                Cast.director, .extend(Extension(newDueOn: day("2026-04-25"), reason: "雨季")))
        }
        #expect(story.project?.clock.dueProvisional == false)
        #expect(story.refusal(Cast.clerk, .recomputeDue) == .dueNotProvisional)
    }
}
