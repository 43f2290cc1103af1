import Workflow

/// One sheet of the progress drawing: rows × day axis. Pure: facts in, shapes out.
struct ChartSheet {
    let report: ChartReport
    let facts: ChartFacts
    let sheet: Sheet
    let link: @Sendable (ProjectID) -> String?
    var canvas = Canvas()

    /// The size everything is measured in, in points.
    var em: Double { sheet.em }

    init(
        _ report: ChartReport, facts: ChartFacts, sheet: Sheet, link: @escaping @Sendable (ProjectID) -> String?
    ) {
        self.report = report
        self.facts = facts
        self.sheet = sheet
        self.link = link
    }

    /// Draws everything, from the top down.
    mutating func draw() -> [Shape] {
        canvas.fill(Box(x: 0, y: 0, width: sheet.width, height: sheet.height), Palette.paper)
        var rest = sheet.content
        drawTitle(in: rest.takeTop(Sheet.title * em))
        _ = rest.takeTop(Sheet.gap * em)
        if sheet.isFirst {
            drawTopBand(in: rest.takeTop(Sheet.band * em))
            _ = rest.takeTop(Sheet.gap * em)
        }
        drawTable(in: rest.takeTop(rest.height - (Sheet.legend + Sheet.gap) * em))
        let legend = Box(
            x: rest.x, y: sheet.content.bottom - Sheet.legend * em, width: rest.width, height: Sheet.legend * em)
        drawLegend(in: legend)
        return canvas.shapes
    }

    private mutating func drawTable(in table: Box) {
        var rest = table
        let columns = Columns(table, em: em)
        let header = rest.takeTop(Sheet.header * em)
        let totals = Box(x: table.x, y: table.bottom - Sheet.totals * em, width: table.width, height: Sheet.totals * em)
        let body = Box(x: table.x, y: rest.y, width: table.width, height: totals.y - rest.y)
        let axis = DayAxis(report.axis, in: columns.axis)
        canvas.fill(header, Palette.headerFill)
        canvas.fill(totals, Palette.totalsFill)
        drawRowGround(columns, in: body)
        if let axis { drawAxisGround(axis, body: body) }
        drawRules(columns, body: body)
        drawColumnHeads(columns, header: header)
        if let axis { drawAxisHead(axis, header: header) }
        drawRows(columns, axis: axis, body: body)
        drawBlankRows(columns, in: body)
        if let axis { drawToday(axis, header: header, body: body) }
        drawTotals(columns, in: totals)
        canvas.frame(table, Stroke(Palette.ink, 0.06 * em))
        canvas.horizontal(header.bottom, from: table.x, to: table.right, Stroke(Palette.ink, 0.05 * em))
        canvas.horizontal(totals.y, from: table.x, to: table.right, Stroke(Palette.ink, 0.05 * em))
    }

    private mutating func drawRules(_ columns: Columns, body: Box) {
        // The day axis and the totals draw their own; the rest of the header and all rows share these.
        let top = body.y - Sheet.header * em
        for x in columns.edges {
            canvas.vertical(x, from: top, to: body.bottom, Stroke(Palette.hairline, 0.035 * em))
        }
    }
}
