import Testing
import Workflow

@testable import WallChart

@Suite struct TilingTests {
    @Test(arguments: [Paper.A0, .A1], [Paper.A3, .A4]) func tilesCoverTheSheetAndOverlap(sheet: Paper, tile: Paper) {
        let tiling = Tiling(sheet.points, on: tile)
        let (width, height) = sheet.points
        for row in 0..<tiling.rows {
            for column in 0..<tiling.columns {
                let part = tiling.part(row, column)
                #expect(part.width > Tiling.overlap && part.height > Tiling.overlap)
                #expect(part.right <= tiling.tile.width - 2 * Tiling.margin + part.x + 0.01)
                if column > 0 {
                    #expect(abs(tiling.part(row, column - 1).right - part.x - Tiling.overlap) < 0.01)
                }
                if row > 0 { #expect(abs(tiling.part(row - 1, column).bottom - part.y - Tiling.overlap) < 0.01) }
            }
        }
        let last = tiling.part(tiling.rows - 1, tiling.columns - 1)
        #expect(tiling.part(0, 0).x == 0 && tiling.part(0, 0).y == 0)
        #expect(abs(last.right - width) < 0.01 && abs(last.bottom - height) < 0.01)
    }

    @Test func everyTextIsOnATileAndTheLabelsSayWhich() throws {
        let report = Town.report()
        let sheet = Sheet.tall(.A0, rows: 42)
        var drawing = ChartSheet(report, facts: ChartFacts(report), sheet: sheet)
        let shapes = drawing.draw()
        let tiling = Tiling(Paper.A0.points, on: .A3)
        let pages = tiling.pages(shapes, words: "云岭镇")
        #expect(pages.count == tiling.rows * tiling.columns)
        let shown = Set(pages.flatMap { $0.shapes.texts })
        #expect(shown == Set(shapes.texts))
        for (index, page) in pages.enumerated() {
            let trouble = Trouble.first(
                in: page.marks.texts, width: tiling.tile.width, height: tiling.tile.height, em: 8)
            #expect(trouble == nil)
            let label = "第 \(index / tiling.columns + 1) 行 第 \(index % tiling.columns + 1) 列"
            #expect(page.marks.texts.contains { $0.text.hasPrefix(label) })
            // Marks stay off the part that hangs on the wall.
            let window = try #require(page.window)
            let seen = Box(
                x: window.corner.x, y: window.corner.y, width: window.clip.width, height: window.clip.height)
            #expect(page.marks.allSatisfy { $0.bounds.map { !$0.inset(0.1, 0.1).overlaps(seen) } ?? true })
        }
    }

    @Test func theTiledPDFHasItsPages() throws {
        let chart = WallChart(paper: .A1, tiledOn: .A4)
        let pdf = try chart.render(Town.report(), as: .pdf)
        let info = try Tools.text("pdfinfo", ["-in-"], pdf)
        #expect(info.contains("Pages:           \(chart.pageCount(Town.report()))"))
        #expect(info.contains("A4"))
        let words = try Tools.text("pdftotext", ["-raw", "-in-", "-"], pdf)
        #expect(words.contains("第 1 行 第 1 列") && words.contains("沿角线裁下"))
    }
}
