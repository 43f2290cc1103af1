import Testing
import Workflow

@testable import WallChart

@Suite struct FontSubsetTests {
    /// Sets of characters that made cairo embed the subroutines of the whole font.
    @Test(arguments: ["安装LED灯和WiFi", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]) func mixedTextsStaySmall(title: String) throws {
        let report = Town.report(Town.report().projects.map { $0.retitled(title) })
        let pdf = try WallChart(paper: .A3).render(report, as: .pdf)
        #expect(pdf.count < 400_000, "\(pdf.count) bytes")
        let words = try Tools.text("pdftotext", ["-raw", "-in-", "-"], pdf)
        #expect(words.components(of: title) >= 42)
    }

    @Test func aThousandIdeographsStaySmall() throws {
        let rows = Town.report().projects.enumerated().map { index, row in
            let first = 0x4E00 + index * 24
            return row.retitled(
                String(String.UnicodeScalarView((first..<first + 24).compactMap { Unicode.Scalar($0) })))
        }
        let pdf = try WallChart().render(Town.report(rows), as: .pdf)
        #expect(pdf.count < 900_000, "\(pdf.count) bytes")
        let words = try Tools.text("pdftotext", ["-raw", "-in-", "-"], pdf)
        #expect(rows.allSatisfy { words.contains($0.title.prefix(6)) })
    }
}
