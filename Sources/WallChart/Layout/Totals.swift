import Workflow

/// The last line of the table on every sheet: this sheet, and the whole chart, so that nothing is lost unseen.
extension ChartSheet {
    mutating func drawTotals(_ columns: Columns, in box: Box) {
        drawTotalsLabel(columns.lead, in: box)
        drawSums(columns, in: box)
        let totals = report.totals
        let money = Box(x: columns.axis.x, y: box.y, width: columns.axis.width, height: box.height).inset(0.4 * em)
        canvas.text(
            [
                "全表（万元）：申请 \(totals.requested.wanText)", "批复 \(totals.awarded.wanText)",
                "已拨 \(totals.disbursed.wanText)", "结算 \(totals.settled.wanText)",
            ].joined(separator: Wording.wide), in: money, TextStyle(0.68 * em, floor: 0.4 * em))
        drawLightSums(columns, in: box)
    }

    /// Below each column of money its sum: of the whole chart where it is on one sheet, else of this sheet.
    private mutating func drawSums(_ columns: Columns, in box: Box) {
        let digits = ChartFacts.digits(report.projects)
        var left = columns.lead.right
        for (column, place) in columns.others {
            if column == .axis { left = place.right }
            guard column.isMoney else { continue }
            let sum = report.projects[sheet.rows].reduce(Money.zero) { $0 + column.amount(of: $1) }
            let most = column == .awarded ? facts.fractionDigits : digits[column == .requested ? 0 : 3]
            // A sum is longer than its parts: it may begin further left, where no other sum stands.
            let cell = Box(x: left, y: box.y, width: place.right - left, height: box.height).inset(0.25 * em)
            drawDecimal(
                sum, in: cell, size: 0.78, face: .bold, digits: max(most, sum.fractionDigits), zero: "0.00")
            left = place.right
        }
    }

    /// The lights of the whole chart, where the columns after the day axis leave room for them; the head has them too.
    private mutating func drawLightSums(_ columns: Columns, in box: Box) {
        let last = columns.others.last { $0.column.isMoney || $0.column == .axis }?.box.right ?? columns.axis.right
        guard box.right - last >= 14 * em else { return }
        var lights = Box(x: last, y: box.y, width: box.right - last, height: box.height).inset(0.25 * em)
        let cell = lights.width / Double(Light.allCases.count)
        for light in Light.worstFirst {
            var part = lights.takeLeft(cell)
            let shape = part.takeLeft(0.95 * em)
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 0.66 * em)
            canvas.text(
                "\(report.word(light.chinese)) \(report.totals.byLight[light] ?? 0)", in: part.inset(0.1 * em),
                TextStyle(0.68 * em, floor: 0.4 * em))
        }
    }
}
