/// A text cut into pieces that a line break may not split, with their widths summed up.
struct TextMeasure {
    private let text: String
    /// Where each piece begins, a character with the marks that stand on it, and where the last one ends.
    private let bounds: [String.Index]
    /// The character each piece begins with.
    let first: [Unicode.Scalar]
    /// `upTo[i]` is the width of the first `i` pieces in thousandths of the size.
    let upTo: [Int]

    init(_ text: String, face: Face) {
        var bounds: [String.Index] = []
        var first: [Unicode.Scalar] = []
        var upTo: [Int] = []
        let scalars = text.unicodeScalars
        var width = 0
        var joins = false
        var index = scalars.startIndex
        while index != scalars.endIndex {
            let scalar = scalars[index]
            if first.isEmpty || !joins && !face.isMark(scalar) && !Self.isSkinTone(scalar) {
                bounds.append(index)
                first.append(scalar)
                upTo.append(width)
            }
            width += face.advance(scalar)
            // A zero-width joiner makes one picture of two characters.
            joins = scalar.value == 0x200D
            index = scalars.index(after: index)
        }
        self.text = text
        self.bounds = bounds + [scalars.endIndex]
        self.first = first
        self.upTo = upTo + [width]
    }

    var count: Int { first.count }
    var width: Int { upTo[count] }

    func width(_ range: Range<Int>) -> Int { upTo[range.upperBound] - upTo[range.lowerBound] }

    func text(_ range: Range<Int>) -> String {
        range == 0..<count ? text : String(text[bounds[range.lowerBound]..<bounds[range.upperBound]])
    }

    private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar.value) }

    /// Whether a line may end before piece `index`.
    ///
    /// Latin words and numbers stay whole; closing marks never open a line and opening marks never end one
    /// (避头尾, GB/T 15834).
    func mayBreak(before index: Int) -> Bool {
        guard index > 0, index < count else { return false }
        let (last, next) = (first[index - 1], first[index])
        if Self.neverFirst.contains(next) || Self.neverLast.contains(last) { return false }
        if last == " " || last == "-" || last == "/" { return true }
        return !(Self.isWordPart(last) && Self.isWordPart(next))
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value > 0x20 && value < 0x2E80 && !(0x2010...0x2027).contains(value)
    }

    private static let neverFirst: Set<Unicode.Scalar> = [
        ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "，", "。", "、", "；", "：", "！", "？", "）", "》", "〉", "】",
        "〕", "」", "』", "”", "’", "％", "…", "—", "·", "℃", " ",
    ]
    private static let neverLast: Set<Unicode.Scalar> = ["(", "[", "{", "（", "《", "〈", "【", "〔", "「", "『", "“", "‘"]
}
