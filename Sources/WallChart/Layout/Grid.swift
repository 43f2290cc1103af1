import Workflow

/// A plain table: the leading columns, then one cell per further column. Stages, money and board are such.
struct Grid {
    let lead: LeadColumns
    let others: [(box: Box, word: String)]

    /// Splits the width: fixed columns in em, and those of width 0 share what is left.
    init(_ table: Box, em: Double, lead wanted: [ChartColumn], _ columns: [(word: String, width: Double)]) {
        var rest = table
        lead = LeadColumns(&rest, em: em, wanted)
        let fixed = columns.reduce(0) { $0 + $1.width } * em
        let flexible = Double(max(1, columns.filter { $0.width == 0 }.count))
        let share = max(0, rest.width - fixed) / flexible
        others = columns.map { column in
            (rest.takeLeft(column.width == 0 ? share : column.width * em), column.word)
        }
    }

    /// Everything from the left; a cell of the table's own belongs to its project as the title does.
    var cells: [(column: ChartColumn?, box: Box)] { lead.cells + others.map { (.title, $0.box) } }

    func box(_ index: Int, of row: Box) -> Box {
        Box(x: others[index].box.x, y: row.y, width: others[index].box.width, height: row.height)
    }
}

extension ChartSheet {
    /// Draws head, rows and foot of a plain table.
    mutating func drawGrid(
        _ grid: Grid, in table: Box, row drawRow: (inout ChartSheet, ChartRow, Box) -> Void,
        totals drawTotals: (inout ChartSheet, Box) -> Void
    ) {
        let header = Box(x: table.x, y: table.y, width: table.width, height: Sheet.header * em)
        let totals = Box(x: table.x, y: table.bottom - Sheet.totals * em, width: table.width, height: Sheet.totals * em)
        let body = Box(x: table.x, y: header.bottom, width: table.width, height: totals.y - header.bottom)
        canvas.fill(header, Palette.headerFill)
        canvas.fill(totals, Palette.totalsFill)
        drawRowGround(grid.cells, in: body)
        for column in (grid.lead.heads + grid.others).dropFirst() {
            canvas.vertical(column.box.x, from: header.y, to: body.bottom, Stroke(Palette.hairline, 0.035 * em))
        }
        drawHeads(grid.lead.heads + grid.others, header: header)
        drawMergedPlaces(grid.lead, body: body)
        for (index, row) in rows.enumerated() {
            let box = rowBox(index, in: body)
            if index > 0 { drawRowRule(index, row, grid.cells, y: box.y) }
            drawLead(row, serial: sheet.rows.lowerBound + index + 1, grid.lead, in: box)
            drawRow(&self, row, box)
        }
        drawBlankRows(grid.lead, in: body)
        drawTotals(&self, totals)
        drawFrame(table, header: header, totals: totals)
    }

    /// The words before the totals of a table: this sheet, and the whole chart.
    var totalsLabel: String {
        sheet.of == 1
            ? "合计\(Wording.wide)共 \(report.totals.projects) 项"
            : "本页 \(sheet.rows.count) 项（第 \(sheet.rows.lowerBound + 1)—\(sheet.rows.upperBound) 项）"
                + "\(Wording.wide)全表 \(report.totals.projects) 项"
    }

    mutating func drawTotalsLabel(_ lead: LeadColumns, in box: Box) {
        let label = Box(x: box.x, y: box.y, width: lead.right - box.x, height: box.height).inset(0.4 * em)
        canvas.text(totalsLabel, in: label, TextStyle(0.74 * em, floor: 0.4 * em, face: .bold))
    }

    /// The mark of a light with its word.
    mutating func drawLight(_ row: ChartRow, in box: Box) {
        var light = box.inset(0.25 * em)
        let shape = light.takeLeft(1.05 * em)
        canvas.mark(row.light, centre: Point(x: shape.midX, y: shape.midY), size: 0.84 * em)
        _ = light.takeLeft(0.1 * em)
        let isAlarm = row.light == .red || row.light == .yellow
        let calm = row.light == .blue || row.light == .grey ? Palette.soft : Palette.ink
        canvas.text(
            report.word(row.light.chinese), in: light,
            TextStyle(0.78 * em, floor: 0.4 * em, face: isAlarm ? .bold : .regular),
            row.light == .red ? Palette.official : calm)
    }
}
