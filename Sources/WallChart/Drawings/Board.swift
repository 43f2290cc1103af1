import Workflow

/// The notice board (公示栏): what, how much, due when, how far, and whether people are satisfied.
extension ChartSheet {
    mutating func drawBoard(in table: Box) {
        let columns: [(word: String, width: Double)] = [
            ("类别", 8.0), ("建设内容与数量", 0), ("批复金额\n（万元）", 5.2), ("结算金额\n（万元）", 5.2), ("申报", 4.6), ("到期", 4.6),
            ("办理状态", 5.6), ("灯", 4.3), ("剩余／超期", 4.7), ("办结", 4.6), ("群众满意", 4.6),
        ]
        let grid = Grid(table, em: em, lead: report.columns, columns)
        let digits = ChartFacts.digits(report.projects)
        drawGrid(
            grid, in: table,
            row: { drawing, row, box in drawing.drawBoardRow(row, grid, digits, in: box) },
            totals: { drawing, box in
                drawing.drawTotalsLabel(grid.lead, in: box)
                let sums = [
                    drawing.rows.reduce(Money.zero) { $0 + $1.awarded },
                    drawing.rows.reduce(Money.zero) { $0 + $1.settled },
                ]
                for (index, sum) in sums.enumerated() {
                    drawing.drawDecimal(
                        sum, in: grid.box(2 + index, of: box).inset(0.1 * drawing.em), size: 0.74, face: .bold,
                        digits: max(2, sum.fractionDigits), zero: "0.00")
                }
            })
    }

    private mutating func drawBoardRow(_ row: ChartRow, _ grid: Grid, _ digits: [Int], in box: Box) {
        let words = TextStyle(0.72 * em, floor: 0.44 * em, lines: 2)
        let day = TextStyle(0.7 * em, floor: 0.4 * em)
        func cell(_ index: Int) -> Box { grid.box(index, of: box).inset(0.2 * em) }
        canvas.text(row.category, in: cell(0), words, Palette.soft)
        canvas.text(row.ledger.works ?? "", in: cell(1), TextStyle(0.82 * em, floor: 0.44 * em, lines: 2))
        drawDecimal(row.awarded, in: cell(2), size: 0.78, digits: digits[2], zero: "—")
        drawDecimal(row.settled, in: cell(3), size: 0.78, digits: digits[4], zero: "—")
        canvas.text(row.submittedOn.map(Wording.day) ?? "—", in: cell(4), day, Palette.ink, .middle)
        canvas.text(Wording.due(row) ?? "—", in: cell(5), day, Palette.ink, .middle)
        canvas.text(
            report.word(row.state.chinese), in: cell(6), TextStyle(0.76 * em, floor: 0.4 * em), Palette.ink, .middle)
        drawLight(row, in: grid.box(7, of: box))
        drawDays(row, in: cell(8))
        canvas.text(row.completedOn.map(Wording.day) ?? "—", in: cell(9), day, Palette.ink, .middle)
        canvas.text(Wording.satisfaction(row) ?? "—", in: cell(10), day, Palette.ink, .middle)
    }
}
