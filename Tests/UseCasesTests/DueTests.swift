import Boot
import Testing
import Workflow

/// The due day with the shipped calendar, as `liban due` answers.
struct DueTests {
    @Test(
        arguments: [
            ("2026-01-31", "2026-02-28", "makeUpWorkday"), ("2026-01-15", "2026-02-24", "rolled"),
            ("2026-04-09", "2026-05-09", "makeUpWorkday"), ("2026-08-20", "2026-09-20", "makeUpWorkday"),
            ("2026-09-02", "2026-10-08", "rolled"), ("2026-11-20", "2026-12-21", "rolled"),
        ])
    func theVectorsOfTheMonthRule(_ submitted: String, _ due: String, _ last: String) throws {
        let answer = DueExplanation(submittedOn: day(submitted), calendar: WorkingCalendar(try Shipped.calendar()))
        #expect(answer.dueOn == day(due))
        #expect(!answer.provisional)
        #expect(answer.reasons.last?.code == last)
    }

    @Test func aYearWithoutATableIsProvisionalAndNamed() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        let answer = DueExplanation(submittedOn: day("2026-12-10"), calendar: calendar)
        #expect(answer.provisional)
        #expect(answer.reasons.last?.chinese.contains("2027") == true)
        #expect(DueExplanation(submittedOn: day("2027-03-05"), calendar: calendar).provisional)
    }

    @Test func theLastDayStandsWhereTheNextMonthIsShorter() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        let answer = DueExplanation(submittedOn: day("2026-01-31"), calendar: calendar)
        #expect(answer.nominal == day("2026-02-28"))
        #expect(answer.reasons.map(\.code) == ["startNotCounted", "monthEnd", "makeUpWorkday"])
    }

    @Test func theBackwardPlanAddsUp() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        let plan = DueExplanation(submittedOn: day("2026-01-31"), calendar: calendar).plan
        #expect(plan.sum == "16 − 受理1 − 审核2 − 批复2 − 公示5 − 验收2 = 4")
        #expect(plan.workingDaysForWorks == 4 && plan.fits)
        #expect(plan.steps.map(\.workingDays) == [1, 2, 7, 4, 2])
        #expect(plan.steps.first?.from == day("2026-01-31") && plan.steps.last?.to == day("2026-02-28"))
        #expect(!plan.lines.contains { $0.contains("⚠") })
    }

    /// Notice and offices take the whole promise: said on the day of submission.
    @Test func aPromiseWithoutRoomForWorksIsWarnedOfOnTheFirstDay() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        var policy = Policy.secretaryActsNow
        for (notice, fits) in [(8, true), (9, false)] {
            policy.noticeWorkingDays = notice
            let plan = DueExplanation(submittedOn: day("2026-01-31"), policy: policy, calendar: calendar).plan
            #expect(plan.workingDaysForWorks == 9 - notice)
            #expect(plan.fits == fits)
            #expect(plan.lines.contains { $0.contains("⚠") } == !fits)
        }
    }

    @Test func everyPresetSaysHowItCounts() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        let admitted = DueExplanation(submittedOn: day("2026-03-02"), policy: .peoplesBusiness, calendar: calendar)
        #expect(admitted.reasons[0].chinese.contains("受理"))
        #expect(admitted.plan.steps.map(\.stage) == [.review, .approval, .execution, .acceptance])
        let promised = DueExplanation(
            submittedOn: day("2026-03-02"), promised: day("2026-04-04"), policy: .openWithOneThing, calendar: calendar)
        #expect(promised.dueOn == day("2026-04-04"))
        #expect(promised.reasons.map(\.code) == ["promised", "notRolled"])
        var policy = Policy.secretaryActsNow
        policy.month = .workingDays(20)
        let counted = DueExplanation(submittedOn: day("2026-03-02"), policy: policy, calendar: calendar)
        #expect(counted.reasons.map(\.code) == ["startNotCounted", "workingDays", "workday"])
        #expect(counted.workingDays == 20)
    }
}
