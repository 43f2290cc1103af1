import Testing
import Workflow

struct InstantTests {
    /// 2026-03-05T15:59:59.999999Z is the last microsecond of the fifth of March in Shanghai.
    @Test func theDayEndsAtSixteenHoursUTC() {
        let next = Instant(startOf: day("2026-03-06"))
        #expect(next.description == "2026-03-05T16:00:00.000000Z")
        #expect(next.civilDate == day("2026-03-06"))
        #expect(next.clockText == "00:00")
        let last = Instant(microseconds: next.microseconds - 1)
        #expect(last.description == "2026-03-05T15:59:59.999999Z")
        #expect(last.civilDate == day("2026-03-05"))
        #expect(last.clockText == "23:59")
    }

    @Test func beforeTheEpochToo() {
        let last = Instant(microseconds: Instant(startOf: day("1950-01-01")).microseconds - 1)
        #expect(last.civilDate == day("1949-12-31"))
        #expect(last.description == "1949-12-31T15:59:59.999999Z")
        #expect(Instant(microseconds: -1).description == "1969-12-31T23:59:59.999999Z")
    }

    @Test func everyDayBeginsWhereTheLastEnds() {
        for number in Int32(-30_000)...60_000 where number % 97 == 0 {
            let day = CivilDate(dayNumber: number)
            let start = Instant(startOf: day)
            #expect(start.civilDate == day)
            #expect(Instant(microseconds: start.microseconds - 1).civilDate == day.adding(days: -1))
            #expect(start.adding(seconds: 86_400) == Instant(startOf: day.adding(days: 1)))
        }
    }

    @Test func microsecondsAreWritten() {
        #expect(Instant(microseconds: 4).description == "1970-01-01T00:00:00.000004Z")
        #expect(Instant(microseconds: 1_772_672_523_000_004).description == "2026-03-05T01:02:03.000004Z")
        #expect(Instant(microseconds: 1_772_672_523_000_004).clockText == "09:02")
    }
}
