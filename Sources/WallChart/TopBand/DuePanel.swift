import Workflow

/// How much of the month is left: counts by nearness, then the nearest by name.
extension ChartSheet {
    mutating func drawDue(in box: Box) {
        var rest = box
        var row = rest.takeTop(2.1 * em)
        let cell = row.width / 4
        let figures: [(Int, String, Colour)] = [
            (facts.overdue, "已超期", Palette.colour(of: .red)),
            (facts.withinThreeDays, "3日内", Palette.colour(of: .yellow)),
            (facts.withinSevenDays, "7日内", Palette.ink), (facts.later, "7日以上", Palette.ink),
        ]
        for (count, word, colour) in figures {
            figure(
                String(count), word, in: row.takeLeft(cell), size: 1.3, colour: count == 0 ? Palette.faint : colour)
        }
        rest = rest.inset(0, 0.12 * em)
        canvas.horizontal(rest.y, from: rest.x, to: rest.right, Stroke(Palette.hairline, 0.035 * em))
        if facts.upcoming.isEmpty {
            canvas.text("没有尚未到期的在办项目。", in: rest, TextStyle(0.66 * em), Palette.soft)
            return
        }
        _ = rest.takeTop(0.1 * em)
        list(
            facts.upcoming, in: rest, least: 0.95, most: 1.3, more: { "另有 \($0) 项未到期，见下表" },
            { $0.drawNearest($1, in: $2) })
    }

    private mutating func drawNearest(_ row: ChartRow, in line: Box) {
        var rest = line
        canvas.text(
            Wording.days(row), in: rest.takeLeft(3.1 * em), TextStyle(0.62 * em, floor: 0.42 * em, face: .bold))
        canvas.text(
            row.unit, in: rest.takeLeft(3.5 * em).inset(0.1 * em), TextStyle(0.62 * em, floor: 0.42 * em), Palette.soft)
        canvas.text(row.title, in: rest, TextStyle(0.62 * em, floor: 0.42 * em))
    }
}
