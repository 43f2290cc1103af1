import Workflow

/// Money and support (资金与保障图): from request to surplus, with what help is under way.
extension ChartSheet {
    mutating func drawMoneyTable(in table: Box) {
        let digits = ChartFacts.digits(report.projects)
        let columns: [(word: String, width: Double)] = [
            ("申请\n（万元）", 5.0), ("自筹等\n（万元）", 5.0), ("批复\n（万元）", 5.0), ("已拨\n（万元）", 5.0), ("结算\n（万元）", 5.0),
            ("结余\n（万元）", 5.0), ("拨付进度（整条为批复，外框为申请）", 0), ("堵点", 9.0), ("会诊", 9.0), ("派单", 9.0), ("灯", 4.3),
        ]
        let grid = Grid(table, em: em, lead: report.columns, columns)
        let most = report.projects.map { max($0.requested, $0.awarded) }.max() ?? .zero
        drawGrid(
            grid, in: table,
            row: { drawing, row, box in
                for (index, amount) in drawing.amounts(row).enumerated() {
                    guard let amount else { continue }
                    drawing.drawDecimal(
                        amount, in: grid.box(index, of: box).inset(0.25 * drawing.em), size: 0.76,
                        digits: digits[index], zero: "—")
                }
                drawing.drawMoneyBar(row, most: most, in: grid.box(6, of: box).inset(0.4 * drawing.em))
                for (index, words) in [row.blocker, row.openConsultation, row.openDispatch].enumerated() {
                    drawing.canvas.text(
                        words ?? "", in: grid.box(7 + index, of: box).inset(0.2 * drawing.em),
                        TextStyle(0.68 * drawing.em, floor: 0.44 * drawing.em, lines: 2),
                        index == 0 ? Palette.official : Palette.ink)
                }
                drawing.drawLight(row, in: grid.box(10, of: box))
            },
            totals: { drawing, box in drawing.drawMoneyTotals(grid, digits, in: box) })
    }

    private func amounts(_ row: ChartRow) -> [Money?] {
        [row.requested, row.sources, row.awarded, row.disbursed, row.settled, row.surplus]
    }

    private mutating func drawMoneyTotals(_ grid: Grid, _ digits: [Int], in box: Box) {
        drawTotalsLabel(grid.lead, in: box)
        for index in 0..<6 {
            let sum = rows.reduce(Money.zero) { $0 + (amounts($1)[index] ?? .zero) }
            drawDecimal(
                sum, in: grid.box(index, of: box).inset(0.1 * em), size: 0.74, face: .bold,
                digits: max(2, sum.fractionDigits), zero: "0.00")
        }
        let counts = [
            rows.count { $0.blocker != nil }, rows.count { $0.openConsultation != nil },
            rows.count { $0.openDispatch != nil },
        ]
        for (index, count) in counts.enumerated() {
            canvas.text(
                "\(count) 项", in: grid.box(7 + index, of: box).inset(0.2 * em),
                TextStyle(0.72 * em, floor: 0.4 * em, face: .bold))
        }
        if sheet.of > 1 {
            canvas.text(
                "本页小计；全表批复 \(report.totals.awarded.wanText)", in: grid.box(6, of: box).inset(0.3 * em),
                TextStyle(0.64 * em, floor: 0.36 * em), Palette.soft)
        }
    }

    /// Requested as a frame, awarded as ground, paid as the dark part, a tick where the settlement ended.
    private mutating func drawMoneyBar(_ row: ChartRow, most: Money, in box: Box) {
        guard most > .zero else { return }
        func width(_ amount: Money) -> Double { box.width * Double(max(0, amount.fen)) / Double(most.fen) }
        let bar = Box(x: box.x, y: box.midY - 0.32 * em, width: box.width, height: 0.64 * em)
        func part(_ amount: Money) -> Box {
            Box(x: bar.x, y: bar.y, width: min(width(amount), bar.width), height: bar.height)
        }
        if row.requested > .zero { canvas.frame(part(row.requested), Stroke(Palette.rule, 0.03 * em)) }
        canvas.fill(part(row.awarded), Self.committed)
        canvas.fill(part(row.disbursed), Self.paid)
        if row.settled > .zero {
            let x = bar.x + min(width(row.settled), bar.width)
            canvas.vertical(x, from: bar.y - 0.14 * em, to: bar.bottom + 0.14 * em, Stroke(Palette.official, 0.07 * em))
        }
    }

    mutating func drawMoneyEntries(in rest: inout Box) {
        for (colour, word) in [(Self.paid, "已拨"), (Self.committed, "批复未拨")] {
            let cell = rest.takeLeft(1.2 * em)
            canvas.fill(Box(x: cell.x, y: cell.midY - 0.25 * em, width: 1.0 * em, height: 0.5 * em), colour)
            entry(word, in: &rest)
        }
        var cell = rest.takeLeft(1.2 * em)
        canvas.frame(
            Box(x: cell.x, y: cell.midY - 0.25 * em, width: 1.0 * em, height: 0.5 * em), Stroke(Palette.rule, 0.03 * em)
        )
        entry("申请", in: &rest)
        cell = rest.takeLeft(0.4 * em)
        canvas.vertical(
            cell.x + 0.1 * em, from: cell.y + 0.1 * em, to: cell.bottom - 0.1 * em, Stroke(Palette.official, 0.07 * em))
        entry("结算", in: &rest)
        entry("自筹等不含实物；结余退回专项资金，不得挪用；会诊、派单只列未办结的一件", in: &rest)
    }

    /// The fund as one bar over the table.
    mutating func drawFundBand(in band: Box) {
        let money = report.money
        canvas.frame(band, Stroke(Palette.rule, 0.045 * em))
        var rest = band.inset(0.6 * em, 0.3 * em)
        let words: [(String, Money)] = [
            ("安排", money.appropriated), ("占用", money.encumbered), ("已拨", money.disbursed), ("收回", money.recovered),
            ("可用", money.free),
        ]
        var line = rest.takeTop(rest.height * 0.52)
        canvas.text(
            "专项资金（万元）", in: line.takeLeft(8 * em), TextStyle(0.8 * em, floor: 0.4 * em, face: .bold),
            Palette.official)
        let cell = line.width / Double(words.count)
        for (word, amount) in words {
            var part = line.takeLeft(cell)
            canvas.text(word, in: part.takeLeft(2.4 * em), TextStyle(0.68 * em, floor: 0.4 * em), Palette.soft)
            canvas.text(amount.wanText, in: part, TextStyle(0.92 * em, floor: 0.4 * em, face: .bold))
        }
        _ = rest.takeTop(0.15 * em)
        drawMoneyBar(in: rest.inset(0, 0.1 * em))
    }
}
