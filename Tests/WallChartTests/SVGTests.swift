import Testing
import Workflow

@testable import WallChart

@Suite struct SVGTests {
    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func allFactsOfTheTownStandOnTheSheet() throws {
        let report = Town.report()
        let svg = Self.text(try WallChart().render(report, as: .svg))
        for row in report.projects { #expect(svg.contains(">\(row.title)</text>")) }
        for word in [
            "云岭镇“书记立办”2026年挂图作战图", "数据截至 2026-11-21 10:18", "K7Q2-93FD", "今天 11月21日", "超9天", "配电改造未到位", "周主任",
            "合计\u{2003}共 42 项", "第 1 页 共 1 页", "手写批注", "341.10", "600.00", "2026年3月", "迟8天", "提前7天",
        ] { #expect(svg.contains(word), "\(word)") }
    }

    @Test func markupIsEscapedAndControlsAreDropped() throws {
        var random = RandomReports(seed: 1)
        let base = random.report(rows: 1).projects[0]
        let row = base.retitled("<script>alert(\"x\" & 'y')</script>\u{1}\u{FFFF}")
        let bytes = try WallChart(link: { _ in "/p?a=1&b=\"2\"" }).render(Town.report([row]), as: .svg)
        let svg = Self.text(bytes)
        #expect(!svg.contains("<script"))
        #expect(svg.contains("&lt;script&gt;"))
        #expect(svg.contains("xlink:href=\"/p?a=1&amp;b=&quot;2&quot;\""))
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test func onlyWebAddressesBecomeLinks() throws {
        for address in ["javascript:alert(1)", "data:text/html,x", "vbscript:x"] {
            let svg = Self.text(try WallChart(link: { _ in address }).render(Town.report(), as: .svg))
            #expect(!svg.contains("<a "))
        }
        let svg = Self.text(try WallChart(link: { "/projects/\($0)" }).render(Town.report(), as: .svg))
        #expect(svg.components(of: "<a ") == 42 && svg.components(of: "</a>") == 42)
    }

    @Test func moreRowsThanASheetMakeATallSheetWithAllOfThem() throws {
        var random = RandomReports(seed: 3)
        let report = random.report(rows: 300)
        let svg = Self.text(try WallChart().render(report, as: .svg))
        #expect(svg.contains("列示 300 项，无删减"))
        #expect(svg.contains(">300</text>"))
        #expect(WallChart().pageCount(report) == WallChart().renderPages(report).count)
        #expect(WallChart().pageCount(report) > 5)
    }

    @Test func anEmptyYearSaysSo() throws {
        let svg = Self.text(try WallChart().render(Town.report([]), as: .svg))
        #expect(svg.contains("本年度尚无申报项目（以下空白）"))
        #expect(svg.contains("目前没有红灯项目。"))
    }
}

extension String {
    func components(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}

extension ChartRow {
    func retitled(_ title: String) -> ChartRow {
        ChartRow(
            id: id, number: number, title: title, area: area, unit: unit, category: category, secretary: secretary,
            officer: officer, state: state, light: light, lightReason: lightReason, turn: turn, turnName: turnName,
            requested: requested, awarded: awarded, disbursed: disbursed, settled: settled, submittedOn: submittedOn,
            dueOn: dueOn, dueProvisional: dueProvisional, completedOn: completedOn, daysLeft: daysLeft,
            blocker: blocker,
            nextAction: nextAction, actual: actual, planned: planned, recordedLate: recordedLate)
    }
}
