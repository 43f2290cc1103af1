import Workflow

/// One cell of a row. Cells that rows share, the lead and the day axis are drawn by themselves.
extension ChartSheet {
    mutating func drawCell(_ column: ChartColumn, _ row: ChartRow, _ digits: [Int], in box: Box) {
        let cell = box.inset(0.2 * em)
        // What is over recedes, so that what is open stands out.
        let words = row.light == .blue || row.light == .grey ? Palette.soft : Palette.ink
        let day = TextStyle(0.7 * em, floor: 0.4 * em)
        switch column {
        case .area, .unit, .number, .title, .secretary, .officer, .axis, .pen: return
        case .category: canvas.text(row.category, in: cell, TextStyle(0.7 * em, floor: 0.44 * em, lines: 2), words)
        case .requested: drawAmount(row.requested, digits[0], in: box)
        case .awarded: drawAmount(row.awarded, facts.fractionDigits, in: box)
        case .disbursed: drawAmount(row.disbursed, digits[3], in: box)
        case .submittedOn: canvas.text(row.submittedOn.map(Wording.day) ?? "—", in: cell, day, words, .middle)
        case .dueOn: canvas.text(Wording.due(row) ?? "—", in: cell, day, words, .middle)
        case .light: drawLight(row, in: box)
        case .daysLeft: drawDays(row, in: cell)
        case .blocker: drawProblem(row, in: cell)
        case .next: drawNext(row, words, in: cell)
        }
    }

    private mutating func drawAmount(_ amount: Money, _ digits: Int, in box: Box) {
        drawDecimal(amount, in: box.inset(0.25 * em), size: 0.78, digits: digits, zero: "—")
    }

    private mutating func drawProblem(_ row: ChartRow, in cell: Box) {
        let isAlarm = row.light == .red || row.light == .yellow
        let forecast = row.forecastMiss && row.light != .red ? "预计赶不上" : ""
        let problem = [row.stuckOn ?? (isAlarm ? row.lightReason : ""), forecast]
            .filter { !$0.isEmpty }.joined(separator: "，")
        canvas.text(problem, in: cell, TextStyle(0.7 * em, floor: 0.46 * em, lines: 2))
    }

    private mutating func drawNext(_ row: ChartRow, _ colour: Colour, in cell: Box) {
        let who = Wording.who(row)
        if row.nextAction.isEmpty, row.state.isEnd {
            canvas.text(report.word(row.state.chinese), in: cell, TextStyle(0.7 * em, floor: 0.4 * em), Palette.faint)
            return
        }
        let text = [row.nextAction, who].filter { !$0.isEmpty }.joined(separator: "·")
        canvas.text(text, in: cell, TextStyle(0.7 * em, floor: 0.46 * em, lines: 2), colour)
    }
}
