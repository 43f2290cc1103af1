public import UseCases

/// Writes a sheet as CSV the way spreadsheets in China open it: UTF-8 with a byte order mark, CRLF.
public enum CSVWriter {
    public static func text(_ sheet: LedgerSheet) -> String {
        let lines = [sheet.header] + sheet.lines.map(\.fields)
        return "\u{FEFF}" + lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
