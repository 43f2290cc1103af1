import Foundation
import Testing
import Workflow

@testable import WallChart

@Suite struct RenderTests {
    @Test(arguments: ChartFormat.allCases) func theSameReportGivesTheSameBytes(format: ChartFormat) throws {
        let chart = WallChart(paper: .A3, pixelWidth: 1200)
        let first = try chart.render(Town.report(), as: format)
        Thread.sleep(forTimeInterval: 1.1)
        #expect(try chart.render(Town.report(), as: format) == first)
    }

    @Test func thePDFHasItsSheetsFontsAndWords() throws {
        var random = RandomReports(seed: 5)
        let report = random.report(rows: 120)
        let pdf = try WallChart(paper: .A3).render(report, as: .pdf)
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        let town = try WallChart(paper: .A3).render(Town.report(), as: .pdf)
        guard let words = try tool("pdftotext", ["-raw", "-", "-"], town) else { return }
        for row in Town.report().projects { #expect(words.contains(row.title)) }
        #expect(words.contains("数据截至 2026-11-21 10:18"))
        let fonts = try #require(try tool("pdffonts", ["-"], town)).split(separator: "\n").dropFirst(2)
        #expect(fonts.count >= 3)
        // The columns "emb sub uni": every font is inside the file, as a subset, with its Unicode table.
        #expect(fonts.allSatisfy { $0.contains("yes yes yes") && $0.contains("CJK") })
        let info = try #require(try tool("pdfinfo", ["-"], pdf))
        #expect(info.contains("Pages:           \(WallChart(paper: .A3).pageCount(report))"))
        #expect(info.contains("1190.55 x 841.89 pts"))
    }

    @Test func thePNGHasTheWidthAskedFor() throws {
        let png = try WallChart(paper: .A2, pixelWidth: 1000).render(Town.report(), as: .png)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
        #expect(width == 1000)
        #expect(abs(Double(height) - 1000 * 420 / 594) < 2)
    }

    @Test func aPictureOfThousandsOfRowsIsRefusedNotCut() throws {
        var random = RandomReports(seed: 6)
        let row = random.report(rows: 1).projects[0]
        let report = Town.report(Array(repeating: row, count: 3000))
        #expect { try WallChart().render(report, as: .png) } throws: { error in
            guard case .tooManyRowsForPicture(rows: 3000, let most)? = error as? ChartError else { return false }
            return most > 500 && most < 3000
        }
    }

    @Test func hostileTextDraws() throws {
        var random = RandomReports(seed: 8)
        for _ in 0..<5 {
            let report = random.report(rows: 12)
            #expect(try WallChart(paper: .A4).render(report, as: .pdf).count > 10_000)
            #expect(try WallChart(paper: .A4, pixelWidth: 800).render(report, as: .png).count > 10_000)
        }
    }

    /// Output of a tool that reads the PDF from its input; nil when this machine does not have it.
    private func tool(_ name: String, _ arguments: [String], _ input: [UInt8]) throws -> String? {
        let path = "/usr/bin/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "wallchart-\(UUID().uuidString).pdf")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments.map { $0 }
        if let index = process.arguments?.firstIndex(of: "-") { process.arguments?[index] = file.path }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
