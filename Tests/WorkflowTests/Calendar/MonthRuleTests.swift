import Testing
import Workflow

struct MonthRuleTests {
    private let calendar = NationalCalendar.calendar

    /// Submitted, nominal last day, due: the design's vectors, then month ends, leap days, December and 调休.
    @Test(arguments: [
        ("2026-01-31", "2026-02-28", "2026-02-28"), ("2026-01-15", "2026-02-15", "2026-02-24"),
        ("2026-04-09", "2026-05-09", "2026-05-09"), ("2026-08-20", "2026-09-20", "2026-09-20"),
        ("2026-09-02", "2026-10-02", "2026-10-08"), ("2026-11-20", "2026-12-20", "2026-12-21"),
        ("2026-01-28", "2026-02-28", "2026-02-28"), ("2026-01-30", "2026-02-28", "2026-02-28"),
        ("2024-01-29", "2024-02-29", "2024-02-29"), ("2024-01-31", "2024-02-29", "2024-02-29"),
        ("2024-02-29", "2024-03-29", "2024-03-29"), ("2023-01-31", "2023-02-28", "2023-02-28"),
        ("2026-03-31", "2026-04-30", "2026-04-30"), ("2026-05-31", "2026-06-30", "2026-06-30"),
        ("2025-12-15", "2026-01-15", "2026-01-15"), ("2025-12-31", "2026-01-31", "2026-02-02"),
        ("2025-12-04", "2026-01-04", "2026-01-04"), ("2025-12-01", "2026-01-01", "2026-01-04"),
        ("2026-02-28", "2026-03-28", "2026-03-30"), ("2026-03-02", "2026-04-02", "2026-04-02"),
    ])
    func theCivilMonth(_ submitted: String, _ nominal: String, _ due: String) {
        let found = MonthRule.civilMonth(rolls: true).due(from: day(submitted), calendar: calendar)
        #expect(found.nominal == day(nominal))
        #expect(found.due == day(due))
        #expect(found.start == day(submitted))
        #expect(!found.isProvisional)
        #expect(MonthRule.civilMonth(rolls: false).due(from: day(submitted), calendar: calendar).due == day(nominal))
    }

    @Test func aMissingDayIsSaid() {
        let rule = MonthRule.civilMonth(rolls: true)
        #expect(rule.due(from: day("2026-01-31"), calendar: calendar).isMonthEnd)
        #expect(rule.due(from: day("2026-03-31"), calendar: calendar).isMonthEnd)
        #expect(!rule.due(from: day("2026-01-28"), calendar: calendar).isMonthEnd)
        #expect(!rule.due(from: day("2026-07-31"), calendar: calendar).isMonthEnd)
    }

    /// Computed from weekends alone, and saying so.
    @Test(arguments: [
        ("2026-12-03", "2027-01-04", true), ("2027-09-01", "2027-10-01", true), ("2017-12-20", "2018-01-22", true),
        ("2026-11-30", "2026-12-30", false),
    ])
    func aYearWithoutATableIsProvisional(_ submitted: String, _ due: String, _ isProvisional: Bool) {
        let found = MonthRule.civilMonth(rolls: true).due(from: day(submitted), calendar: calendar)
        #expect(found.due == day(due))
        #expect(found.isProvisional == isProvisional)
    }

    @Test func otherRules() {
        let days = MonthRule.days(30, rolls: true).due(from: day("2026-01-15"), calendar: calendar)
        #expect(days.nominal == day("2026-02-14"))
        #expect(days.due == day("2026-02-14"))
        let rolled = MonthRule.days(31, rolls: true).due(from: day("2026-01-15"), calendar: calendar)
        #expect(rolled.due == day("2026-02-24"))
        let working = MonthRule.workingDays(20).due(from: day("2026-09-02"), calendar: calendar)
        #expect(working.due == day("2026-09-30"))
        #expect(working.workingDays == 20)
    }

    /// The village's own day stands as it is, on a Sunday or in a holiday; without one the start itself stands in.
    @Test(arguments: [("2026-06-28", "2026-06-28"), ("2026-10-03", "2026-10-03"), (nil, "2026-03-02")])
    func thePromisedDay(_ promised: String?, _ due: String) {
        let found = MonthRule.promised.due(
            from: day("2026-03-02"), promised: promised.map { day($0) }, calendar: calendar)
        #expect(found.nominal == day(due))
        #expect(found.due == day(due))
        #expect(!found.isMonthEnd)
    }

    /// The other rules do not look at a promised day.
    @Test(arguments: [MonthRule.civilMonth(rolls: true), .days(31, rolls: true), .workingDays(23)])
    func onlyThePromiseLooksAtIt(_ rule: MonthRule) {
        let found = rule.due(from: day("2026-03-02"), promised: day("2026-12-31"), calendar: calendar)
        #expect(found.due == day("2026-04-02"))
    }

    @Test func withoutRollingItStaysOnAHoliday() {
        let start = day("2026-09-02")
        #expect(MonthRule.civilMonth(rolls: false).due(from: start, calendar: calendar).due == day("2026-10-02"))
        #expect(MonthRule.days(30, rolls: false).due(from: start, calendar: calendar).due == day("2026-10-02"))
        #expect(MonthRule.days(30, rolls: true).due(from: start, calendar: calendar).due == day("2026-10-08"))
    }

    /// A submission, an admission, and the policy that says which of them counts.
    @Test(arguments: [(ClockStart.submission, "2026-03-02", "2026-04-02"), (.admission, "2026-03-09", "2026-04-09")])
    func whereTheClockStarts(_ start: ClockStart, _ from: String, _ due: String) throws {
        let story = try Story.submitted(policy: .with { $0.clockStart = start }).on(day("2026-03-09"))
            .then(Cast.clerk, .admit)
        #expect(story.project?.clock.dueOn == day(due))
        #expect(story.project?.clock.submittedOn == day("2026-03-02"))
    }

    /// Between sixteen and twenty-four working days lie in a month of 2026; the fewest over the Spring Festival.
    @Test func theMonthIsNotAlwaysAsLong() {
        var counts: Set<Int> = []
        for number in 0..<365 {
            let start = day("2026-01-01").adding(days: number)
            let due = MonthRule.civilMonth(rolls: true).due(from: start, calendar: calendar)
            counts.insert(due.workingDays)
            #expect(due.workingDays == calendar.workingDays(after: start, through: due.due))
        }
        #expect(counts.min() == 16)
        #expect(counts.max() == 24)
    }

    @Test func theLastYearOfTheRangeDoesNotTrap() {
        let due = MonthRule.civilMonth(rolls: false).due(from: day("2999-12-15"), calendar: calendar)
        #expect(due.nominal > due.start)
    }
}
