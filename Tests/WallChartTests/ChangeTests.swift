import Testing
import Workflow

@testable import WallChart

@Suite struct ChangeTests {
    @Test func newAndClearedRedsComeFromTheLastEdition() {
        let facts = ChartFacts(Town.report())
        #expect(facts.newReds.map(\.number) == ["云书办〔2026〕35号"])
        #expect(facts.clearedReds.map(\.number) == ["云书办〔2026〕30号"])
        #expect(facts.forecastMisses.map(\.number) == ["云书办〔2026〕36号"])
    }

    @Test func theDigestOfAPrintIsWhatTheNextOneComparesWith() {
        let first = Town.report()
        var second = first
        second.previous = ChartDigest(first)
        let facts = ChartFacts(second)
        #expect(facts.newReds.isEmpty && facts.clearedReds.isEmpty)
        #expect(Light.allCases.allSatisfy { second.previous?.count($0) == first.totals.byLight[$0] ?? 0 })
    }

    @Test func theSheetSaysWhatChangedAndWhichEditionItIs() throws {
        let svg = SVGTests.text(try WallChart().render(Town.report(), as: .svg))
        for word in ["第3版 11月14日", "新增红灯", "红灯已消", "预计赶不上", "第 4 版，第 3 版（11月14日）作废", "六、村（社区）晾晒"] {
            #expect(svg.contains(word), "\(word)")
        }
        var first = Town.report()
        first.previous = nil
        first.edition = nil
        let plain = SVGTests.text(try WallChart().render(first, as: .svg))
        #expect(plain.contains("首版") && plain.contains("版次 20261121-1018") && !plain.contains("）作废"))
    }

    /// Seven kinds of waiting are more than the panel has lines: none is left out.
    @Test func whatWaitsIsAllInThePanel() throws {
        let svg = SVGTests.text(try WallChart().render(Town.report(), as: .svg))
        for word in ["有堵点", "会诊中", "派单中"] { #expect(svg.contains(word), "\(word)") }
        #expect(!svg.contains("类，见下表"))
    }

    @Test(arguments: [ChartFormat.svg, .html, .csv, .text]) func theTownsOwnWordsStandOnItsChart(format: ChartFormat)
        throws
    {
        var report = Town.report()
        report.labels = ["办结": "销账", "项目名称": "事项"]
        let words = SVGTests.text(try WallChart().render(report, as: format))
        #expect(words.contains("■ 销账") || words.contains(">销账</text>"))
        #expect(!words.contains("■ 办结") && !words.contains(">办结</text>"))
        #expect(format == .text || words.contains("事项"))
    }
}
