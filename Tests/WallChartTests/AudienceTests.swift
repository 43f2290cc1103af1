import Testing
import Workflow

@testable import WallChart

@Suite struct AudienceTests {
    /// Everything that is said about a project to everybody, whatever the form.
    private func words(_ format: ChartFormat, _ drawing: Drawing) throws -> String? {
        let chart = WallChart(drawing: drawing, audience: .public)
        let bytes = try chart.render(Town.report(), as: format)
        switch format {
        case .svg, .html, .csv, .text, .json: return String(decoding: bytes, as: UTF8.self)
        case .xlsx: return try Tools.text("unzip", ["-p", "-in-"], bytes, suffix: "xlsx")
        case .pdf: return try Tools.text("pdftotext", ["-raw", "-in-", "-"], bytes)
        case .png: return nil
        }
    }

    @Test(arguments: ChartFormat.allCases, Drawing.allCases) func noNameAndNoInnerWordLeavesTheOffice(
        format: ChartFormat, drawing: Drawing
    ) throws {
        guard let words = try words(format, drawing) else { return }
        let report = Town.report()
        let inner =
            report.projects.map(\.secretary) + report.projects.map(\.officer)
            + report.projects.compactMap(\.turnName).filter { $0 != "财政所" }
            + report.projects.flatMap { [$0.blocker, $0.openConsultation, $0.openDispatch, $0.ledger.remark] }
            .compactMap { $0 }
        for word in Set(inner) { #expect(!words.contains(word), "\(word)") }
        // Residents hear of a project with its notice, and not before.
        for row in report.projects where !row.state.isPublished {
            #expect(!words.contains(row.number), "\(row.number)")
        }
    }

    @Test func whatIsNotPublishedIsNotCountedEither() {
        let report = Town.report()
        let shown = report.forEverybody
        let published = report.projects.filter(\.state.isPublished)
        #expect(published.count < report.projects.count && shown.projects.count == published.count)
        #expect(shown.totals.requested == published.reduce(.zero) { $0 + $1.requested })
        #expect(shown.units.map(\.unit) == report.units.map(\.unit))
        #expect(shown.units.reduce(0) { $0 + $1.byLight.values.reduce(0, +) } == published.count)
    }

    @Test func theBoardIsForEverybodyEvenWhenNobodySaysSo() throws {
        let svg = SVGTests.text(try WallChart(drawing: .board).render(Town.report(), as: .svg))
        #expect(!svg.contains("配电改造未到位") && !svg.contains("周主任") && !svg.contains("指导员乙"))
        for word in ["项目公示栏", "云岭巷道路灯更新，共 24 处", "11月12日", "超9天", "96.8%", "实施中"] {
            #expect(svg.contains(word), "\(word)")
        }
    }

    @Test func aUnitsSheetHasItsProjectsAndSums() {
        let own = Town.report().sheet(of: "云岭村")
        #expect(own.projects.count == 3 && own.totals.projects == 3)
        #expect(own.projects.allSatisfy { $0.unit == "云岭村" })
        #expect(own.totals.awarded == own.projects.reduce(.zero) { $0 + $1.awarded })
        #expect(own.totals.byLight[.red] == 1)
        #expect(own.units.map(\.unit) == ["云岭村"])
    }
}
