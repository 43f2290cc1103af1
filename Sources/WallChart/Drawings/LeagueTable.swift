import Workflow

/// The league table (晾晒表): units side by side in their fixed order; with a comparison also what changed in each.
extension ChartSheet {
    private struct LeagueColumns {
        let serial: Box
        let area: Box
        let unit: Box
        let others: [(box: Box, word: String)]

        init(_ table: Box, em: Double, _ words: [String]) {
            var rest = table
            serial = rest.takeLeft(1.8 * em)
            area = rest.takeLeft(5.2 * em)
            unit = rest.takeLeft(10 * em)
            let share = rest.width / Double(words.count)
            others = words.map { (rest.takeLeft(share), $0) }
        }

        var heads: [(box: Box, word: String)] {
            [(serial, "序"), (area, "片区"), (unit, "村（社区）")] + others
        }
    }

    /// One cell of a line: a count, or a money amount that may have a sign.
    private enum Cell {
        case count(Int, isAlarm: Bool)
        case change(Int, isAlarm: Bool)
        case words(String)
        case money(Money)
        case moved(Money)
    }

    mutating func drawLeagueTable(in table: Box) {
        let now = ["项目数", "红", "黄", "绿", "蓝", "灰", "办结率", "批复金额\n（万元）", "已拨\n（万元）"]
        let changes = ["新增红灯", "红灯已消", "新办结", "新申报", "批复增减\n（万元）", "拨付增减\n（万元）"]
        let columns = LeagueColumns(table, em: em, now + (report.comparison == nil ? ["名次"] : changes))
        let header = Box(x: table.x, y: table.y, width: table.width, height: Sheet.header * em)
        let totals = Box(x: table.x, y: table.bottom - Sheet.totals * em, width: table.width, height: Sheet.totals * em)
        let body = Box(x: table.x, y: header.bottom, width: table.width, height: totals.y - header.bottom)
        canvas.fill(header, Palette.headerFill)
        canvas.fill(totals, Palette.totalsFill)
        if report.comparison != nil, let first = columns.others.dropFirst(now.count).first {
            canvas.fill(
                Box(x: first.box.x, y: body.y, width: table.right - first.box.x, height: body.height),
                Palette.offDay)
        }
        for column in columns.heads.dropFirst() {
            canvas.vertical(column.box.x, from: header.y, to: totals.bottom, Stroke(Palette.hairline, 0.035 * em))
        }
        drawHeads(columns.heads, header: header)
        let range = sheet.rows.clamped(to: 0..<report.units.count)
        for (index, tally) in report.units[range].enumerated() {
            let box = rowBox(index, in: body)
            if index > 0 {
                canvas.horizontal(box.y, from: body.x, to: body.right, Stroke(Palette.hairline, 0.03 * em))
            }
            drawLeagueLine(tally, index: range.lowerBound + index, columns, in: box)
        }
        drawLeagueTotals(columns, in: totals)
        drawFrame(table, header: header, totals: totals)
    }

    private mutating func drawLeagueLine(_ tally: UnitTally, index: Int, _ columns: LeagueColumns, in box: Box) {
        func cell(_ column: Box) -> Box {
            Box(x: column.x, y: box.y, width: column.width, height: box.height).inset(0.25 * em)
        }
        let words = TextStyle(0.8 * em, floor: 0.4 * em)
        canvas.text(
            "\(index + 1)", in: cell(columns.serial), TextStyle(0.6 * em, floor: 0.3 * em), Palette.faint, .middle)
        canvas.text(tally.area, in: cell(columns.area), words, Palette.soft)
        canvas.text(tally.unit, in: cell(columns.unit), TextStyle(0.86 * em, floor: 0.4 * em, face: .bold))
        var cells = standing(tally.byLight, awarded: tally.awarded, disbursed: tally.disbursed ?? .zero)
        if let change = report.comparison?.units.first(where: { $0.unit == tally.unit }) {
            cells += changed(change)
        } else if report.comparison == nil {
            let rank = facts.ranking.first { $0.tally == tally }.map { "\($0.rank)" } ?? "—"
            cells.append(.words(rank))
        }
        draw(cells, columns, in: box, isTotal: false)
    }

    private mutating func drawLeagueTotals(_ columns: LeagueColumns, in box: Box) {
        let label = Box(x: box.x, y: box.y, width: columns.unit.right - box.x, height: box.height).inset(0.4 * em)
        canvas.text(
            "合计\(Wording.wide)\(report.units.count) 个\(report.word("村（社区）"))", in: label,
            TextStyle(0.74 * em, floor: 0.4 * em, face: .bold))
        let totals = report.totals
        var cells = standing(totals.byLight, awarded: totals.awarded, disbursed: totals.disbursed)
        if let comparison = report.comparison { cells += changed(comparison.total("")) }
        draw(cells, columns, in: box, isTotal: true)
    }

    private func standing(_ byLight: [Light: Int], awarded: Money, disbursed: Money) -> [Cell] {
        let all = byLight.values.reduce(0, +)
        let done = byLight[.blue] ?? 0
        return [.count(all, isAlarm: false)]
            + Light.worstFirst.map { .count(byLight[$0] ?? 0, isAlarm: $0 == .red) }
            + [.words(all == 0 ? "—" : percent(Int64(done), of: Int64(all))), .money(awarded), .money(disbursed)]
    }

    private func changed(_ change: UnitChange) -> [Cell] {
        [
            .change(change.newReds, isAlarm: true), .change(change.clearedReds, isAlarm: false),
            .change(change.completed, isAlarm: false), .change(change.submitted, isAlarm: false),
            .moved(change.awarded), .moved(change.disbursed),
        ]
    }

    /// The most decimals of what the units were awarded and paid: amounts stand with their points below each other.
    private var leagueDigits: Int {
        report.units.reduce(2) { max($0, $1.awarded.fractionDigits, ($1.disbursed ?? .zero).fractionDigits) }
    }

    private mutating func draw(_ cells: [Cell], _ columns: LeagueColumns, in box: Box, isTotal: Bool) {
        for (cell, column) in zip(cells, columns.others) {
            let place = Box(x: column.box.x, y: box.y, width: column.box.width, height: box.height).inset(0.3 * em)
            func style(_ isBold: Bool) -> TextStyle {
                TextStyle(0.8 * em, floor: 0.4 * em, face: isBold || isTotal ? .bold : .regular)
            }
            switch cell {
            case .count(let count, let isAlarm), .change(let count, let isAlarm):
                let colour = count == 0 ? Palette.faint : isAlarm ? Palette.official : Palette.ink
                canvas.text(
                    count == 0 ? "—" : "\(count)", in: place, style(isAlarm && count > 0), colour, .middle)
            case .words(let words): canvas.text(words, in: place, style(false), Palette.ink, .middle)
            case .money(let money):
                drawDecimal(
                    money, in: place, size: 0.8, face: isTotal ? .bold : .regular, digits: leagueDigits, zero: "—")
            case .moved(let money):
                let words = money == .zero ? "—" : money > .zero ? "＋\(money.wanText)" : money.wanText
                canvas.text(words, in: place, style(false), money == .zero ? Palette.faint : Palette.ink, .end)
            }
        }
    }
}
