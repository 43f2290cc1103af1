import Workflow

/// The right side of a row: light, days, what is wrong, what comes next, and room for a pen.
extension ChartSheet {
    mutating func drawRight(_ row: ChartRow, _ columns: Columns, in box: Box) {
        func cell(_ column: Box, _ pad: Double = 0.2) -> Box {
            Box(x: column.x, y: box.y, width: column.width, height: box.height).inset(pad * em)
        }
        drawLight(row, in: Box(x: columns.light.x, y: box.y, width: columns.light.width, height: box.height))
        // What is over recedes, so that what is open stands out.
        let words = row.light == .blue || row.light == .grey ? Palette.soft : Palette.ink
        let isAlarm = row.light == .red || row.light == .yellow
        canvas.text(
            Wording.days(row), in: cell(columns.days),
            TextStyle(0.78 * em, floor: 0.4 * em, face: isAlarm ? .bold : .regular),
            (row.daysLeft ?? 0) < 0 ? Palette.official : words, .middle)
        let forecast = row.forecastMiss && row.light != .red ? "预计赶不上" : ""
        let problem = [row.stuckOn ?? (isAlarm ? row.lightReason : ""), forecast]
            .filter { !$0.isEmpty }.joined(separator: "，")
        canvas.text(problem, in: cell(columns.blocker), TextStyle(0.7 * em, floor: 0.46 * em, lines: 2))
        drawNext(row, words, in: cell(columns.next))
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
