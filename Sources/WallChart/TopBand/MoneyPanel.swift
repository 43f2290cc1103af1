import Workflow

/// The fund: what is free, and how the appropriation splits.
extension ChartSheet {
    mutating func drawMoney(in box: Box) {
        let money = report.money
        var rest = box
        var head = rest.takeTop(1.5 * em)
        let label = head.takeLeft(3.4 * em)
        canvas.text("可用余额", in: label, TextStyle(0.72 * em, floor: 0.4 * em), Palette.soft, .start, .bottom)
        canvas.text(
            money.free.wanText, in: head, TextStyle(1.3 * em, floor: 0.5 * em, face: .bold),
            money.free < .zero ? Palette.official : Palette.ink, .end, .bottom)
        _ = rest.takeTop(0.15 * em)
        drawMoneyBar(in: rest.takeTop(0.55 * em))
        _ = rest.takeTop(0.15 * em)
        let net = money.disbursed - money.recovered
        let lines: [(Colour?, String, Money)] = [
            (nil, "安排", money.appropriated),
            (Self.paid, money.recovered == .zero ? "已拨" : "已拨（减收回）", net),
            (Self.committed, "占用", money.encumbered), (Self.free, "可用", money.free),
        ]
        let height = rest.height / Double(lines.count)
        for (colour, word, amount) in lines { drawMoneyLine(colour, word, amount, in: rest.takeTop(height)) }
    }

    static let paid = Colour("#33475c")
    static let committed = Colour("#8fa9c2")
    private static let free = Colour("#e9edf1")

    mutating func drawMoneyBar(in bar: Box) {
        let money = report.money
        let total = Double(money.appropriated.fen)
        var rest = bar
        if total > 0 {
            for (colour, amount) in [
                (Self.paid, money.disbursed - money.recovered), (Self.committed, money.encumbered),
            ] {
                canvas.fill(rest.takeLeft(bar.width * max(0, Double(amount.fen)) / total), colour)
            }
            canvas.fill(rest, Self.free)
        }
        canvas.frame(bar, Stroke(Palette.soft, 0.04 * em))
    }

    private mutating func drawMoneyLine(_ colour: Colour?, _ word: String, _ amount: Money, in line: Box) {
        var rest = line
        let sample = rest.takeLeft(1.0 * em)
        if let colour {
            let box = Box(x: sample.x, y: sample.midY - 0.25 * em, width: 0.6 * em, height: 0.5 * em)
            canvas.frame(box, Stroke(Palette.soft, 0.03 * em), fill: colour)
        }
        let total = report.money.appropriated.fen
        let share = rest.takeRight(3.0 * em)
        let style = TextStyle(0.64 * em, floor: 0.4 * em)
        canvas.text(word, in: rest.takeLeft(rest.width * 0.42), style, Palette.soft)
        let money = report.money
        let digits = [money.appropriated, money.encumbered, money.disbursed - money.recovered, money.free]
            .reduce(2) { max($0, $1.fractionDigits) }
        drawDecimal(amount, in: rest, size: 0.68, face: .bold, digits: digits, zero: "0.00")
        if total > 0 {
            canvas.text(percent(amount.fen, of: total), in: share, style, Palette.faint, .end)
        }
    }

    /// Percent with one decimal, rounded half up, in whole numbers only.
    func percent(_ part: Int64, of total: Int64) -> String {
        let perMille = (part.magnitude * 2000 + total.magnitude) / (total.magnitude * 2)
        return (part < 0 ? "-" : "") + "\(perMille / 10).\(perMille % 10)%"
    }
}
