/// What a drawing is made of. Nothing here knows of projects, so every drawing of the product can use it.
enum Shape: Hashable, Sendable {
    case rectangle(Box, fill: Colour?, stroke: Stroke?)
    case line(Point, Point, Stroke)
    case polygon([Point], fill: Colour?, stroke: Stroke?)
    case circle(Point, radius: Double, fill: Colour?, stroke: Stroke?)
    /// Many small rectangles of one colour: a QR code.
    case modules([Box], fill: Colour)
    /// A picture stretched over the box.
    case picture(Picture, Box)
    case text(TextRun)
    /// Everything up to `linkEnd` leads to this address.
    case linkStart(String)
    case linkEnd
}

/// A colour as `#rrggbb`.
struct Colour: Hashable, Sendable {
    let hex: String

    init(_ hex: String) { self.hex = hex }

    /// Red, green and blue from 0 to 1.
    var parts: (red: Double, green: Double, blue: Double) {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        return (Double(value >> 16 & 255) / 255, Double(value >> 8 & 255) / 255, Double(value & 255) / 255)
    }

    /// What a grey copier makes of it: 0 black to 1 white (Rec. 601, as copiers and PDF viewers weigh).
    var grey: Double {
        let (red, green, blue) = parts
        return 0.299 * red + 0.587 * green + 0.114 * blue
    }
}

struct Stroke: Hashable, Sendable {
    let colour: Colour
    let width: Double

    init(_ colour: Colour, _ width: Double) {
        self.colour = colour
        self.width = width
    }
}

/// One line of text, already fitted.
struct TextRun: Hashable, Sendable {
    enum Anchor: Hashable, Sendable { case start, middle, end }

    let text: String
    /// Where the anchor stands.
    let x: Double
    let baseline: Double
    let size: Double
    let face: Face
    let anchor: Anchor
    let colour: Colour
    /// The cell the text belongs to; it never leaves it.
    let cell: Box
    /// The measured width in points.
    let width: Double
    /// The whole text where "…" stands for its end; screens show it on pointing.
    var whole: String?

    /// What the glyphs may cover: the ideographic square, and below it the tails of Latin letters.
    var bounds: Box {
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return Box(x: left, y: baseline - Self.ascent * size, width: width, height: (Self.ascent + Self.descent) * size)
    }

    static let ascent = 0.88
    static let descent = 0.21
}
