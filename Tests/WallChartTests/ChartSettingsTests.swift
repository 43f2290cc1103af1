import Testing
import Workflow

@testable import WallChart

/// Columns and order of chart and ledger are the policy's.
@Suite struct ChartSettingsTests {
    private static let settings = ChartSettings(
        columns: [.unit, .title, .category, .requested, .axis, .light, .dueOn, .next],
        ledger: [.number, .light, .unit, .title, .requested, .awarded], order: .light)

    private func report(_ settings: ChartSettings? = settings) -> ChartReport {
        var report = Town.report()
        report.settings = settings
        return report
    }

    @Test func theSheetHasThePolicysColumnsInItsOrder() throws {
        let sheet = Sheet.tall(.A0, rows: 42)
        var drawing = ChartSheet(report(), facts: ChartFacts(report()), sheet: sheet)
        let texts = drawing.draw().texts
        func left(_ words: String) -> Double? { texts.first { $0.text == words }?.cell.x }
        let heads = ["序", "村（社区）", "项目名称", "类别", "申请金额", "灯", "时限", "下一步·责任人"]
        let places = try heads.map { try #require(left($0), "\($0)") }
        #expect(places == places.sorted())
        for gone in ["片区", "项目编号", "书记", "指导员", "批复金额", "存在问题", "手写批注"] { #expect(left(gone) == nil, "\(gone)") }
        #expect(texts.contains { $0.text == "417.35" })
    }

    @Test func theLedgerHasThePolicysColumnsInItsOrder() throws {
        let text = String(decoding: try WallChart().render(report(), as: .csv), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}项目编号,灯,村（社区）,项目名称,申请金额(万元),批复金额(万元)\r\n"))
        let workbook = try WallChart().render(report(), as: .xlsx)
        let sheet = try Tools.run("unzip", ["-p", "-in-", "xl/worksheets/sheet1.xml"], workbook, suffix: "xlsx")
        let sums = try Cells.read(sheet).filter { $0.formula.hasPrefix("SUM(") }
        #expect(sums.map(\.reference) == ["E46", "F46"])
        // Lights are coloured where they stand, and a narrow ledger needs one page.
        let xml = String(decoding: sheet, as: UTF8.self)
        #expect(xml.contains("<conditionalFormatting sqref=\"B4:B45\">") && !xml.contains("fitToWidth=\"2\""))
    }

    @Test func aTerminalShowsMoreWhereThereIsRoom() throws {
        func head(_ report: ChartReport, _ columns: Int) throws -> String {
            let text = String(
                decoding: try WallChart(textColumns: columns).render(report, as: .text), as: UTF8.self)
            return try #require(text.split(separator: "\n").map(String.init).first { $0.hasPrefix(" 序") })
        }
        #expect(try !head(report(nil), 120).contains("书记"))
        let wide = try head(report(nil), 200)
        for word in ["片区", "项目编号", "书记", "指导员", "批复(万元)"] { #expect(wide.contains(word), "\(word)") }
        let own = try head(report(), 160)
        #expect(own.contains("类别") && own.contains("申请(万元)") && !own.contains("批复") && !own.contains("书记"))
    }

    @Test func rowsStandInThePolicysOrder() {
        let rows = Town.report().projects
        #expect(RowOrder.unit.sorted(rows) == rows)
        let byLight = RowOrder.light.sorted(rows)
        #expect(byLight.first?.light == .red && byLight.last?.light == .grey)
        // Within a light the units keep their order.
        #expect(byLight.filter { $0.light == .blue } == rows.filter { $0.light == .blue })
        let byDay = RowOrder.dueOn.sorted(rows)
        let open = byDay.prefix { $0.completedOn == nil && !$0.state.isEnd }.compactMap(\.dueOn)
        #expect(open.count > 5 && open == open.sorted())
        #expect(Set(byDay.map(\.id)) == Set(rows.map(\.id)))
    }

    @Test func anEditionFromBeforeHasTheUsualColumns() {
        #expect(report(nil).columns == ChartSettings.usual.columns)
        #expect(Ledger.columns(report(nil)).map(\.field) == LedgerField.allCases)
    }
}
