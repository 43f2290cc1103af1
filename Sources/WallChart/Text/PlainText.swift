/// What may stand on a sheet: one line of visible characters.
///
/// People paste titles from chats and spreadsheets. Control characters, line ends and direction marks would
/// break the file or turn the line around, so they become nothing or one space; everything visible stays.
func plainText(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x21 && $0 != 0x7F && $0 < 0xC0 || (0xE3...0xE9).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0xA0, 0x2028, 0x2029, 0x3000:
            pendingSpace = true
            continue
        // Controls, direction marks, byte order mark, interlinear marks, private use, noncharacters.
        case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFC,
            0xFFFE, 0xFFFF, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xE0000...0xE00FF, 0xF0000...0x10FFFF:
            continue
        // One mark on a letter is spelling; towers of them are noise that would leave the cell upwards.
        case 0x300...0x36F where result.last.map { Face.regular.isMark($0) } ?? true: continue
        case let value where value & 0xFFFE == 0xFFFE: continue
        case _:
            if pendingSpace, !result.isEmpty { result.append(" ") }
            pendingSpace = false
            result.append(scalar)
        }
    }
    return String(result)
}
