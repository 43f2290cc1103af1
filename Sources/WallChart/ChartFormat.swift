/// What a chart can be delivered as.
public enum ChartFormat: String, CaseIterable, Sendable {
    /// One tall vector sheet: all rows below one header, for screens and for editing.
    case svg
    /// Sheets of the chosen paper, as many as it takes.
    case pdf
    /// The tall sheet as pixels, for a chat group.
    case png
    /// The tall sheet in a page of its own with the rows as a table: no scripts, no other files.
    case html
    /// The ledger (台账) as a workbook.
    case xlsx
    /// The ledger as comma-separated values.
    case csv
    /// Fixed-width lines for a terminal.
    case text
    /// The same facts for programs.
    case json

    /// The usual ending of a file of this format, without the dot.
    public var fileExtension: String {
        switch self {
        case .svg: "svg"
        case .pdf: "pdf"
        case .png: "png"
        case .html: "html"
        case .xlsx: "xlsx"
        case .csv: "csv"
        case .text: "txt"
        case .json: "json"
        }
    }

    /// The media type for HTTP.
    public var contentType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .html: "text/html; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        }
    }
}
