import Workflow

/// The head of every sheet: whose chart, of which year, as of when.
extension ChartSheet {
    mutating func drawTitle(in band: Box) {
        var rest = band
        let rule = Box(x: band.x, y: band.bottom - 0.32 * em, width: band.width, height: 0.32 * em)
        rest.height -= 0.5 * em
        if let words = style.address ?? seal, let code = QRCode(words) {
            let square = rest.takeRight(rest.height)
            canvas.code(code, in: square, least: 0)
            _ = rest.takeRight(0.6 * em)
        }
        var right = rest.takeRight(rest.width * 0.4)
        var left = rest
        let suffix = sheet.isFirst ? "" : "（续）"
        canvas.text(
            Wording.title(report, style.drawing) + suffix, in: left.takeTop(2.35 * em),
            TextStyle(1.95 * em, floor: 0.9 * em, lines: 2, face: .title), Palette.official, .start, .middle)
        canvas.text(summary, in: left, TextStyle(0.72 * em, floor: 0.45 * em), Palette.soft, .start, .bottom)
        drawTally(in: right.takeTop(2.0 * em))
        let moment = TextStyle(0.9 * em, floor: 0.5 * em, face: .bold)
        let asOf = Wording.asOf(report)
        canvas.text(
            asOf, in: right.takeRight(min(naturalWidth(asOf, moment), right.width * 0.6)), moment, Palette.ink, .end,
            .bottom)
        _ = right.takeRight(0.8 * em)
        let code = report.checkpoint.map { "校验码 \($0)\(Wording.wide)" } ?? ""
        canvas.text(
            "\(code)\(Wording.edition(report))\(Wording.wide)第 \(sheet.page.number) 页 共 \(sheet.page.of) 页", in: right,
            TextStyle(0.66 * em, floor: 0.4 * em, face: .code), Palette.soft, .end, .bottom)
        // The double rule of a public document: thick over thin.
        canvas.fill(Box(x: rule.x, y: rule.y, width: rule.width, height: 0.17 * em), Palette.official)
        canvas.fill(
            Box(x: rule.x, y: rule.bottom - 0.045 * em, width: rule.width, height: 0.045 * em), Palette.official)
    }

    /// Where no address is known, the code says by which checkpoint the sheet can be held against the log.
    private var seal: String? {
        report.checkpoint.map { "LIBAN \($0) \(report.asOf.civilDate) \(report.asOf.clockText)" }
    }

    private var summary: String {
        let totals = report.totals
        return [
            "共 \(totals.projects) 项", "申请 \(totals.requested.wanText)", "批复 \(totals.awarded.wanText)",
            "已拨 \(totals.disbursed.wanText)", "结算 \(totals.settled.wanText)（万元）",
        ].joined(separator: Wording.wide)
    }

    /// The five lights with their counts, the worst first, set from the right.
    private mutating func drawTally(in box: Box) {
        let word = TextStyle(0.72 * em, floor: 0.4 * em)
        let number = TextStyle(1.3 * em, floor: 0.4 * em, face: .bold)
        var rest = box
        for light in Light.worstFirst.reversed() {
            let count = String(report.totals.byLight[light] ?? 0)
            let colour = light == .red && count != "0" ? Palette.official : Palette.ink
            canvas.text(count, in: rest.takeRight(naturalWidth(count, number)), number, colour, .end)
            _ = rest.takeRight(0.25 * em)
            let name = report.word(light.chinese)
            canvas.text(name, in: rest.takeRight(naturalWidth(name, word)), word, Palette.soft, .end)
            let shape = rest.takeRight(1.35 * em)
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 0.95 * em)
            _ = rest.takeRight(1.1 * em)
        }
    }

    /// The room a text takes at full size.
    func naturalWidth(_ text: String, _ style: TextStyle) -> Double {
        Double(TextMeasure(text, face: style.face).width) * style.size / 1000 + 0.02 * em
    }
}
