/// Why a chart could not be drawn.
public enum ChartError: Error, Hashable, Sendable {
    /// More rows than one picture can hold and stay readable; a PDF has as many sheets as it takes.
    case tooManyRowsForPicture(rows: Int, most: Int)
    /// The drawing library failed; its own words.
    case drawing(String)
}

extension ChartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooManyRowsForPicture(let rows, let most):
            "a PNG holds at most \(most) rows in readable size, this chart has \(rows): use pdf or svg"
        case .drawing(let words): "the drawing library failed: \(words)"
        }
    }
}
