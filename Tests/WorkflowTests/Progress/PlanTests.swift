import Testing
import Workflow

struct PlanTests {
    private let calendar = NationalCalendar.calendar

    @Test func stagesFollowOneAnotherInsideTheMonth() throws {
        for offset in stride(from: 0, to: 365, by: 3) {
            var story = Story()
            story.day = day("2026-01-01").adding(days: offset)
            let summary = try story.then(Cast.secretary, .draft(Papers.application)).then(Cast.secretary, .submit)
                .told().summary
            let spans = summary.planned(story.policy, calendar)
            #expect(spans.map(\.stage) == [.application, .review, .approval, .execution, .acceptance])
            #expect(spans.first?.from == summary.submittedOn)
            #expect(spans.last?.to == summary.dueOn)
            for (span, next) in zip(spans, spans.dropFirst()) {
                #expect(span.from <= span.to)
                #expect(span.to == next.from)
            }
        }
    }

    /// Submitted on Monday 2026-03-02: 1 + 2 working days until the approval, 2 for the award, then the notice.
    @Test func theAwardStandsBeforeItsNotice() {
        func award(_ policy: Policy) -> CivilDate? {
            policy.planned(from: day("2026-03-02"), due: day("2026-04-02"), calendar)[2].noticeFrom
        }
        #expect(award(.secretaryActsNow) == day("2026-03-09"))
        #expect(award(.with { $0.noticeWorkingDays = nil }) == nil)
    }

    @Test func aDraftHasNoPlan() throws {
        #expect(try Story.drafted().told().summary.planned(.secretaryActsNow, calendar).isEmpty)
    }

    /// Day 0: every office taking its full limit, what is left for the works.
    @Test func workingDaysForWorks() {
        let rule = MonthRule.civilMonth(rolls: true)
        let policy = Policy.secretaryActsNow
        // 23 working days less 1 + 2 + 2 + 5 of notice + 2.
        #expect(policy.workingDaysForWorks(rule.due(from: day("2026-03-02"), calendar: calendar)) == 11)
        let slow = Policy.with { $0.noticeWorkingDays = 20 }
        #expect(slow.workingDaysForWorks(rule.due(from: day("2026-03-02"), calendar: calendar)) == -4)
    }

    @Test func whatHappenedIsDrawnInOrder() throws {
        let story = try Story.completed()
        let spans = try story.told().summary.actual(until: day("2026-12-31"))
        #expect(spans.map(\.stage) == [.application, .review, .approval, .execution, .acceptance])
        #expect(spans.first?.from == day("2026-03-02"))
        #expect(spans.last?.to == story.project?.clock.completedOn)
    }

    /// After a return the earlier round is not drawn over the new one.
    @Test func aSecondRoundDoesNotRunBackwards() throws {
        let again = try Story.inApproval().later(days: 1)
            .then(Cast.director, .return(Return(sections: ["budget"], reason: "重报"))).later(days: 3)
            .then(Cast.secretary, .submit)
        #expect(try again.told().summary.actual(until: again.day).map(\.stage) == [.application])
        let reviewed = try again.later(days: 1).then(Cast.clerk, .admit)
        let spans = try reviewed.told().summary.actual(until: reviewed.day.adding(days: 2))
        #expect(spans.map(\.stage) == [.application, .review])
        #expect(spans.map(\.from) == [day("2026-03-02"), reviewed.day])
        #expect(spans.last?.to == reviewed.day.adding(days: 2))
    }
}
