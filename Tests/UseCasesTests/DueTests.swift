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
}
