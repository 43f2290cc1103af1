import Foundation
import Testing
import Workflow

struct CivilDateTests {
    /// Counted one by one from Monday, 1 January 1900, with the old rule of thirty days hath September.
    @Test func everyDayFrom1900To2199RoundTrips() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number = Int32(-25_567)
        var weekday = 1
        var wrong: [String] = []
        for year in 1900...2199 {
            for month in 1...12 {
                let leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
                for day in 1...(lengths[month - 1] + (leap ? 1 : 0)) {
                    let date = CivilDate(dayNumber: number)
                    let isSame =
                        date.parts == (year, month, day) && CivilDate(year: year, month: month, day: day) == date
                        && CivilDate(date.description) == date && date.weekday == weekday
                    if !isSame { wrong.append("\(year)-\(month)-\(day)") }
                    number += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(wrong.isEmpty)
        #expect(number == CivilDate(year: 2200, month: 1, day: 1)?.dayNumber)
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
        (2026, 1, 32), (2026, 1, -1), (1899, 12, 31), (3000, 1, 1), (26, 3, 5),
    ])
    func impossibleDays(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (1900, 1, 1), (2999, 12, 31)])
    func possibleDays(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) != nil)
    }

    @Test(arguments: [
        "2026-03-05", "2026-3-5", "2026.3.5", "2026.03.05", "2026/3/5", "2026年3月5日", "2026年03月05日",
        "２０２６年３月５日", "２０２６－０３－０５", " 2026-03-05 ", "2026 年 3 月 5 日", "2026年3月5",
    ])
    func formsPeopleType(_ text: String) {
        #expect(CivilDate(text)?.description == "2026-03-05")
    }

    @Test(arguments: [
        "", "2026", "2026-03", "2026-03-05-06", "20260305", "2026--03-05", "-2026-03-05", "2026-03-05T00:00",
        "03/05/2026",
        "5.3.2026", "2026-3-1 5", "20 26-3-5", "2026-02-30", "2026-13-01", "二〇二六年三月五日", "46086", "99999-1-1",
        "2026-03-05 10", "2026-3-99999999999999999999",
    ])
    func notADay(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func arithmeticCrossesYears() {
        #expect(day("2025-12-31").adding(days: 1) == day("2026-01-01"))
        #expect(day("2024-02-28").adding(days: 1) == day("2024-02-29"))
        #expect(day("2026-03-05").adding(days: -64) == day("2025-12-31"))
        #expect(day("2026-03-05").days(since: day("2025-12-31")) == 64)
        #expect(day("2025-12-31").days(since: day("2026-03-05")) == -64)
    }

    @Test func codedAsText() throws {
        #expect(try String(decoding: JSONEncoder().encode([day("2026-03-05")]), as: UTF8.self) == #"["2026-03-05"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
