import Workflow

/// What is different from the last printed edition, and what will be missed although nothing is late yet.
extension ChartSheet {
    var previousName: String {
        guard let previous = report.previous else { return "首版" }
        let name = previous.edition.map { "第\($0)版 " } ?? ""
        return name + Wording.day(previous.asOf.civilDate)
    }

    mutating func drawChange(in box: Box) {
        var rest = box
        if let previous = report.previous {
            drawDifferences(previous, in: rest.takeTop(1.5 * em))
            _ = rest.takeTop(0.1 * em)
            canvas.horizontal(rest.y, from: rest.x, to: rest.right, Stroke(Palette.hairline, 0.035 * em))
        }
        var lines: [ChangeLine] = []
        if report.previous != nil {
            lines += changes("新增红灯", facts.newReds, Palette.official)
            lines += changes("红灯已消", facts.clearedReds, Palette.colour(of: .green))
        }
        lines += changes("预计赶不上", facts.forecastMisses, Palette.ink)
        if lines.isEmpty {
            let words = report.previous == nil ? "首版，尚无可比；预计都能按期。" : "红灯无变化，预计都能按期。"
            canvas.text(words, in: rest, TextStyle(0.7 * em, floor: 0.4 * em), Palette.soft)
            return
        }
        list(lines, in: rest, least: 0.95, most: 1.3, more: { "另有 \($0) 项，见下表" }, { $0.drawChangeLine($1, in: $2) })
    }

    struct ChangeLine {
        let word: String
        let row: ChartRow
        let colour: Colour
    }

    func changes(_ word: String, _ rows: [ChartRow], _ colour: Colour) -> [ChangeLine] {
        rows.map { ChangeLine(word: word, row: $0, colour: colour) }
    }

    /// Per light: the count now, and by how much it grew or shrank.
    private mutating func drawDifferences(_ previous: ChartDigest, in box: Box) {
        var rest = box
        let cell = rest.width / Double(Light.allCases.count)
        for light in Light.worstFirst {
            var part = rest.takeLeft(cell)
            let shape = part.takeLeft(0.9 * em)
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 0.66 * em)
            let now = report.totals.byLight[light] ?? 0
            let change = now - previous.count(light)
            let words = change == 0 ? "平" : change > 0 ? "＋\(change)" : "－\(-change)"
            canvas.text(
                "\(now) \(words)", in: part, TextStyle(0.68 * em, floor: 0.36 * em, face: .bold),
                light == .red && change > 0 ? Palette.official : Palette.ink)
        }
    }

    mutating func drawChangeLine(_ line: ChangeLine, in box: Box) {
        var rest = box
        // Few lines stand larger.
        let size = min(0.8 * em, max(0.62 * em, box.height * 0.55))
        let style = TextStyle(size, floor: 0.4 * em)
        let column = 5.6 * size
        canvas.text(
            line.word, in: rest.takeLeft(column), TextStyle(size, floor: 0.4 * em, face: .bold), line.colour)
        canvas.text(line.row.unit, in: rest.takeLeft(column).inset(0.1 * em), style, Palette.soft)
        canvas.text(line.row.title, in: rest, style)
    }
}
