public import UseCases

/// Reads comma-separated text line by line (RFC 4180), keeping each record's place in the file.
///
/// A record whose quotes are broken is reported and left out; reading goes on with the next line, so that one stray
/// quote does not swallow the rest of a year.
public struct CSVReader {
    private let lines: [Substring]
    private var records: [LedgerSheet.Line] = []
    private var damage: [LedgerFinding] = []

    /// The header and every record that is not blank.
    public static func read(_ text: String) -> LedgerSheet {
        var reader = CSVReader(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
        reader.readAll()
        let header = reader.records.first
        return LedgerSheet(
            header: header?.fields ?? [], lines: Array(reader.records.dropFirst()), damage: reader.damage)
    }

    private init(_ text: String) {
        // "\r\n" is one Character in Swift, and counts as a newline like "\n" and a lone "\r".
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    private mutating func readAll() {
        var index = 0
        while index < lines.count {
            let used = readRecord(at: index)
            index += max(1, used)
        }
    }

    /// Reads the record that begins at the line; returns how many lines it takes.
    private mutating func readRecord(at index: Int) -> Int {
        var record = CSVRecord()
        var used = 0
        repeat {
            if used > 0 { record.append("\n") }
            for character in lines[index + used] { record.append(character) }
            used += 1
        } while record.isInsideQuotes && index + used < lines.count
        if record.isInsideQuotes {
            report(.quoteOpen, at: index)
            return 1
        }
        if record.isBroken {
            // What follows a closing quote says that the quote opened by mistake: only this line is in doubt.
            report(.quoteStray, at: index)
            return 1
        }
        let fields = record.fields
        if fields.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
            records.append(LedgerSheet.Line(number: index + 1, fields: fields))
        }
        return used
    }

    private mutating func report(_ fault: LedgerFault, at index: Int) {
        damage.append(LedgerFinding(line: index + 1, number: nil, fault: fault))
    }
}

/// One record as it grows, character by character.
private struct CSVRecord {
    private enum Place { case start, plain, quoted, afterQuote }

    private var done: [String] = []
    private var field = ""
    private var place = Place.start
    private(set) var isBroken = false

    var isInsideQuotes: Bool { place == .quoted && !isBroken }

    /// All fields, the one under way included.
    var fields: [String] { done + [field] }

    mutating func append(_ character: Character) {
        switch (place, character) {
        case (.quoted, "\""): place = .afterQuote
        case (.quoted, _): field.append(character)
        case (.afterQuote, "\""):
            field.append(character)
            place = .quoted
        case (_, ","):
            done.append(field)
            field = ""
            place = .start
        case (.start, "\""): place = .quoted
        case (.afterQuote, _):
            if !character.isWhitespace { isBroken = true }
        case (.start, _), (.plain, _):
            field.append(character)
            place = .plain
        }
    }
}
