/// The cuts a chart is set in.
enum Face: Hashable, Sendable, CaseIterable {
    case regular, bold
    /// Song (serif) bold, for the chart's title only.
    case title
    /// Half-width letters and digits, for codes that people compare character by character: 0 and O, 1 and I differ.
    case code

    /// Width of one character in thousandths of its size.
    ///
    /// Ideographs, kana and full-width punctuation are one em by definition. ASCII comes from the fonts' own
    /// advance widths. What the fonts may not have is taken generously: a substitute never leaves its cell.
    func advance(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x20 || value == 0x7F { return 0 }
        if value < 0x7F { return asciiAdvance(Int(value) - 0x20) }
        if isMark(scalar) { return 0 }
        switch value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x2000...0x2BFF, 0xAC00...0xD7A3,
            0x20000...0x3FFFF:
            return 1000
        case 0xA0...0x24F: return 1050
        // The two- and three-em dashes (⸺, ⸻) are what their names say.
        case 0x2E3A: return 2000
        case 0x2E3B: return 3000
        case 0x1F000...0x1FBFF: return 1400
        case _: return 1250
        }
    }

    /// Characters that stand on the previous one and take no width.
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF: true
        case _: false
        }
    }

    private func asciiAdvance(_ index: Int) -> Int {
        switch self {
        case .regular: FontTables.sansRegular[index]
        case .bold: FontTables.sansBold[index]
        case .title: FontTables.serifBold[index]
        case .code: 500
        }
    }
}
