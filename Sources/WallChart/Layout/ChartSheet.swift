import Workflow

/// One sheet of any drawing. Pure: facts in, shapes out.
struct ChartSheet {
    let report: ChartReport
    let facts: ChartFacts
    let sheet: Sheet
    let style: SheetStyle
    var canvas = Canvas()

    /// The size everything is measured in, in points.
    var em: Double { sheet.em }

    init(_ report: ChartReport, facts: ChartFacts, sheet: Sheet, style: SheetStyle = SheetStyle()) {
        self.report = report
        self.facts = facts
        self.sheet = sheet
        self.style = style
    }

    /// Draws everything, from the top down.
    mutating func draw() -> [Shape] {
        canvas.fill(Box(x: 0, y: 0, width: sheet.width, height: sheet.height), Palette.paper)
        var rest = sheet.content
        drawTitle(in: rest.takeTop(Sheet.title * em))
        _ = rest.takeTop(Sheet.gap * em)
        let band = Sheet.band(style.drawing)
        if sheet.isFirst, band > 0 {
            drawBand(in: rest.takeTop(band * em))
            _ = rest.takeTop(Sheet.gap * em)
        }
        drawBody(in: rest.takeTop(rest.height - (Sheet.legend + Sheet.gap) * em))
        let legend = Box(
            x: rest.x, y: sheet.content.bottom - Sheet.legend * em, width: rest.width, height: Sheet.legend * em)
        drawLegend(in: legend)
        return canvas.shapes
    }

    private mutating func drawBand(in band: Box) {
        switch style.drawing {
        case .progress: drawTopBand(in: band)
        case .money: drawFundBand(in: band)
        case .league: drawLeagueBand(in: band)
        case .stages, .map, .board: break
        }
    }

    private mutating func drawBody(in body: Box) {
        switch style.drawing {
        case .progress: drawProgress(in: body)
        case .stages: drawStages(in: body)
        case .money: drawMoneyTable(in: body)
        case .map: drawMap(in: body)
        case .board: drawBoard(in: body)
        case .league: drawLeagueTable(in: body)
        }
    }
}
