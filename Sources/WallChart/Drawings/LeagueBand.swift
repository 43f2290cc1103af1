import Workflow

/// The band over the league table: with a comparison what leaders ask of a week or a month, else the totals.
extension ChartSheet {
    mutating func drawLeagueBand(in band: Box) {
        guard let comparison = report.comparison else { return drawTotalsBand(in: band) }
        var rest = band
        let panels = [0.28, 0.24, 0.28].map { rest.takeLeft(band.width * $0) } + [rest]
        canvas.frame(band, Stroke(Palette.rule, 0.045 * em))
        for panel in panels.dropFirst() {
            canvas.vertical(panel.x, from: band.y, to: band.bottom, Stroke(Palette.rule, 0.045 * em))
        }
        let rows = Dictionary(report.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lists: [(String, String, [ProjectID], Colour)] = [
            ("一、新增红灯", "何处、何因", comparison.newReds, Palette.official),
            ("二、红灯已消", "由红转好", comparison.clearedReds, Palette.colour(of: .green)),
            ("三、本期办结", "提前或超期", comparison.completed, Palette.colour(of: .blue)),
        ]
        for (index, (heading, note, ids, colour)) in lists.enumerated() {
            let box = panel(heading, note: note, panels[index])
            let lines = ids.compactMap { rows[$0] }.map { row in
                ChangeLine(word: index == 0 ? row.lightReason : Wording.days(row), row: row, colour: colour)
            }
            if lines.isEmpty {
                canvas.text("本期没有。", in: box, TextStyle(0.7 * em, floor: 0.4 * em), Palette.soft)
            }
            list(
                lines, in: box, least: 0.95, most: 1.5, more: { "另有 \($0) 项，见下表" },
                { $0.drawChangeLine($1, in: $2) })
        }
        drawMovements(comparison, in: panel("四、本期变化", note: Wording.period(report) ?? "", panels[3]))
    }

    private mutating func drawMovements(_ comparison: ChartComparison, in box: Box) {
        let total = comparison.total("")
        func signed(_ money: Money) -> String { (money > .zero ? "＋" : "") + money.wanText }
        let lines = [
            ("新申报", "\(total.submitted) 项"), ("新办结", "\(total.completed) 项"),
            ("红灯", "新增 \(total.newReds)，已消 \(total.clearedReds)"),
            ("批复（万元）", signed(total.awarded)), ("拨付（万元）", signed(total.disbursed)),
            ("可用余额（万元）", report.money.free.wanText),
        ]
        var rest = box
        let height = box.height / Double(lines.count)
        for (word, value) in lines {
            var line = rest.takeTop(height)
            canvas.text(
                word, in: line.takeLeft(line.width * 0.45), TextStyle(0.68 * em, floor: 0.4 * em), Palette.soft)
            canvas.text(value, in: line, TextStyle(0.8 * em, floor: 0.4 * em, face: .bold), Palette.ink, .end)
        }
    }

    /// Big numbers over their words: projects by light, then the money.
    private mutating func drawTotalsBand(in band: Box) {
        canvas.frame(band, Stroke(Palette.rule, 0.045 * em))
        let totals = report.totals
        let money = report.money
        let counts: [(String, String, Colour)] =
            [("\(totals.projects)", "项目", Palette.ink)]
            + Light.worstFirst.map { light in
                let count = totals.byLight[light] ?? 0
                return (
                    "\(count)", report.word(light.chinese), light == .red && count > 0 ? Palette.official : Palette.ink
                )
            }
        let amounts: [(String, String, Colour)] = [
            ("安排", money.appropriated), ("批复", totals.awarded), ("占用", money.encumbered), ("已拨", money.disbursed),
            ("可用", money.free),
        ].map { ($1.wanText, "\($0)（万元）", $1 < .zero ? Palette.official : Palette.ink) }
        var rest = band.inset(0.8 * em, 0.6 * em)
        for line in [counts, amounts] {
            var strip = rest.takeTop(line.count == counts.count ? (band.height - 1.2 * em) / 2 : rest.height)
            let width = strip.width / Double(line.count)
            for (number, word, colour) in line {
                figure(number, word, in: strip.takeLeft(width).inset(0.3 * em), size: 2.0, colour: colour)
            }
        }
    }
}
