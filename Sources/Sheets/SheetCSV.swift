import Workflow

/// A table as CSV after RFC 4180: the header and the rows, nothing that would be added up twice. UTF-8 with a byte
/// order mark, without which Excel takes it for GBK.
public enum SheetCSV {
    public static let contentType = "text/csv; charset=utf-8"

    public static func file(_ sheet: Sheet) -> [UInt8] {
        var text = "\u{FEFF}" + line(sheet.columns.map { harmless($0.head) })
        for row in sheet.rows { text += line(row.map(words)) }
        return Array(text.utf8)
    }

    /// Amounts are plain decimals in yuan: thousands marks would make them texts.
    private static func words(_ cell: Sheet.Cell) -> String {
        switch cell {
        case .text(let text): harmless(plainCell(text))
        case .money(let money): money.yuanText.filter { $0 != "," }
        case .number, .day, .nothing: cell.words
        }
    }

    private static func line(_ fields: [String]) -> String {
        fields.map { field in
            guard field.contains(where: { $0 == "," || $0 == "\"" }) else { return field }
            return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }.joined(separator: ",") + "\r\n"
    }
}
