/// Collects the shapes of one sheet. Text has one door, `text`, and it fits everything into its cell.
struct Canvas: Sendable {
    private(set) var shapes: [Shape] = []

    enum Vertical: Sendable { case middle, bottom }

    mutating func add(_ shape: Shape) { shapes.append(shape) }

    mutating func fill(_ box: Box, _ colour: Colour) {
        if box.width > 0, box.height > 0 { shapes.append(.rectangle(box, fill: colour, stroke: nil)) }
    }

    mutating func frame(_ box: Box, _ stroke: Stroke, fill: Colour? = nil) {
        shapes.append(.rectangle(box, fill: fill, stroke: stroke))
    }

    mutating func horizontal(_ y: Double, from x1: Double, to x2: Double, _ stroke: Stroke) {
        shapes.append(.line(Point(x: x1, y: y), Point(x: x2, y: y), stroke))
    }

    mutating func vertical(_ x: Double, from y1: Double, to y2: Double, _ stroke: Stroke) {
        shapes.append(.line(Point(x: x, y: y1), Point(x: x, y: y2), stroke))
    }

    /// Sets a text into a cell; what does not fit gets smaller, wraps, and last is cut with "…".
    /// Returns what became of it, so that the next text can follow on.
    @discardableResult
    mutating func text(
        _ text: String, in cell: Box, _ style: TextStyle, _ colour: Colour = Palette.ink,
        _ anchor: TextRun.Anchor = .start, _ vertical: Vertical = .middle
    ) -> FittedText {
        let text = plainText(text)
        let fitted = fit(text, width: cell.width, height: cell.height, style: style)
        place(fitted, of: text, in: cell, style.face, colour, anchor, vertical)
        return fitted
    }

    private mutating func place(
        _ fitted: FittedText, of text: String, in cell: Box, _ face: Face, _ colour: Colour, _ anchor: TextRun.Anchor,
        _ vertical: Vertical
    ) {
        if fitted.lines.isEmpty { return }
        let step = FittedText.leading * fitted.size
        let height = FittedText.lineHeight * fitted.size + step * Double(fitted.lines.count - 1)
        let top =
            switch vertical {
            case .middle: cell.midY - height / 2
            case .bottom: cell.bottom - height
            }
        let air = (FittedText.lineHeight - 1) / 2
        var baseline = top + (air + TextRun.ascent) * fitted.size
        let x =
            switch anchor {
            case .start: cell.x
            case .middle: cell.midX
            case .end: cell.right
            }
        for line in fitted.lines {
            shapes.append(
                .text(
                    TextRun(
                        text: line.text, x: x, baseline: baseline, size: fitted.size, face: face, anchor: anchor,
                        colour: colour, cell: cell, width: line.width, whole: fitted.isCut ? text : nil)))
            baseline += step
        }
    }
}
