/// A table for terminals: columns padded by what they take on the screen, where Chinese takes two cells.
public struct TextTable: Sendable {
    private var rows: [[String]]
    /// Columns of numbers, which end in line.
    private let atRight: Set<Int>

    public init(header: [String], atRight: Set<Int> = []) {
        rows = [header]
        self.atRight = atRight
    }

    public mutating func add(_ row: [String]) { rows.append(row) }

    /// Lines without trailing spaces; the header is underlined.
    public var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? Self.width(of: $0[column]) : 0 }.max() ?? 0
        }
        var lines = rows.map { line($0, widths) }
        lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
        return lines.joined(separator: "\n")
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in row.enumerated() {
            let padding = String(repeating: " ", count: widths[index] - Self.width(of: cell))
            line += (index == 0 ? "" : "  ") + (atRight.contains(index) ? padding + cell : cell + padding)
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Cells of a terminal line.
    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    /// East Asian wide and full-width ranges that Chinese text uses (Unicode Standard Annex 11).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        case _: false
        }
    }
}
