import Workflow

/// Units side by side (晾晒): counts per light, the best first.
extension ChartSheet {
    mutating func drawRanking(in box: Box) {
        if facts.ranking.isEmpty {
            canvas.text("尚无参加单位。", in: box, TextStyle(0.8 * em), Palette.soft)
            return
        }
        let columns = 3
        let wanted = box.height / Double((facts.ranking.count + columns - 1) / columns)
        let lineHeight = max(1.1 * em, min(1.4 * em, wanted))
        let room = max(1, Int(box.height / lineHeight + 0.001)) * columns
        let shown = facts.ranking.count <= room ? facts.ranking.count : room - 1
        let perColumn = max(1, min(room / columns, (facts.ranking.count + columns - 1) / columns))
        let width = box.width / Double(columns)
        func cell(_ index: Int) -> Box {
            Box(
                x: box.x + width * Double(index / perColumn), y: box.y + lineHeight * Double(index % perColumn),
                width: width, height: lineHeight)
        }
        for (index, tally) in facts.ranking.prefix(shown).enumerated() {
            drawTally(tally, rank: index + 1, in: cell(index).inset(0.2 * em))
        }
        if shown < facts.ranking.count {
            canvas.text(
                "另有 \(facts.ranking.count - shown) 个，见台账", in: cell(shown).inset(0.2 * em),
                TextStyle(0.58 * em, floor: 0.4 * em), Palette.soft)
        }
    }

    private mutating func drawTally(_ tally: UnitTally, rank: Int, in box: Box) {
        var rest = box
        let style = TextStyle(0.6 * em, floor: 0.4 * em)
        canvas.text(String(rank), in: rest.takeLeft(1.15 * em).inset(0.1 * em), style, Palette.faint, .end)
        _ = rest.takeLeft(0.15 * em)
        canvas.text(tally.unit, in: rest.takeLeft(min(3.4 * em, rest.width * 0.45)), style)
        let present = Light.worstFirst.filter { (tally.byLight[$0] ?? 0) > 0 }
        if present.isEmpty { return }
        let step = min(1.25 * em, rest.width / Double(present.count))
        for light in present {
            var cell = rest.takeLeft(step)
            let shape = cell.takeLeft(0.62 * em)
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 0.42 * em)
            canvas.text(
                String(tally.byLight[light] ?? 0), in: cell, TextStyle(0.56 * em, floor: 0.3 * em),
                light == .red ? Palette.official : Palette.ink)
        }
    }
}
