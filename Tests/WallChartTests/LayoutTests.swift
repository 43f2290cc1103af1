import Testing
import Workflow

@testable import WallChart

/// No text leaves its cell and no two texts meet, whatever people type and however many rows there are.
@Suite struct LayoutTests {
    static let runs = 8
    static let reportsPerRun = 250

    @Test(arguments: 1...UInt64(runs)) func textsStayInTheirCellsAndApart(seed: UInt64) {
        var random = RandomReports(seed: seed)
        var texts = 0
        var sheets = 0
        for number in 0..<Self.reportsPerRun {
            let rows = number == 17 ? 500 : number % 50 == 1 ? 42 : random.number(0...6)
            let report = random.report(rows: rows)
            let paper = Paper.allCases[random.number(0...4)]
            let facts = ChartFacts(report)
            var all = Sheet.pages(paper, rows: rows)
            if number % 4 == 0 { all.append(Sheet.tall(paper, rows: rows)) }
            for sheet in all {
                var drawing = ChartSheet(
                    report, facts: facts, sheet: sheet, style: SheetStyle(link: { "/projects/\($0)" }))
                let runs = drawing.draw().compactMap { shape -> TextRun? in
                    if case .text(let run) = shape { run } else { nil }
                }
                texts += runs.count
                sheets += 1
                let trouble = firstTrouble(runs, sheet)
                #expect(
                    trouble == nil, "seed \(seed), report \(number), \(paper), sheet \(sheet.number): \(trouble ?? "")")
            }
        }
        print("layout: seed \(seed): \(Self.reportsPerRun) reports, \(sheets) sheets, \(texts) texts inside and apart")
        #expect(texts > 50_000)
    }

    /// The first text that leaves its cell or the sheet, or meets another.
    private func firstTrouble(_ runs: [TextRun], _ sheet: Sheet) -> String? {
        let page = Box(x: 0, y: 0, width: sheet.width, height: sheet.height)
        let sorted = runs.sorted { $0.bounds.y < $1.bounds.y }
        for (index, run) in sorted.enumerated() {
            let box = run.bounds
            // Measured anew: the width the layout believed must be the width of what is written.
            let width = Double(TextMeasure(run.text, face: run.face).width) * run.size / 1000
            if abs(width - run.width) > 0.01 { return "\(run.text) is \(width) wide, not \(run.width)" }
            if !run.cell.contains(box) { return "“\(run.text)” \(box) leaves its cell \(run.cell)" }
            if !page.contains(box) { return "“\(run.text)” leaves the sheet" }
            if run.size < sheet.em * 0.29 { return "“\(run.text)” is set in \(run.size) pt" }
            for other in sorted[(index + 1)...] {
                if other.bounds.y >= box.bottom { break }
                if box.overlaps(other.bounds) { return "“\(run.text)” \(box) meets “\(other.text)” \(other.bounds)" }
            }
        }
        return nil
    }

    @Test func theCheckItselfSeesTrouble() {
        let sheet = Sheet.tall(.A3, rows: 1)
        let cell = Box(x: 10, y: 10, width: 30, height: 12)
        func run(_ text: String, x: Double) -> TextRun {
            let width = Double(TextMeasure(text, face: .regular).width) / 100
            return TextRun(
                text: text, x: x, baseline: 19, size: 10, face: .regular, anchor: .start, colour: Palette.ink,
                cell: cell,
                width: width)
        }
        #expect(firstTrouble([run("三个字", x: 10)], sheet) == nil)
        #expect(firstTrouble([run("四个大字", x: 10)], sheet) != nil)
        #expect(firstTrouble([run("一", x: 10), run("二", x: 15)], sheet) != nil)
        #expect(firstTrouble([run("一", x: 10), run("二", x: 20)], sheet) == nil)
    }

    @Test(arguments: Paper.allCases, [0, 1, 41, 42, 43, 84, 500, 5000]) func everyRowIsOnOneSheet(
        paper: Paper, rows: Int
    ) {
        let sheets = Sheet.pages(paper, rows: rows)
        #expect(sheets.flatMap { Array($0.rows) } == Array(0..<rows))
        #expect(sheets.allSatisfy { $0.of == sheets.count })
        #expect(sheets.allSatisfy { $0.rowHeight >= Sheet.leastRow(.progress) * $0.em - 0.001 })
        let tall = Sheet.tall(paper, rows: rows)
        #expect(tall.rows == 0..<rows)
    }

    @Test(arguments: [Paper.A0, .A1, .A2, .A3]) func fortyTwoProjectsHangOnOneSheet(paper: Paper) {
        #expect(Sheet.pages(paper, rows: 42).count == 1)
    }

    @Test func namesAreReadableFromTwoMetres() {
        let sheet = Sheet.tall(.A0, rows: 42)
        var drawing = ChartSheet(Town.report(), facts: ChartFacts(Town.report()), sheet: sheet)
        let sizes = drawing.draw().compactMap { shape -> Double? in
            if case .text(let run) = shape, run.text == "云岭巷道路灯更新", run.cell.height > 30 { run.size } else { nil }
        }
        #expect(sizes.filter { $0 >= 28 }.count == 3)
        #expect(Paper.A3.em >= 9)
    }
}
