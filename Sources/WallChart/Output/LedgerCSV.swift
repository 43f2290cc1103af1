import Workflow

/// The ledger as CSV after RFC 4180, with a byte order mark: without one Excel takes UTF-8 for GBK.
enum LedgerCSV {
    static func file(_ report: ChartReport) -> [UInt8] {
        var out = ByteWriter(capacity: 512 * (report.projects.count + 1))
        out.write("\u{FEFF}")
        let columns = Ledger.columns(report)
        line(columns.map { report.word($0.head) }, &out)
        for (index, row) in report.projects.enumerated() {
            line(columns.map { words($0.value(row, index + 1), report) }, &out)
        }
        return out.bytes
    }

    private static func words(_ value: Ledger.Value, _ report: ChartReport) -> String {
        switch value {
        case .text(let text): harmless(plainText(text))
        case .word(let word): harmless(plainText(report.word(word)))
        case .number(let number): String(number)
        case .money(let money): money.wanText
        case .day(let day): day.description
        case .light(let light): Ledger.words(light, report)
        case .nothing: ""
        }
    }

    /// A text that a spreadsheet would run as a formula gets an apostrophe before it; ours are never formulas.
    static func harmless(_ text: String) -> String {
        guard let first = text.first, "=+-@＝＋－＠".contains(first) else { return text }
        return "'" + text
    }

    private static func line(_ cells: [String], _ out: inout ByteWriter) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { out.write(",") }
            if cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) {
                out.write("\"")
                out.write(text: cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))
                out.write("\"")
            } else {
                out.write(text: cell)
            }
        }
        out.write("\r\n")
    }
}
