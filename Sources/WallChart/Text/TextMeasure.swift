/// A text cut into pieces that a line break may not split, with their widths summed up.
struct TextMeasure {
    /// The characters, each with the marks that stand on it.
    let clusters: [Substring.UnicodeScalarView]
    /// `upTo[i]` is the width of the first `i` clusters in thousandths of the size.
    let upTo: [Int]

    init(_ text: String, face: Face) {
        var clusters: [Substring.UnicodeScalarView] = []
        var upTo = [0]
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var width = 0
        var joins = false
        var index = start
        while index != scalars.endIndex {
            let scalar = scalars[index]
            if index != start, !joins, !face.isMark(scalar), !Self.isSkinTone(scalar) {
                clusters.append(Substring(scalars[start..<index]).unicodeScalars)
                upTo.append(width)
                start = index
            }
            width += face.advance(scalar)
            // A zero-width joiner makes one picture of two characters.
            joins = scalar.value == 0x200D
            index = scalars.index(after: index)
        }
        if start != scalars.endIndex {
            clusters.append(Substring(scalars[start...]).unicodeScalars)
            upTo.append(width)
        }
        self.clusters = clusters
        self.upTo = upTo
    }

    var count: Int { clusters.count }
    var width: Int { upTo[count] }

    func width(_ range: Range<Int>) -> Int { upTo[range.upperBound] - upTo[range.lowerBound] }

    func text(_ range: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        for cluster in clusters[range] { result.append(contentsOf: cluster) }
        return String(result)
    }

    private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar.value) }

    /// Whether a line may end before cluster `index`.
    ///
    /// Latin words and numbers stay whole; closing marks never open a line and opening marks never end one
    /// (避头尾, GB/T 15834).
    func mayBreak(before index: Int) -> Bool {
        guard index > 0, index < count, let last = clusters[index - 1].first, let next = clusters[index].first
        else { return false }
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
