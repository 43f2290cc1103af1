import Workflow

/// The rows: what stands left and right of the day axis, and on it.
extension ChartSheet {
    func rowBox(_ index: Int, in body: Box) -> Box {
        Box(
            x: body.x, y: body.y + Double(index) * sheet.rowHeight, width: body.width, height: sheet.rowHeight)
    }

    var rows: ArraySlice<ChartRow> { report.projects[sheet.rows] }

    mutating func drawRows(_ columns: Columns, axis: DayAxis?, body: Box) {
        drawMerged(columns, body: body)
        let digits = ChartFacts.digits(report.projects)
        for (index, row) in rows.enumerated() {
            let box = rowBox(index, in: body)
            if index > 0 { drawRowRule(index, row, columns.cells, y: box.y) }
            if let axis { drawBars(row, axis: axis, in: box) }
            drawLead(row, serial: sheet.rows.lowerBound + index + 1, columns.lead, in: box)
            for (column, place) in columns.others {
                let cell = Box(x: place.x, y: box.y, width: place.width, height: box.height)
                drawCell(column, row, digits, in: cell)
            }
            if columns.code.width > 0, let code = code(of: row) {
                let cell = Box(x: columns.code.x, y: box.y, width: columns.code.width, height: box.height)
                canvas.code(code, in: cell.inset(0.05 * em, 0.05 * em), least: SheetStyle.leastModule)
            }
        }
    }

    /// The rest of a sheet stays ruled, and says that nothing follows: an empty space could be a lost row.
    mutating func drawBlankRows(_ lead: LeadColumns, in body: Box) {
        let used = sheet.rowHeight * Double(sheet.rows.count)
        let height = sheet.rowHeight
        let blank = Int((body.height - used + 0.01) / height)
        if blank == 0 { return }
        for index in 0...blank
        where used + Double(index) * height < body.height - 0.5 * height && used + Double(index) > 0 {
            canvas.horizontal(
                body.y + used + Double(index) * height, from: body.x, to: body.right,
                Stroke(Palette.hairline, 0.03 * em))
        }
        let line = Box(x: lead.title.x, y: body.y + used, width: lead.title.width, height: height)
        let word = report.projects.isEmpty ? "本年度尚无申报项目（以下空白）" : "（以下空白）"
        canvas.text(word, in: line.inset(0.25 * em), TextStyle(0.86 * em, floor: 0.4 * em), Palette.faint, .middle)
    }

    /// Area, unit and their people stand once in the middle of their rows. Every sheet names them anew.
    private mutating func drawMerged(_ columns: Columns, body: Box) {
        let style = TextStyle(0.72 * em, floor: 0.44 * em, lines: 3)
        drawMergedPlaces(columns.lead, body: body)
        if let secretary = columns[.secretary] {
            merged(secretary, body, key: { [$0.area, $0.unit, $0.secretary] }, text: \.secretary, style)
        }
        if let officer = columns[.officer] {
            merged(officer, body, key: { [$0.area, $0.unit, $0.officer] }, text: \.officer, style)
        }
    }

    mutating func drawMergedPlaces(_ lead: LeadColumns, body: Box) {
        if let area = lead[.area] {
            merged(
                area, body, key: { [$0.area] }, text: \.area,
                TextStyle(0.8 * em, floor: 0.44 * em, lines: 6, face: .bold))
        }
        if let unit = lead[.unit] {
            merged(
                unit, body, key: { [$0.area, $0.unit] }, text: \.unit,
                TextStyle(0.86 * em, floor: 0.44 * em, lines: 3, face: .bold))
        }
    }

    private mutating func merged(
        _ column: Box, _ body: Box, key: (ChartRow) -> [String], text: (ChartRow) -> String, _ style: TextStyle
    ) {
        let rows = Array(rows)
        var start = 0
        while start < rows.count {
            let name = key(rows[start])
            var end = start + 1
            while end < rows.count, key(rows[end]) == name { end += 1 }
            let top = rowBox(start, in: body)
            let cell = Box(
                x: column.x, y: top.y, width: column.width, height: Double(end - start) * sheet.rowHeight)
            canvas.text(text(rows[start]), in: cell.inset(0.12 * em), style, Palette.ink, .middle)
            start = end
        }
    }

    /// Serial, number and title: which project the row is about.
    mutating func drawLead(_ row: ChartRow, serial: Int, _ lead: LeadColumns, in box: Box) {
        func cell(_ column: Box, _ pad: Double = 0.12) -> Box {
            Box(x: column.x, y: box.y, width: column.width, height: box.height).inset(pad * em)
        }
        canvas.text(
            String(serial), in: cell(lead.serial), TextStyle(0.62 * em, floor: 0.36 * em), Palette.faint, .middle)
        if let number = lead[.number] {
            canvas.text(row.number, in: cell(number), TextStyle(0.58 * em, floor: 0.42 * em, lines: 2), Palette.soft)
        }
        var title = cell(lead.title, 0.25)
        if row.recordedLate { drawBadge("补", in: title.takeRight(1.15 * em)) }
        let address = style.link(row.id)
        if let address { canvas.add(.linkStart(address)) }
        canvas.text(row.title, in: title, TextStyle(1.0 * em, floor: 0.56 * em, lines: 2))
        if address != nil { canvas.add(.linkEnd) }
    }

    /// A small framed character: entered after the fact (补录).
    mutating func drawBadge(_ word: String, in box: Box) {
        let side = min(0.92 * em, box.height)
        let frame = Box(x: box.right - side, y: box.midY - side / 2, width: side, height: side)
        canvas.frame(frame, Stroke(Palette.official, 0.05 * em))
        canvas.text(word, in: frame, TextStyle(0.62 * em, floor: 0.3 * em), Palette.official, .middle)
    }

    /// An amount with its decimal point under those of the other lines: `digits` is the most decimals among them.
    mutating func drawDecimal(
        _ amount: Money, in cell: Box, size: Double, face: Face = .regular, digits: Int, zero: String
    ) {
        let text = amount == .zero ? zero : amount.wanText
        let missing = amount == .zero && zero != "0.00" ? 0 : max(0, digits - amount.fractionDigits)
        var box = cell
        _ = box.takeRight(min(Double(face.advance("0") * missing) / 1000 * size * em, cell.width / 2))
        canvas.text(text, in: box, TextStyle(size * em, floor: 0.36 * em, face: face), Palette.ink, .end)
    }
}
