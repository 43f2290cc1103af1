import Workflow

/// Units side by side (晾晒): one strip over the whole width, the best first.
extension ChartSheet {
    mutating func drawLeague(in strip: Box) {
        canvas.frame(strip, Stroke(Palette.rule, 0.045 * em))
        var rest = strip
        let head = rest.takeLeft(6.4 * em)
        canvas.fill(head, Palette.headerFill)
        var words = head.inset(0.3 * em, 0.1 * em)
        canvas.text(
            "六、村（社区）晾晒", in: words.takeTop(words.height * 0.55),
            TextStyle(0.66 * em, floor: 0.36 * em, face: .bold), Palette.official)
        canvas.text("红少、黄少、办结多者在前", in: words, TextStyle(0.46 * em, floor: 0.3 * em), Palette.faint)
        if facts.ranking.isEmpty {
            canvas.text("尚无参加单位。", in: rest.inset(0.4 * em), TextStyle(0.66 * em), Palette.soft)
            return
        }
        // One line while names stand free, then two of smaller print.
        let count = facts.ranking.count
        let lines = Double(count) * 8.2 * em <= rest.width ? 1 : 2
        let most = Int(rest.width / (6.2 * em)) * lines
        let shown = count <= most ? count : most - 1
        let perLine = (min(count, shown + 1) + lines - 1) / lines
        let cell = Box(
            x: rest.x, y: rest.y, width: rest.width / Double(max(1, perLine)), height: rest.height / Double(lines))
        for index in 0..<min(count, shown + 1) {
            let box = Box(
                x: cell.x + cell.width * Double(index % perLine), y: cell.y + cell.height * Double(index / perLine),
                width: cell.width, height: cell.height)
            if index % perLine > 0 {
                canvas.vertical(
                    box.x, from: box.y + 0.1 * em, to: box.bottom - 0.1 * em, Stroke(Palette.hairline, 0.03 * em))
            }
            if index < shown {
                drawRank(facts.ranking[index], in: box.inset(0.15 * em))
            } else {
                canvas.text(
                    "另有 \(count - shown) 个，见台账", in: box.inset(0.15 * em), TextStyle(0.56 * em, floor: 0.34 * em),
                    Palette.soft)
            }
        }
    }

    private mutating func drawRank(_ unit: RankedUnit, in box: Box) {
        var rest = box
        canvas.text(
            String(unit.rank), in: rest.takeLeft(1.2 * em), TextStyle(0.6 * em, floor: 0.3 * em), Palette.faint, .middle
        )
        canvas.text(
            unit.tally.unit, in: rest.takeLeft(min(3.4 * em, rest.width * 0.5)),
            TextStyle(0.66 * em, floor: 0.34 * em, face: .bold))
        _ = rest.takeLeft(0.1 * em)
        drawCounts(unit.tally, step: 1.25 * em, size: 0.6, in: rest)
    }
}
