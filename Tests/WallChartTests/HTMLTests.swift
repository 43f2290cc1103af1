import Foundation
import FoundationXML
import Testing
import Workflow

@testable import WallChart

@Suite struct HTMLTests {
    @Test(arguments: Drawing.allCases) func thePageNeedsNothingElseAndRunsNothing(drawing: Drawing) throws {
        var random = RandomReports(seed: 41)
        for report in [Town.report(), random.report(rows: 40)] {
            let chart = WallChart(drawing: drawing, map: try TownMaps.map(report), link: { "/p/\($0)" })
            let page = String(decoding: try chart.render(report, as: .html), as: UTF8.self)
            #expect(page.hasPrefix("<!DOCTYPE html>"))
            #expect(page.contains("default-src 'none'"))
            #expect(!page.contains("<script") && !page.contains(" style=\"") && !page.contains("<link"))
            #expect(!page.contains("src=\"http") && page.components(of: "<svg ") == 1)
            let shown = report.projects.count { drawing != .board || $0.state.isPublished }
            #expect(page.components(of: "<tr>") == shown + 1)
            // No attribute begins with "on": there are no handlers.
            #expect(page.firstMatch(of: /<[^>]*\son[a-z]+=/) == nil)
        }
    }

    @Test(arguments: Drawing.allCases) func theSVGIsXML(drawing: Drawing) throws {
        var random = RandomReports(seed: 42)
        for _ in 0..<20 {
            let report = random.report(rows: 12)
            let chart = WallChart(
                drawing: drawing, map: try TownMaps.map(report), address: "https://liban.example/c?a=1&b=2",
                projectCodes: true, link: { "https://liban.example/p/\($0)?a=1&b=\"2\"" })
            #expect(XMLParser(data: Data(try chart.render(report, as: .svg))).parse())
        }
    }
}
