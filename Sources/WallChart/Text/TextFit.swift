/// A text set into a cell: its lines, and the size at which they fit.
struct FittedText: Hashable, Sendable {
    let lines: [Line]
    let size: Double
    /// True when the end was replaced by "…"; the ledger has the full text.
    let isCut: Bool

    struct Line: Hashable, Sendable {
        let text: String
        /// In points at the fitted size.
        let width: Double
    }

    static let nothing = FittedText(lines: [], size: 0, isCut: false)

    /// Distance of two baselines, in sizes.
    static let leading = 1.16
    /// Height one line needs, in sizes: the square, the tails, and as much air above as below.
    static let lineHeight = 1.18
}

/// How a text may be set.
struct TextStyle: Hashable, Sendable {
    var face = Face.regular
    /// The wanted size in points.
    var size: Double
    /// The smallest size before words are cut.
    var floor: Double
    var lines = 1

    init(_ size: Double, floor: Double? = nil, lines: Int = 1, face: Face = .regular) {
        self.size = size
        self.floor = floor ?? size * 0.72
        self.lines = lines
        self.face = face
    }
}

/// Sets `text` into a cell of that width and height: one line at full size if it fits, else smaller or on more
/// lines, whichever keeps the larger size, down to the floor; then cut with "…". A cell too small even for that
/// stays empty.
func fit(_ text: String, width: Double, height: Double, style: TextStyle) -> FittedText {
    guard !text.isEmpty, width > 0, height > 0, style.size > 0 else { return .nothing }
    let measure = TextMeasure(text, face: style.face)
    let tallest = min(style.size, height / FittedText.lineHeight)
    guard tallest >= style.floor - 0.001, measure.width > 0 else { return .nothing }
    // 0.999: a width written with two decimals must not round over the edge.
    let oneLine = min(tallest, width * 999 / Double(measure.width))
    if oneLine >= tallest || (style.lines == 1 && oneLine >= style.floor) {
        return FittedText(lines: [line(measure, 0..<measure.count, oneLine)], size: oneLine, isCut: false)
    }
    var best: FittedText?
    if oneLine >= style.floor {
        best = FittedText(lines: [line(measure, 0..<measure.count, oneLine)], size: oneLine, isCut: false)
    }
    if style.lines > 1, let wrapped = wrap(measure, width: width, height: height, style: style),
        wrapped.size > (best?.size ?? 0) * 1.02
    {
        best = wrapped
    }
    return best ?? cut(measure, width: width, height: height, style: style)
}

private func line(_ measure: TextMeasure, _ range: Range<Int>, _ size: Double) -> FittedText.Line {
    FittedText.Line(text: measure.text(range), width: Double(measure.width(range)) * size / 1000)
}

/// The largest of a few sizes at which the text breaks into lines the cell has room for, evenly filled.
private func wrap(_ measure: TextMeasure, width: Double, height: Double, style: TextStyle) -> FittedText? {
    let steps = 8
    for step in 0...steps {
        let size = style.size - (style.size - style.floor) * Double(step) / Double(steps)
        let room = linesThatFit(height: height, size: size, most: style.lines)
        if room < 2 { continue }
        let wide = Int(width * 999 / size)
        guard let ranges = breakLines(measure, width: wide, most: room) else { continue }
        let even = evened(measure, ranges, width: wide)
        return FittedText(lines: even.map { line(measure, $0, size) }, size: size, isCut: false)
    }
    return nil
}

private func linesThatFit(height: Double, size: Double, most: Int) -> Int {
    let first = FittedText.lineHeight * size
    if height < first - 0.001 { return 0 }
    return min(most, Int((height - first + 0.001) / (FittedText.leading * size)) + 1)
}

/// Greedy lines of at most `width`; nil when more than `most` are needed. A word longer than a line is split.
private func breakLines(_ measure: TextMeasure, width: Int, most: Int) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < measure.count {
        if ranges.count == most { return nil }
        guard let end = lineEnd(measure, from: start, width: width) else { return nil }
        ranges.append(trimmed(measure, start..<end))
        start = end
        while start < measure.count, measure.first[start] == " " { start += 1 }
    }
    return ranges
}

/// Where a line from `start` ends: at the last allowed break that fits; nil when not even one character fits.
private func lineEnd(_ measure: TextMeasure, from start: Int, width: Int) -> Int? {
    var end = start
    while end < measure.count, measure.width(start..<end + 1) <= width { end += 1 }
    if end == start { return nil }
    if end == measure.count { return end }
    var candidate = end
    while candidate > start, !measure.mayBreak(before: candidate) { candidate -= 1 }
    return candidate > start ? candidate : end
}

private func trimmed(_ measure: TextMeasure, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, measure.first[end - 1] == " " { end -= 1 }
    return range.lowerBound..<end
}

/// The same number of lines, but as equally long as breaks allow: no single character left alone.
private func evened(_ measure: TextMeasure, _ ranges: [Range<Int>], width: Int) -> [Range<Int>] {
    if ranges.count < 2 { return ranges }
    var best = ranges
    var low = measure.width / ranges.count
    var high = width
    while high - low > 100 {
        let middle = (low + high) / 2
        if let tighter = breakLines(measure, width: middle, most: ranges.count) {
            best = tighter
            high = middle
        } else {
            low = middle
        }
    }
    return best
}

/// As much as fits at the floor size, then "…".
private func cut(_ measure: TextMeasure, width: Double, height: Double, style: TextStyle) -> FittedText {
    let size = style.floor
    let room = max(1, linesThatFit(height: height, size: size, most: style.lines))
    let wide = Int(width * 999 / size)
    if let ranges = chop(measure, width: wide, most: room) {
        return FittedText(lines: ranges.map { line(measure, $0, size) }, size: size, isCut: false)
    }
    var ranges: [Range<Int>] = []
    var start = 0
    while ranges.count < room - 1, let end = lineEnd(measure, from: start, width: wide) {
        ranges.append(trimmed(measure, start..<end))
        start = end
    }
    var end = start
    while end < measure.count, measure.width(start..<end + 1) <= wide - 1000 { end += 1 }
    if end == start { return .nothing }
    var lines = ranges.map { line(measure, $0, size) }
    let text = measure.text(trimmed(measure, start..<end)) + "…"
    lines.append(FittedText.Line(text: text, width: Double(TextMeasure(text, face: style.face).width) * size / 1000))
    return FittedText(lines: lines, size: size, isCut: true)
}

/// Lines filled without regard to words: better an odd break than a lost word. nil when even that is too long.
private func chop(_ measure: TextMeasure, width: Int, most: Int) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < measure.count {
        var end = start
        while end < measure.count, measure.width(start..<end + 1) <= width { end += 1 }
        if end == start || ranges.count == most { return nil }
        ranges.append(start..<end)
        start = end
    }
    return ranges
}
