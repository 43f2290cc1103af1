import Workflow

/// The progress drawing: rows × day axis.
extension ChartSheet {
    mutating func drawProgress(in table: Box) {
        var rest = table
        let columns = Columns(table, em: em, report.columns, code: codeWidth)
        let header = rest.takeTop(Sheet.header * em)
        let totals = Box(x: table.x, y: table.bottom - Sheet.totals * em, width: table.width, height: Sheet.totals * em)
        let body = Box(x: table.x, y: rest.y, width: table.width, height: totals.y - rest.y)
        let axis = DayAxis(report.axis, in: columns.axis)
        canvas.fill(header, Palette.headerFill)
        canvas.fill(totals, Palette.totalsFill)
        drawRowGround(columns.cells, in: body)
        if let axis { drawAxisGround(axis, body: body) }
        // The day axis and the totals draw their own rules; the rest of the header and all rows share these.
        for x in columns.edges {
            canvas.vertical(x, from: header.y, to: body.bottom, Stroke(Palette.hairline, 0.035 * em))
        }
        drawColumnHeads(columns, header: header)
        if let axis { drawAxisHead(axis, header: header) }
        drawRows(columns, axis: axis, body: body)
        drawBlankRows(columns.lead, in: body)
        if let axis { drawToday(axis, header: header, body: body) }
        drawTotals(columns, in: totals)
        drawFrame(table, header: header, totals: totals)
    }

    /// The strong lines around a table.
    mutating func drawFrame(_ table: Box, header: Box, totals: Box) {
        canvas.frame(table, Stroke(Palette.ink, 0.06 * em))
        canvas.horizontal(header.bottom, from: table.x, to: table.right, Stroke(Palette.ink, 0.05 * em))
        canvas.horizontal(totals.y, from: table.x, to: table.right, Stroke(Palette.ink, 0.05 * em))
    }

    /// Codes need rows tall enough to be read by a phone; elsewhere the code in the head leads to all projects.
    private var codeWidth: Double {
        guard style.projectCodes, let first = report.projects.first, let code = code(of: first) else { return 0 }
        let square = sheet.rowHeight - 0.1 * em
        let module = square / Double(code.side + 2 * QRCode.quiet)
        return module >= SheetStyle.leastModule ? min(square + 0.2 * em, 2.4 * em) : 0
    }

    func code(of row: ChartRow) -> QRCode? {
        guard let address = style.link(row.id), address.hasPrefix("http") else { return nil }
        return QRCode(address)
    }
}
