/// Why a chart could not be drawn.
public enum ChartError: Error, Hashable, Sendable {
    /// More rows than one picture can hold and stay readable; a PDF has as many sheets as it takes.
    case tooManyRowsForPicture(rows: Int, most: Int)
    /// A base picture that is neither PNG nor JPEG, damaged, or of too many pixels.
    case picture
    /// The drawing library failed; its own words.
    case drawing(String)
}

extension ChartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooManyRowsForPicture(let rows, let most):
            "a PNG holds at most \(most) rows in readable size, this chart has \(rows): use pdf or svg"
        case .picture:
            "the base picture cannot be read: give a PNG or JPEG of at most "
                + "\(Picture.mostPixels / 1_000_000) million pixels"
        case .drawing(let words): "the drawing library failed: \(words)"
        }
    }
}
