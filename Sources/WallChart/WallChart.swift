public import Workflow

/// The wall chart (挂图作战图): drawings of a town's year, delivered as paper, picture, text or data.
///
/// Rendering is pure: the same report gives the same bytes, on every run and whatever the clock says. A value may be
/// used by many threads at once.
public struct WallChart: Sendable {
    let paper: Paper
    let tiledOn: Paper?
    let pixelWidth: Int
    let textColumns: Int
    let textColour: Bool
    let style: SheetStyle

    /// - Parameters:
    ///   - drawing: which picture; ledgers, text and JSON are the same for all.
    ///   - audience: for everybody, names and inner words are left out of every format.
    ///   - paper: the sheet, landscape; it decides how many rows a page of the PDF holds.
    ///   - tiledOn: office paper to cut each sheet of the PDF into, with crop marks and an overlap of 10 mm.
    ///   - pixelWidth: width of the PNG in pixels, 800 to 8,000.
    ///   - textColumns: width of the terminal chart, 80 to 200.
    ///   - textColour: whether the terminal chart colours its lights.
    ///   - map: the base picture of `Drawing.map`.
    ///   - address: where the QR code in the head leads; http(s) only.
    ///   - projectCodes: a QR code per row on sheets tall enough for it (A0, A1), where `link` gives a full address.
    ///   - link: the address a project's name leads to; nil for none. Other schemes than http(s) are ignored.
    public init(
        drawing: Drawing = .progress, audience: Audience = .office, paper: Paper = .A0, tiledOn: Paper? = nil,
        pixelWidth: Int = 2400, textColumns: Int = 120, textColour: Bool = false, map: TownMap? = nil,
        address: String? = nil, projectCodes: Bool = false,
        link: @escaping @Sendable (ProjectID) -> String? = { _ in nil }
    ) {
        self.paper = paper
        self.tiledOn = tiledOn
        self.pixelWidth = min(max(pixelWidth, 800), 8000)
        self.textColumns = textColumns
        self.textColour = textColour
        style = SheetStyle(
            drawing: drawing, audience: drawing == .board ? .public : audience, map: map,
            address: address.flatMap { $0.hasPrefix("http") ? Self.safeAddress($0) : nil }, projectCodes: projectCodes,
            link: { id in link(id).flatMap(Self.safeAddress) })
    }

    /// The whole report in one file.
    ///
    /// SVG, PNG and HTML are one tall sheet with all rows; PDF has as many pages as the rows need.
    /// - Throws: `ChartError.tooManyRowsForPicture` for a PNG of many hundred rows; `ChartError.picture` for a map
    ///   whose picture is damaged; `ChartError.drawing` when a library fails.
    public func render(_ report: ChartReport, as format: ChartFormat) throws -> [UInt8] {
        let report = shown(report)
        return switch format {
        case .svg: svg(report, tall(report))
        case .pdf: try pdf(report)
        case .png: try png(report)
        case .html: html(report)
        case .xlsx: try LedgerXLSX.file(report, title: title(report))
        case .csv: LedgerCSV.file(report)
        case .text: TextChart(columns: textColumns, colour: textColour, labels: report.labels).write(report)
        case .json: ChartJSON.write(report)
        }
    }

    /// How many pages the PDF has.
    public func pageCount(_ report: ChartReport) -> Int {
        let tiles = tiledOn.map { Tiling(paper.points, on: $0) }
        return sheets(shown(report)).count * (tiles.map { $0.rows * $0.columns } ?? 1)
    }

    /// One SVG per sheet of the PDF, for pages that are shown or printed one by one.
    public func renderPages(_ report: ChartReport) -> [[UInt8]] {
        let report = shown(report)
        return sheets(report).map { svg(report, $0) }
    }

    /// One sheet of the PDF as SVG, by its number from 1; the nearest one where there is no such sheet.
    /// - Returns: the sheet, its number, and how many there are.
    public func renderPage(_ number: Int, of report: ChartReport) -> (bytes: [UInt8], number: Int, count: Int) {
        let report = shown(report)
        let all = sheets(report)
        let number = min(max(1, number), all.count)
        return (svg(report, all[number - 1]), number, all.count)
    }

    private func shown(_ report: ChartReport) -> ChartReport {
        style.audience == .public ? report.forEverybody : report
    }

    private func sheets(_ report: ChartReport) -> [Sheet] {
        Sheet.pages(paper, rows: rowCount(report), style.drawing)
    }

    private func rowCount(_ report: ChartReport) -> Int {
        style.drawing == .league ? report.units.count : report.projects.count
    }

    private func tall(_ report: ChartReport) -> Sheet {
        Sheet.tall(paper, rows: rowCount(report), style.drawing)
    }

    private func draw(_ report: ChartReport, _ facts: ChartFacts, _ sheet: Sheet) -> [Shape] {
        var drawing = ChartSheet(report, facts: facts, sheet: sheet, style: style)
        return drawing.draw()
    }

    private func svg(_ report: ChartReport, _ sheet: Sheet) -> [UInt8] {
        SVGWriter.file(
            draw(report, ChartFacts(report), sheet), width: sheet.width, height: sheet.height, title: title(report))
    }

    private func html(_ report: ChartReport) -> [UInt8] {
        let sheet = tall(report)
        return HTMLPage.file(
            svg(report, sheet), report, title: title(report), size: (sheet.width, sheet.height))
    }

    private func title(_ report: ChartReport) -> String { plainText(Wording.title(report, style.drawing)) }

    private func pdf(_ report: ChartReport) throws -> [UInt8] {
        try Paperwork.pdf(pages(report), title: title(report), created: Self.created(report))
    }

    /// Drawn as they are asked for: a PDF of hundreds of sheets never has two of them in memory.
    ///
    /// - Parameter bound: how many pages come before these in a pack, and how many it has; nil for a file by itself.
    private func pages(_ report: ChartReport, bound: (before: Int, all: Int)? = nil) -> some Sequence<PrintedPage> {
        let facts = ChartFacts(report)
        let tiling = tiledOn.map { Tiling(paper.points, on: $0) }
        let words = "\(title(report))\(Wording.wide)\(Wording.asOf(report))"
        return sheets(report).lazy.flatMap { sheet in
            var sheet = sheet
            if let bound { sheet.bound = Sheet.Page(number: bound.before + sheet.number, of: bound.all) }
            let shapes = draw(report, facts, sheet)
            return tiling?.pages(shapes, words: words) ?? [PrintedPage(shapes: shapes, size: paper.points)]
        }
    }

    /// Several drawings of one report bound into one PDF (周报、月报 …), in the order given, each on its own paper.
    /// - Throws: as `render`.
    public static func pack(_ charts: [WallChart], of report: ChartReport, title: String) throws -> [UInt8] {
        var all = 0
        let bound = charts.map { chart in
            defer { all += chart.sheets(chart.shown(report)).count }
            return (chart: chart, before: all)
        }
        let pages = bound.lazy.flatMap { $0.chart.pages($0.chart.shown(report), bound: ($0.before, all)) }
        return try Paperwork.pdf(pages, title: plainText(title), created: created(report))
    }

    private static func created(_ report: ChartReport) -> String {
        "\(report.asOf.civilDate)T\(report.asOf.clockText):00+08:00"
    }

    /// Forty million pixels are 160 MB in memory, which a small server survives.
    private static let mostPixels = 40_000_000.0
    /// Narrower than this the names of a wide sheet cannot be read.
    private static let leastWidth = 1400.0

    private func png(_ report: ChartReport) throws -> [UInt8] {
        let sheet = tall(report)
        let ratio = sheet.height / sheet.width
        let width = min(Double(pixelWidth), (Self.mostPixels / ratio).squareRoot(), 32_000 / ratio)
        if width < min(Self.leastWidth, Double(pixelWidth)) {
            let most = Self.mostPixels / Self.leastWidth / Self.leastWidth * sheet.width / sheet.rowHeight
            throw ChartError.tooManyRowsForPicture(rows: report.projects.count, most: Int(most) - 20)
        }
        return try Paperwork.png(
            draw(report, ChartFacts(report), sheet), size: (sheet.width, sheet.height), width: Int(width))
    }

    /// Relative paths, http and https; anything else (javascript:, data:) is not an address of ours.
    private static func safeAddress(_ address: String) -> String? {
        let isOurs = address.hasPrefix("/") || address.hasPrefix("https://") || address.hasPrefix("http://")
        return isOurs ? address : nil
    }
}
