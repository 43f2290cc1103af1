import Testing
import Workflow

struct DueOracleTests {
    /// Every day of nine years on which a project may be submitted.
    @Test func everySubmissionDayFrom2018To2026() throws {
        let slow = try SlowCalendar()
        let rule = MonthRule.civilMonth(rolls: true)
        var submitted = "2018-01-01"
        var compared = 0
        while submitted <= "2026-12-31" {
            let due = rule.due(from: day(submitted), calendar: NationalCalendar.calendar)
            let expected = try #require(slow.due(submitted))
            #expect(due.due.description == expected, "submitted \(submitted)")
            #expect(slow.date(expected).map(slow.isWorking) == true)
            #expect(
                due.isProvisional == (expected >= "2027-01-01" || due.nominal.year > 2026), "submitted \(submitted)")
            compared += 1
            submitted = try #require(slow.next(submitted))
        }
        #expect(compared == 3287)
    }

    @Test func theTableIsWhole() {
        #expect(NationalCalendar.exceptions.count == 223)
        #expect(NationalCalendar.calendar.tabledYears == Set(2018...2026))
        // An exception that says what the weekday says anyway would be a slip.
        for exception in NationalCalendar.exceptions {
            #expect(exception.isWorking == (exception.date.weekday > 5), "\(exception.date)")
        }
    }
}
