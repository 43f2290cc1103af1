import Seeds
import Testing
import Workflow

struct WorkingCalendarTests {
    private let calendar = NationalCalendar.calendar

    @Test(arguments: [
        ("2026-02-28", true), ("2026-02-14", true), ("2026-02-16", false), ("2026-10-01", false), ("2026-10-10", true),
        ("2026-10-11", false), ("2026-03-02", true), ("2026-03-07", false), ("2026-03-08", false),
    ])
    func theTableGoesBeforeTheWeekday(_ date: String, _ isWorking: Bool) {
        #expect(calendar.isWorking(day(date)) == isWorking)
    }

    @Test func namesAreKept() {
        #expect(calendar.name(of: day("2026-10-01")) == "国庆节")
        #expect(calendar.name(of: day("2026-03-02")) == nil)
    }

    @Test func withoutATableWeekendsCountAndItIsSaid() {
        let empty = WorkingCalendar([])
        #expect(!empty.isWorking(day("2026-02-28")))
        #expect(empty.isWorking(day("2026-10-01")))
        #expect(empty.isProvisional(day("2026-10-01")))
        #expect(!calendar.isProvisional(day("2026-10-01")))
        #expect(calendar.isProvisional(day("2027-01-04")))
    }

    /// A few days of next January, printed with this year's table, are no table of next year; ten are.
    @Test(arguments: [(0, false), (1, false), (9, false), (10, true), (30, true)])
    func aYearIsTabledWhenItsTableIsWhole(_ count: Int, _ isTabled: Bool) {
        let rows = (0..<count).map {
            WorkingCalendar.Exception(date: day("2027-01-01").adding(days: $0), isWorking: false, name: "元旦")
        }
        let calendar = WorkingCalendar(NationalCalendar.exceptions + rows)
        #expect(calendar.tabledYears.contains(2027) == isTabled)
        #expect(calendar.isProvisional(day("2027-06-01")) == !isTabled)
        // Its rows count all the same: New Year's Day is a holiday whoever printed it.
        if count > 0 { #expect(!calendar.isWorking(day("2027-01-01"))) }
        #expect(!calendar.isProvisional(day("2026-06-01")))
    }

    /// The same day ten times over is one day.
    @Test func aDayRepeatedIsOneRow() {
        let row = WorkingCalendar.Exception(date: day("2027-01-01"), isWorking: false, name: "元旦")
        #expect(WorkingCalendar(Array(repeating: row, count: 20)).tabledYears.isEmpty)
    }

    @Test func fiveWorkingDaysCanTakeFifteen() {
        #expect(calendar.adding(workingDays: 5, to: day("2026-09-23")) == day("2026-10-08"))
        #expect(calendar.adding(workingDays: 1, to: day("2026-03-06")) == day("2026-03-09"))
        #expect(calendar.adding(workingDays: -1, to: day("2026-03-09")) == day("2026-03-06"))
        #expect(calendar.adding(workingDays: 0, to: day("2026-03-07")) == day("2026-03-07"))
    }

    /// What holds for every start and count.
    @Test func arithmeticAgreesWithItself() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<3_000 {
            let start = day("2018-01-01").adding(days: random.below(3287))
            let count = random.below(60)
            let end = calendar.adding(workingDays: count, to: start)
            #expect(calendar.workingDays(after: start, through: end) == count)
            if count > 0 {
                #expect(calendar.isWorking(end))
                #expect(end > start)
                #expect(calendar.workingDays(after: start, through: end.adding(days: -1)) == count - 1)
            }
            let back = calendar.adding(workingDays: -count, to: start)
            #expect(back <= start)
            let rolled = calendar.rolled(start)
            #expect(calendar.isWorking(rolled))
            #expect(calendar.rolled(rolled) == rolled)
            #expect(calendar.workingDays(after: start.adding(days: -1), through: rolled) == 1)
            let middle = start.adding(days: random.below(30))
            let far = middle.adding(days: random.below(30))
            #expect(
                calendar.workingDays(after: start, through: middle) + calendar.workingDays(after: middle, through: far)
                    == calendar.workingDays(after: start, through: far))
        }
    }

    @Test func nothingLiesBackwards() {
        #expect(calendar.workingDays(after: day("2026-03-05"), through: day("2026-03-05")) == 0)
        #expect(calendar.workingDays(after: day("2026-03-05"), through: day("2026-03-01")) == 0)
    }
}
