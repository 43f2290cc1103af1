import Testing
import Workflow

@testable import WallChart

@Suite struct TextChartTests {
    private func lines(_ report: ChartReport, columns: Int, colour: Bool = false) throws -> [String] {
        let bytes = try WallChart(textColumns: columns, textColour: colour).render(report, as: .text)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(arguments: [80, 100, 120, 200]) func columnsStandUnderEachOther(columns: Int) throws {
        let all = try lines(Town.report(), columns: columns)
        #expect(all.allSatisfy { terminalWidth($0) <= columns })
        let rows = all.filter { line in
            Light.allCases.contains { line.contains("\($0.shape) \($0.chinese)") } && !line.hasPrefix("共")
        }
        #expect(rows.count == 42)
        let starts = Set(
            rows.map { row in
                terminalWidth(
                    String(row.prefix { character in !Light.allCases.contains { $0.shape == String(character) } }))
            })
        #expect(starts.count == 1)
    }

    @Test func hostileTitlesStayInTheirColumns() throws {
        var random = RandomReports(seed: 11)
        for _ in 0..<50 {
            let report = random.report(rows: 20)
            #expect(try lines(report, columns: 120).dropFirst().allSatisfy { terminalWidth($0) <= 120 })
        }
    }

    @Test func colourOnlyWhenAsked() throws {
        #expect(try !lines(Town.report(), columns: 120).contains { $0.contains("\u{1B}") })
        let coloured = try lines(Town.report(), columns: 120, colour: true)
        #expect(coloured.contains { $0.contains("\u{1B}[1;31m▲ 超期") })
    }

    @Test func widthsOfCharacters() {
        #expect(terminalWidth("村A") == 3)
        #expect(inColumns("项目名称", 6) == "项目… ")
        #expect(inColumns("项目", 6, alignRight: true) == "  项目")
        #expect(terminalWidth(inColumns("长长长长", 7)) == 7)
    }
}
