import Workflow

/// How many are red, where, whose, and why.
extension ProgressSheet {
    mutating func drawReds(in box: Box) {
        var rest = box
        let left = rest.takeLeft(4.2 * em)
        let count = report.totals.byLight[.red] ?? 0
        figure(
            String(count), "共 \(report.totals.projects) 项", in: left.inset(0, 0.7 * em), size: 3.4,
            colour: count == 0 ? Palette.colour(of: .green) : Palette.official)
        _ = rest.takeLeft(0.5 * em)
        if facts.reds.isEmpty {
            canvas.text("目前没有红灯项目。", in: rest, TextStyle(0.8 * em), Palette.soft)
            return
        }
        list(
            facts.reds, in: rest, lineHeight: 1.12 * em, more: { "另有 \($0) 项红灯，见下表" },
            { $0.drawRed($1, in: $2) })
    }

    private mutating func drawRed(_ row: ChartRow, in line: Box) {
        var rest = line
        let size = TextStyle(0.66 * em, floor: 0.44 * em)
        let reason = rest.takeRight(5.0 * em)
        let whose = rest.takeRight(3.6 * em)
        let place = rest.takeLeft(3.6 * em)
        canvas.text(row.unit, in: place, TextStyle(0.66 * em, floor: 0.44 * em, face: .bold))
        canvas.text(row.title, in: rest.inset(0.25 * em), size)
        canvas.text(Wording.who(row), in: whose.inset(0.1 * em), size)
        canvas.text(row.lightReason, in: reason.inset(0.1 * em), size, Palette.official, .end)
    }
}
