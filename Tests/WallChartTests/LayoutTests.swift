import Testing
import Workflow

@testable import WallChart

/// No text leaves its cell and no two texts meet, whatever people type and however many rows there are.
@Suite struct LayoutTests {
    static let runs = 10
    static let reportsPerRun = 300

    @Test(arguments: 1...UInt64(runs)) func textsStayInTheirCellsAndApart(seed: UInt64) throws {
        var random = RandomReports(seed: seed)
        var texts = 0
        var sheets = 0
        var byDrawing: [Drawing: Int] = [:]
        for number in 0..<Self.reportsPerRun {
            let rows =
                number == 11 ? 500 : number == 20 && seed == 1 ? 5000 : number % 50 == 1 ? 42 : random.number(0...6)
            let report = random.report(rows: rows)
            let paper = Paper.allCases[random.number(0...4)]
            let facts = ChartFacts(report)
            // Every drawing of some reports, one drawing of each of the others.
            let drawings = number % 10 < 2 ? Drawing.allCases : [Drawing.allCases[number % Drawing.allCases.count]]
            for drawing in drawings where rows < 1000 || drawing != .map {
                let style = SheetStyle(
                    drawing: drawing, map: number % 3 == 0 ? try TownMaps.map(report) : nil,
                    address: number % 2 == 0 ? "https://liban.example/c/K7Q2" : nil, projectCodes: number % 2 == 0,
                    link: { "https://liban.example/p/\($0)" })
                var all = Sheet.pages(paper, rows: rows, drawing)
                if number % 4 == 0 { all.append(Sheet.tall(paper, rows: rows, drawing)) }
                for sheet in all {
                    var drawn = ChartSheet(report, facts: facts, sheet: sheet, style: style)
                    let shapes = drawn.draw()
                    texts += shapes.texts.count
                    sheets += 1
                    byDrawing[drawing, default: 0] += 1
                    let trouble = Trouble.first(
                        in: shapes.texts, width: sheet.width, height: sheet.height, em: sheet.em)
                    #expect(
                        trouble == nil,
                        "seed \(seed), report \(number), \(drawing) \(paper), sheet \(sheet.number): \(trouble ?? "")")
                }
            }
        }
        print("layout: seed \(seed): \(Self.reportsPerRun) reports, \(sheets) sheets, \(texts) texts inside and apart")
        #expect(texts > 60_000)
        #expect(byDrawing.count == Drawing.allCases.count)
    }

    @Test func theCheckItselfSeesTrouble() {
        let cell = Box(x: 10, y: 10, width: 30, height: 12)
        func run(_ text: String, x: Double) -> TextRun {
            let width = Double(TextMeasure(text, face: .regular).width) / 100
            return TextRun(
                text: text, x: x, baseline: 19, size: 10, face: .regular, anchor: .start, colour: Palette.ink,
                cell: cell,
                width: width)
        }
        func trouble(_ runs: [TextRun]) -> String? { Trouble.first(in: runs, width: 1000, height: 700, em: 10) }
        #expect(trouble([run("三个字", x: 10)]) == nil)
        #expect(trouble([run("四个大字", x: 10)]) != nil)
        #expect(trouble([run("一", x: 10), run("二", x: 15)]) != nil)
        #expect(trouble([run("一", x: 10), run("二", x: 20)]) == nil)
    }

    @Test(arguments: Paper.allCases, [0, 1, 41, 42, 43, 84, 500, 5000]) func everyRowIsOnOneSheet(
        paper: Paper, rows: Int
    ) {
        for drawing in Drawing.allCases {
            let sheets = Sheet.pages(paper, rows: rows, drawing)
            #expect(sheets.flatMap { Array($0.rows) } == Array(0..<rows))
            #expect(sheets.allSatisfy { $0.of == sheets.count })
            #expect(sheets.allSatisfy { $0.rowHeight >= Sheet.leastRow(drawing) * $0.em - 0.001 })
            #expect(Sheet.tall(paper, rows: rows, drawing).rows == 0..<rows)
        }
    }

    @Test(arguments: [Paper.A0, .A1, .A2, .A3], Drawing.allCases) func fortyTwoProjectsHangOnOneSheet(
        paper: Paper, drawing: Drawing
    ) {
        #expect(Sheet.pages(paper, rows: 42, drawing).count == 1)
    }

    @Test func namesAreReadableFromTwoMetres() {
        let sheet = Sheet.tall(.A0, rows: 42)
        var drawing = ChartSheet(Town.report(), facts: ChartFacts(Town.report()), sheet: sheet)
        let sizes = drawing.draw().texts.filter { $0.text == "云岭巷道路灯更新" && $0.cell.height > 30 }.map(\.size)
        #expect(sizes.filter { $0 >= 28 }.count == 3)
        #expect(Paper.A3.em >= 9)
    }
}

/// What is wrong with a page's texts.
enum Trouble {
    /// The first text that leaves its cell or the page, or meets another.
    static func first(in runs: [TextRun], width: Double, height: Double, em: Double) -> String? {
        let page = Box(x: 0, y: 0, width: width, height: height)
        let sorted = runs.sorted { $0.bounds.y < $1.bounds.y }
        for (index, run) in sorted.enumerated() {
            let box = run.bounds
            // Measured anew: the width the layout believed must be the width of what is written.
            let width = Double(TextMeasure(run.text, face: run.face).width) * run.size / 1000
            if abs(width - run.width) > 0.01 { return "\(run.text) is \(width) wide, not \(run.width)" }
            if !run.cell.contains(box) { return "“\(run.text)” \(box) leaves its cell \(run.cell)" }
            if !page.contains(box) { return "“\(run.text)” leaves the sheet" }
            if run.size < em * 0.29 { return "“\(run.text)” is set in \(run.size) pt" }
            for other in sorted[(index + 1)...] {
                if other.bounds.y >= box.bottom { break }
                if box.overlaps(other.bounds) { return "“\(run.text)” \(box) meets “\(other.text)” \(other.bounds)" }
            }
        }
        return nil
    }
}

extension [Shape] {
    var texts: [TextRun] { compactMap { if case .text(let run) = $0 { run } else { nil } } }
}
