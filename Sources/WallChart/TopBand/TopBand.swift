import Workflow

/// The band leaders read first, in their order: reds, time, who decides, money, change, ranking.
extension ChartSheet {
    mutating func drawTopBand(in whole: Box) {
        var band = whole
        let strip = Box(x: whole.x, y: whole.bottom - 1.6 * em, width: whole.width, height: 1.6 * em)
        band.height -= strip.height + 0.25 * em
        var rest = band
        let panels = [0.245, 0.175, 0.195, 0.165].map { rest.takeLeft(band.width * $0) } + [rest]
        canvas.frame(band, Stroke(Palette.rule, 0.045 * em))
        for panel in panels.dropFirst() {
            canvas.vertical(panel.x, from: band.y, to: band.bottom, Stroke(Palette.rule, 0.045 * em))
        }
        drawReds(in: panel("一、红灯项目", note: "何处、何人、何因", panels[0]))
        drawDue(in: panel("二、剩余时限", note: "自然日", panels[1]))
        drawDecisions(in: panel("三、今日待决", note: "在谁手上", panels[2]))
        drawMoney(in: panel("四、专项资金", note: "万元", panels[3]))
        drawChange(in: panel("五、与上版相比", note: previousName, panels[4]))
        drawLeague(in: strip)
    }

    /// The heading of a panel; returns what is left for its content.
    mutating func panel(_ heading: String, note: String, _ box: Box) -> Box {
        var rest = box
        var head = rest.takeTop(1.35 * em)
        canvas.fill(head, Palette.headerFill)
        canvas.horizontal(head.bottom, from: head.x, to: head.right, Stroke(Palette.rule, 0.035 * em))
        head = head.inset(0.45 * em)
        let fitted = canvas.text(
            heading, in: head, TextStyle(0.8 * em, floor: 0.4 * em, face: .bold), Palette.official)
        let used = (fitted.lines.first?.width ?? 0) + 0.6 * em
        _ = head.takeLeft(used)
        canvas.text(note, in: head, TextStyle(0.58 * em, floor: 0.4 * em), Palette.faint, .end)
        return rest.inset(0.45 * em, 0.28 * em)
    }

    /// Lists lines of equal height: few lines stand large, many stand close. When there are more than fit, the
    /// last one says how many are missing.
    mutating func list<Item>(
        _ items: [Item], in box: Box, least: Double, most: Double, more: (Int) -> String,
        _ drawLine: (inout ChartSheet, Item, Box) -> Void
    ) {
        var rest = box
        let lineHeight = max(least * em, min(most * em, box.height / Double(max(1, items.count))))
        let room = max(1, Int(box.height / lineHeight + 0.001))
        let shown = items.count <= room ? items.count : room - 1
        for item in items.prefix(shown) {
            let line = rest.takeTop(lineHeight)
            drawLine(&self, item, line)
        }
        if shown < items.count {
            canvas.text(
                more(items.count - shown), in: rest.takeTop(lineHeight), TextStyle(0.6 * em, floor: 0.4 * em),
                Palette.soft)
        }
    }

    /// A big number over its word.
    mutating func figure(_ number: String, _ word: String, in box: Box, size: Double, colour: Colour) {
        var rest = box
        let foot = min(1.0 * em, rest.height * 0.4)
        let top = rest.takeTop(rest.height - foot)
        canvas.text(number, in: top, TextStyle(size * em, floor: 0.5 * em, face: .bold), colour, .middle, .bottom)
        canvas.text(word, in: rest, TextStyle(0.62 * em, floor: 0.35 * em), Palette.soft, .middle, .middle)
    }
}
