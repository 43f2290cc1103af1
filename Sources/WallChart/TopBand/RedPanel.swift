import Workflow

/// How many are red, where, whose, and why.
extension ChartSheet {
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
            facts.reds, in: rest, least: 0.92, most: 2.3, more: { "另有 \($0) 项红灯，见下表" },
            { $0.drawRed($1, in: $2) })
    }

    /// One line while there are many; two larger lines while there are few.
    private mutating func drawRed(_ row: ChartRow, in line: Box) {
        let problem = [row.lightReason, row.stuckOn ?? ""].filter { !$0.isEmpty }.joined(separator: "，")
        if line.height > 1.9 * em {
            var rest = line.inset(0, 0.08 * em)
            var top = rest.takeTop(rest.height * 0.52)
            let name = TextStyle(0.88 * em, floor: 0.46 * em, face: .bold)
            let reason = min(naturalWidth(row.lightReason, name), top.width * 0.35)
            canvas.text(row.lightReason, in: top.takeRight(reason), name, Palette.official, .end)
            canvas.text("\(row.unit)\(Wording.wide)\(row.title)", in: top, name)
            let facts = [Wording.who(row), row.nextAction, row.stuckOn ?? ""].filter { !$0.isEmpty }
            canvas.text(
                facts.joined(separator: "·"), in: rest, TextStyle(0.68 * em, floor: 0.44 * em), Palette.soft)
            return
        }
        var rest = line
        let size = TextStyle(0.66 * em, floor: 0.44 * em)
        let reason = rest.takeRight(7.2 * em)
        let whose = rest.takeRight(3.4 * em)
        let place = rest.takeLeft(3.6 * em)
        canvas.text(row.unit, in: place, TextStyle(0.66 * em, floor: 0.44 * em, face: .bold))
        canvas.text(row.title, in: rest.inset(0.25 * em), size)
        canvas.text(Wording.who(row), in: whose.inset(0.1 * em), size)
        canvas.text(problem, in: reason.inset(0.1 * em), size, Palette.official, .end)
    }
}
