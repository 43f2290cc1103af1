/// What a chart can be delivered as.
public enum ChartFormat: String, CaseIterable, Sendable {
    /// One tall vector sheet: all rows below one header, for screens and for editing.
    case svg
    /// Sheets of the chosen paper, as many as it takes.
    case pdf
    /// The tall sheet as pixels, for a chat group.
    case png
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
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        }
    }
}
