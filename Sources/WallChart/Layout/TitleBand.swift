import Workflow

/// The head of every sheet: whose chart, of which year, as of when.
extension ProgressSheet {
    mutating func drawTitle(in band: Box) {
        var rest = band
        let rule = Box(x: band.x, y: band.bottom - 0.32 * em, width: band.width, height: 0.32 * em)
        rest.height -= 0.5 * em
        var right = rest.takeRight(rest.width * 0.4)
        var left = rest
        let suffix = sheet.isFirst ? "" : "（续）"
        canvas.text(
            "\(report.town)\(report.programme) \(report.year)年挂图作战图\(suffix)", in: left.takeTop(2.35 * em),
            TextStyle(1.95 * em, floor: 0.9 * em, lines: 2, face: .title), Palette.official, .start, .middle)
        canvas.text(summary, in: left, TextStyle(0.72 * em, floor: 0.45 * em), Palette.soft, .start, .bottom)
        drawTally(in: right.takeTop(2.0 * em))
        let asOf = "数据截至 \(report.asOf.civilDate) \(report.asOf.clockText)"
        canvas.text(
            asOf, in: right.takeRight(14 * em), TextStyle(0.9 * em, floor: 0.5 * em, face: .bold), Palette.ink, .end, .bottom
        )
        let code = report.checkpoint.map { "校验码 \($0)" } ?? ""
        canvas.text(
            "\(code)　版次 \(edition)　第 \(sheet.number) 页 共 \(sheet.of) 页", in: right,
            TextStyle(0.66 * em, floor: 0.4 * em), Palette.soft, .end, .bottom)
        // The double rule of a public document: thick over thin.
        canvas.fill(Box(x: rule.x, y: rule.y, width: rule.width, height: 0.17 * em), Palette.official)
        canvas.fill(Box(x: rule.x, y: rule.bottom - 0.045 * em, width: rule.width, height: 0.045 * em), Palette.official)
    }

    /// Which print this is: the minute it was computed for.
    var edition: String {
        let clock = report.asOf.clockText.filter { $0 != ":" }
        return "\(report.asOf.civilDate)".filter { $0 != "-" } + "-\(clock)"
    }

    private var summary: String {
        let totals = report.totals
        return "共 \(totals.projects) 项　申请 \(totals.requested.wanText)　批复 \(totals.awarded.wanText)　"
            + "已拨 \(totals.disbursed.wanText)　结算 \(totals.settled.wanText)（万元）"
    }

    /// The five lights with their counts, right-aligned, the worst first.
    private mutating func drawTally(in box: Box) {
        let order: [Light] = [.red, .yellow, .green, .blue, .grey]
        var rest = box
        for light in order.reversed() {
            let chip = rest.takeRight(5.9 * em)
            var inner = chip.inset(0.15 * em)
            let shape = inner.takeLeft(1.3 * em)
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 1.0 * em)
            let word = inner.takeLeft(2.3 * em)
            canvas.text(light.chinese, in: word, TextStyle(0.72 * em, floor: 0.4 * em), Palette.soft)
            canvas.text(
                String(report.totals.byLight[light] ?? 0), in: inner, TextStyle(1.35 * em, floor: 0.4 * em, face: .bold),
                light == .red ? Palette.official : Palette.ink)
        }
    }
}
