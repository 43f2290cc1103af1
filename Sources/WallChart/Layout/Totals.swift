import Workflow

/// The last line of the table on every sheet: this sheet, and the whole chart, so that nothing is lost unseen.
extension ChartSheet {
    mutating func drawTotals(_ columns: Columns, in box: Box) {
        let rows = report.projects[sheet.rows]
        let here = rows.reduce(Money.zero) { $0 + $1.awarded }
        let label = Box(x: box.x, y: box.y, width: columns.secretary.x - box.x, height: box.height).inset(0.4 * em)
        canvas.text(totalsLabel, in: label, TextStyle(0.74 * em, floor: 0.4 * em, face: .bold))
        let total = sheet.of == 1 ? report.totals.awarded : here
        let amount = Box(
            x: columns.secretary.x, y: box.y, width: columns.axis.x - columns.secretary.x, height: box.height
        ).inset(0.25 * em)
        drawDecimal(total, in: amount, size: 0.78, face: .bold, digits: facts.fractionDigits, zero: "0.00")
        let totals = report.totals
        let money = Box(x: columns.axis.x, y: box.y, width: columns.axis.width, height: box.height).inset(0.4 * em)
        canvas.text(
            [
                "全表（万元）：申请 \(totals.requested.wanText)", "批复 \(totals.awarded.wanText)",
                "已拨 \(totals.disbursed.wanText)", "结算 \(totals.settled.wanText)",
            ].joined(separator: Wording.wide), in: money, TextStyle(0.68 * em, floor: 0.4 * em))
        var lights = Box(x: columns.light.x, y: box.y, width: box.right - columns.light.x, height: box.height)
            .inset(0.25 * em)
        let cell = lights.width / Double(Light.allCases.count)
        for light in Light.worstFirst {
            var part = lights.takeLeft(cell)
            let shape = part.takeLeft(0.95 * em)
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 0.66 * em)
            canvas.text(
                "\(report.word(light.chinese)) \(totals.byLight[light] ?? 0)", in: part.inset(0.1 * em),
                TextStyle(0.68 * em, floor: 0.4 * em))
        }
    }
}
