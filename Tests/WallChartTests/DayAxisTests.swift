import Testing
import Workflow

@testable import WallChart

@Suite struct DayAxisTests {
    static let box = Box(x: 100, y: 0, width: 1000, height: 10)

    @Test func positionsAreExact() throws {
        // 306 days over 1,000 points: no day is a whole number of points wide.
        let axis = try #require(DayAxis(Town.days("03-01", "12-31"), in: Self.box))
        #expect(axis.dayWidth == 1000.0 / 306)
        for day in ["03-01", "03-02", "07-19", "12-31"] {
            let date = Town.day(day)
            let exact = 100 + Double(date.days(since: Town.day("03-01"))) * 1000 / 306
            #expect(abs(axis.start(of: date) - exact) < 1e-9)
            #expect(abs(axis.end(of: date) - exact - 1000.0 / 306) < 1e-9)
        }
        #expect(abs(axis.right - 1100) < 1e-9)
        let noon = Instant(startOf: Town.day("03-02")).adding(seconds: 12 * 3600)
        let position = try #require(axis.position(of: noon))
        #expect(abs(position - (100 + 1.5 * 1000 / 306)) < 1e-9)
        #expect(axis.position(of: Instant(startOf: Town.day("02-28"))) == nil)
    }

    @Test func makeUpWorkdaysAreNotShaded() throws {
        let axis = try #require(DayAxis(Town.days("09-14", "10-11"), in: Self.box))
        let off = axis.daysOff.map { "\($0.lowerBound)…\($0.upperBound)" }
        // Sunday 09-20 and Saturday 10-10 are worked; 09-25 and 10-01…07 are holidays.
        #expect(
            off == [
                "2026-09-19…2026-09-19", "2026-09-25…2026-09-27", "2026-10-01…2026-10-07", "2026-10-11…2026-10-11",
            ])
    }

    @Test func monthsAndMondaysCoverTheAxis() throws {
        let axis = try #require(DayAxis(Town.days("03-18", "05-02"), in: Self.box))
        #expect(axis.months.map { $0.lowerBound.description } == ["2026-03-18", "2026-04-01", "2026-05-01"])
        #expect(axis.months.last?.upperBound == Town.day("05-02"))
        #expect(axis.mondays.first == Town.day("03-23"))
        #expect(axis.mondays.allSatisfy { $0.weekday == 1 })
        #expect(axis.mondays.last == Town.day("04-27"))
        #expect(DayAxis([], in: Self.box) == nil)
    }

    @Test func theDrawnBarBeginsAndEndsWithItsDays() throws {
        let report = Town.report()
        let sheet = Sheet.tall(.A0, rows: report.projects.count)
        var drawing = ChartSheet(report, facts: ChartFacts(report), sheet: sheet)
        let columns = Columns(
            Box(x: sheet.content.x, y: 0, width: sheet.content.width, height: 1), em: sheet.em)
        let axis = try #require(DayAxis(report.axis, in: columns.axis))
        let row = try #require(report.projects.first)
        let works = try #require(row.actual.first { $0.stage == .execution })
        let until = try #require(row.actual.last).from
        let colour = Palette.tint(of: .execution)
        let bars = drawing.draw().compactMap { shape -> Box? in
            if case .rectangle(let box, fill: colour, stroke: nil) = shape { box } else { nil }
        }
        #expect(
            bars.contains {
                abs($0.x - axis.start(of: works.from)) < 1e-6 && abs($0.right - axis.start(of: until)) < 1e-6
            })
    }
}
