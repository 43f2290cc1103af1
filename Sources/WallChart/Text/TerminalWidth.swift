/// How many columns of a terminal a text takes: ideographs and full-width forms two, marks none.
///
/// Shapes of "ambiguous" width (●, ▲, …) count as one, as terminals do outside of old Chinese locales.
func terminalWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + terminalWidth($1) }
}

func terminalWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
        2
    case _: Face.regular.isMark(scalar) ? 0 : 1
    }
}

/// `text` in exactly `columns` columns: padded with spaces, or cut with "…".
func inColumns(_ text: String, _ columns: Int, alignRight: Bool = false) -> String {
    let text = plainText(text)
    let width = terminalWidth(text)
    if width <= columns {
        let padding = String(repeating: " ", count: columns - width)
        return alignRight ? padding + text : text + padding
    }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
        let next = terminalWidth(scalar)
        if used + next > columns - 1 { break }
        result.append(scalar)
        used += next
    }
    return String(result) + "…" + String(repeating: " ", count: max(0, columns - 1 - used))
}
