/// Text for a cell: one line of visible characters. Controls and direction marks would break the file or turn the line.
func plainCell(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
        case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFF: continue
        case _: result.append(scalar)
        }
    }
    return String(result)
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it; ours are never formulas.
///
/// Spaces before the sign do not save it: some programs drop them.
func harmless(_ text: String) -> String {
    guard let first = text.first(where: { $0 != " " && $0 != "\u{3000}" }), "=+-@＝＋－＠|%".contains(first) else {
        return text
    }
    return "'" + text
}
