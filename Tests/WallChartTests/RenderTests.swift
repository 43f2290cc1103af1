import Foundation
import Testing
import Workflow

@testable import WallChart

@Suite struct RenderTests {
    @Test func theSameReportGivesTheSameBytes() throws {
        func files() throws -> [String: [UInt8]] {
            var files: [String: [UInt8]] = [:]
            for drawing in Drawing.allCases {
                let chart = WallChart(
                    drawing: drawing, paper: .A3, pixelWidth: 1200, map: try TownMaps.map(Town.report()),
                    address: "https://liban.example/c")
                for format in ChartFormat.allCases {
                    files["\(drawing) \(format)"] = try chart.render(Town.report(), as: format)
                }
            }
            return files
        }
        let first = try files()
        // Times in files have seconds, those in archives two.
        Thread.sleep(forTimeInterval: 2.1)
        let second = try files()
        #expect(first.count == Drawing.allCases.count * ChartFormat.allCases.count)
        for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
    }

    @Test(arguments: Drawing.allCases) func thePDFHasItsSheetsFontsAndWords(drawing: Drawing) throws {
        let chart = WallChart(drawing: drawing, paper: .A3, map: try TownMaps.map(Town.report()))
        var random = RandomReports(seed: 5)
        let report = random.report(rows: 120)
        let pdf = try chart.render(report, as: .pdf)
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        let town = try chart.render(Town.report(), as: .pdf)
        let words = try Tools.text("pdftotext", ["-raw", "-in-", "-"], town)
        let isByUnit = drawing == .map || drawing == .league
        let names =
            isByUnit
            ? Town.report().units.map(\.unit)
            : Town.report().projects.filter { drawing != .board || $0.state.isPublished }.map(\.title)
        for name in names { #expect(words.contains(name), "\(name)") }
        #expect(words.contains("数据截至 2026-11-21 10:18"))
        let fonts = try Tools.text("pdffonts", ["-in-"], town).split(separator: "\n").dropFirst(2)
        #expect(fonts.count >= 3)
        // The columns "emb sub uni": every font is inside the file, as a subset, with its Unicode table.
        #expect(fonts.allSatisfy { $0.contains("yes yes yes") && $0.contains("CJK") })
        let info = try Tools.text("pdfinfo", ["-in-"], pdf)
        #expect(info.contains("Pages:           \(chart.pageCount(report))"))
        #expect(info.contains("1190.55 x 841.89 pts"))
    }

    @Test func namesOnPaperLeadToTheirPages() throws {
        let chart = WallChart(paper: .A3, link: { "https://liban.example/p/\($0)?x='\"" })
        let pdf = try chart.render(Town.report(), as: .pdf)
        let links = try Tools.text("pdfinfo", ["-url", "-in-"], pdf)
        for row in Town.report().projects { #expect(links.contains("https://liban.example/p/\(row.id)?x=\"")) }
        let relative = try WallChart(paper: .A3, link: { "/p/\($0)" }).render(Town.report(), as: .pdf)
        #expect(try Tools.text("pdfinfo", ["-url", "-in-"], relative).split(separator: "\n").count <= 1)
    }

    @Test func drawingsAreBoundIntoOnePack() throws {
        let charts = [
            WallChart(paper: .A3), WallChart(drawing: .stages, paper: .A3), WallChart(drawing: .board, paper: .A4),
        ]
        let pdf = try WallChart.pack(charts, of: Town.report(), title: "云岭镇周报")
        let words = try Tools.text("pdftotext", ["-raw", "-in-", "-"], pdf)
        #expect(words.contains("挂图作战图") && words.contains("环节表") && words.contains("公示栏"))
        let info = try Tools.text("pdfinfo", ["-l", "9", "-in-"], pdf)
        #expect(info.contains("云岭镇周报"))
        // Pages are numbered through the pack.
        let count = try #require(info.firstMatch(of: /Pages:\s+(\d+)/)?.1)
        for page in 1...(Int(count) ?? 0) { #expect(words.contains("第 \(page) 页 共 \(count) 页"), "\(page)") }
        #expect(info.contains("Page    1 size:  1190.55 x 841.89") && info.contains("Page    3 size:  841.89 x 595.27"))
    }

    @Test func thePNGHasTheWidthAskedFor() throws {
        let png = try WallChart(paper: .A2, pixelWidth: 1000).render(Town.report(), as: .png)
        let picture = try #require(Picture(png))
        #expect(picture.kind == .png && picture.width == 1000)
        #expect(abs(Double(picture.height) - 1000 * 420 / 594) < 2)
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

    @Test(arguments: Drawing.allCases) func hostileTextDraws(drawing: Drawing) throws {
        var random = RandomReports(seed: 8)
        for _ in 0..<5 {
            let report = random.report(rows: 12)
            let map = try TownMaps.map(report)
            #expect(try WallChart(drawing: drawing, paper: .A4, map: map).render(report, as: .pdf).count > 10_000)
            #expect(
                try WallChart(drawing: drawing, paper: .A4, pixelWidth: 800, map: map).render(report, as: .png).count
                    > 10_000)
        }
    }

    /// The sheet drawn by us and the SVG drawn by somebody else are one drawing.
    @Test(arguments: Drawing.allCases) func theSVGLooksLikeThePNG(drawing: Drawing) throws {
        let chart = WallChart(
            drawing: drawing, paper: .A3, pixelWidth: 1600, map: try TownMaps.map(Town.report()),
            address: "https://liban.example/c")
        let ours = try Grey(try chart.render(Town.report(), as: .png))
        let svg = try chart.render(Town.report(), as: .svg)
        let arguments = ["-w", "1600", "-h", "\(ours.height)", "-b", "white", "-in-"]
        let drawn = try Tools.run("rsvg-convert", arguments, svg, suffix: "svg")
        let theirs = try Grey(drawn)
        #expect(theirs.width == ours.width && theirs.height == ours.height)
        let differences = zip(ours.blocks, theirs.blocks).map { abs($0 - $1) }
        // Blocks of 8 × 8 pixels: edges are smoothed differently, but what is there and how dark is the same.
        #expect(differences.reduce(0, +) / Double(differences.count) < 1.5)
        #expect(Double(differences.count { $0 > 40 }) / Double(differences.count) < 0.002)
    }
}
