import Foundation
import FoundationXML
import Testing
import Workflow

@testable import WallChart

@Suite struct LedgerTests {
    /// Rows of cells, read as RFC 4180 says.
    private func parse(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        for character in String(decoding: bytes.dropFirst(3), as: UTF8.self).replacing("\"\"", with: "\u{1}") {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r\n" where !isQuoted:
                rows.append(row + [cell])
                row = []
                cell = ""
            case "\u{1}": cell.append("\"")
            case let other: cell.append(other)
            }
        }
        return rows
    }

    @Test func theCSVHasEveryRowAndColumn() throws {
        let bytes = try WallChart().render(Town.report(), as: .csv)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let rows = parse(bytes)
        #expect(rows.count == 43)
        #expect(rows.allSatisfy { $0.count == Ledger.columns(Town.report()).count })
        let titles = try #require(rows.first?.firstIndex(of: "项目名称"))
        #expect(rows.dropFirst().map { $0[titles] } == Town.report().projects.map(\.title))
    }

    @Test func aTitleThatIsAFormulaStaysAText() throws {
        for title in ["=1+1", "+86 13800000000", "-5", "@SUM(A1)", "＝HYPERLINK(\"x\")"] {
            let report = Town.report([Town.report().projects[0].retitled(title)])
            let rows = parse(try WallChart().render(report, as: .csv))
            #expect(rows[1][4] == "'" + title)
        }
        #expect(LedgerCSV.harmless("路灯=好") == "路灯=好")
    }

    @Test func hostileTextKeepsTheRowsWhole() throws {
        var random = RandomReports(seed: 21)
        for _ in 0..<40 {
            let report = random.report(rows: 30)
            let rows = parse(try WallChart().render(report, as: .csv))
            #expect(rows.count == 31 && rows.allSatisfy { $0.count == Ledger.columns(report).count })
        }
    }

    /// A part of the workbook.
    private func part(_ name: String, _ workbook: [UInt8]) throws -> [UInt8] {
        try Tools.run("unzip", ["-p", "-in-", name], workbook, suffix: "xlsx")
    }

    @Test func theWorkbookIsSetUpAndItsTotalsAgree() throws {
        let report = Town.report()
        let workbook = try WallChart().render(report, as: .xlsx)
        let sheet = try part("xl/worksheets/sheet1.xml", workbook)
        let cells = try Cells.read(sheet)
        let sums = cells.filter { $0.formula.hasPrefix("SUM(") }
        #expect(sums.count == Ledger.columns(report).count { $0.isSummed })
        for sum in sums {
            let column = sum.reference.prefix { $0.isLetter }
            let own = cells.filter {
                $0.formula.isEmpty && $0.reference.prefix { $0.isLetter } == column && $0.isNumber
            }
            let added = own.reduce(0.0) { $0 + (Double($1.value) ?? 0) }
            let cached = try #require(Double(sum.value))
            #expect(abs(added - cached) < 1e-6, "\(sum.reference)")
            #expect(sum.formula == "SUM(\(column)4:\(column)45)")
        }
        let awarded = try #require(Ledger.columns(report).firstIndex { $0.head == "批复金额(万元)" })
        let total = try #require(sums.first { $0.reference == LedgerXLSX.letters(awarded) + "46" })
        #expect(total.value == "341.1")
        let xml = String(decoding: sheet, as: UTF8.self)
        for words in [
            "state=\"frozen\"", "<autoFilter ref=\"A3:", "paperSize=\"8\"", "orientation=\"landscape\"",
            "fitToHeight=\"0\"",
            "数据截至 2026-11-21 10:18", "<conditionalFormatting ", "▲ 超期", "第 4 版，第 3 版（11月14日）作废",
        ] { #expect(xml.contains(words), "\(words)") }
        let book = String(decoding: try part("xl/workbook.xml", workbook), as: UTF8.self)
        #expect(book.contains("_xlnm.Print_Titles") && book.contains("'台账'!$3:$3") && book.contains("晾晒"))
    }

    @Test func everyPartOfAHostileWorkbookIsXML() throws {
        var random = RandomReports(seed: 22)
        for rows in [0, 1, 60] {
            let workbook = try WallChart().render(random.report(rows: rows), as: .xlsx)
            for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/core.xml"] {
                let part = try part(name, workbook)
                #expect(XMLParser(data: Data(part)).parse(), "\(rows) rows: \(name)")
            }
        }
    }

    @Test func columnsAreNamedAsInSpreadsheets() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(LedgerXLSX.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }
}

/// The cells of a worksheet.
final class Cells: NSObject, XMLParserDelegate {
    struct Cell {
        var reference = ""
        var isNumber = true
        var formula = ""
        var value = ""
    }

    private var all: [Cell] = []
    private var text = ""

    static func read(_ sheet: [UInt8]) throws -> [Cell] {
        let cells = Cells()
        let parser = XMLParser(data: Data(sheet))
        parser.delegate = cells
        try #require(parser.parse())
        return cells.all
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "c" { all.append(Cell(reference: attributes["r"] ?? "", isNumber: attributes["t"] == nil)) }
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard !all.isEmpty else { return }
        if name == "f" { all[all.count - 1].formula = text }
        if name == "v" { all[all.count - 1].value = text }
    }
}
