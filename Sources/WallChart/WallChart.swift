public import Workflow

/// The wall chart (挂图作战图): one drawing of a town's year, delivered as paper, picture, text or data.
///
/// Rendering is pure: the same report gives the same bytes, on every run and whatever the clock says.
public struct WallChart: Sendable {
    let paper: Paper
    let pixelWidth: Int
    let textColumns: Int
    let textColour: Bool
    let link: @Sendable (ProjectID) -> String?

    /// - Parameters:
    ///   - paper: the sheet, landscape; it decides how many rows a page of the PDF holds.
    ///   - pixelWidth: width of the PNG in pixels, 800 to 8,000.
    ///   - textColumns: width of the terminal chart, at least 80.
    ///   - textColour: whether the terminal chart colours its lights.
    ///   - link: the address a project's name leads to; nil for none. Other schemes than http(s) are ignored.
    public init(
        paper: Paper = .A0, pixelWidth: Int = 2400, textColumns: Int = 120, textColour: Bool = false,
        link: @escaping @Sendable (ProjectID) -> String? = { _ in nil }
    ) {
        self.paper = paper
        self.pixelWidth = min(max(pixelWidth, 800), 8000)
        self.textColumns = textColumns
        self.textColour = textColour
        self.link = { id in link(id).flatMap(Self.safeAddress) }
    }

    /// The whole report in one file.
    ///
    /// SVG and PNG are one tall sheet with all rows; PDF has as many pages as the rows need.
    /// - Throws: `ChartError.tooManyRowsForPicture` for a PNG of many hundred rows; `ChartError.drawing` when the
    ///   drawing library fails.
    public func render(_ report: ChartReport, as format: ChartFormat) throws -> [UInt8] {
        switch format {
        case .svg: tallSVG(report)
        case .pdf: try pdf(report)
        case .png: try png(report)
        case .text: TextChart(columns: textColumns, colour: textColour).write(report)
        case .json: ChartJSON.write(report)
        }
    }

    /// How many pages the PDF has.
    public func pageCount(_ report: ChartReport) -> Int { Sheet.pages(paper, rows: report.projects.count).count }

    /// One SVG per page of the PDF, for pages that are shown or printed one by one.
    public func renderPages(_ report: ChartReport) -> [[UInt8]] {
        sheets(report).map { sheet in
            SVGWriter.file(
                draw(report, ChartFacts(report), sheet), width: sheet.width, height: sheet.height, title: title(report))
        }
    }

    private func sheets(_ report: ChartReport) -> [Sheet] { Sheet.pages(paper, rows: report.projects.count) }

    private func draw(_ report: ChartReport, _ facts: ChartFacts, _ sheet: Sheet) -> [Shape] {
        var drawing = ChartSheet(report, facts: facts, sheet: sheet, link: link)
        return drawing.draw()
    }

    private func tallSVG(_ report: ChartReport) -> [UInt8] {
        let sheet = Sheet.tall(paper, rows: report.projects.count)
        return SVGWriter.file(
            draw(report, ChartFacts(report), sheet), width: sheet.width, height: sheet.height, title: title(report))
    }

    private func title(_ report: ChartReport) -> String {
        plainText(Wording.title(report))
    }

    private func pdf(_ report: ChartReport) throws -> [UInt8] {
        let (width, height) = paper.points
        let created = "\(report.asOf.civilDate)T\(report.asOf.clockText):00+08:00"
        let facts = ChartFacts(report)
        return try Paperwork.pdf(
            sheets(report).lazy.map { draw(report, facts, $0) }, width: width, height: height, title: title(report),
            created: created)
    }

    /// Forty million pixels are 160 MB in memory, which a small server survives.
    private static let mostPixels = 40_000_000.0
    /// Narrower than this the names of a wide sheet cannot be read.
    private static let leastWidth = 1400.0

    private func png(_ report: ChartReport) throws -> [UInt8] {
        let sheet = Sheet.tall(paper, rows: report.projects.count)
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
