/// The columns of a table: the members of an item, those of objects within it beside them.
enum TableColumns {
    struct Column: Sendable {
        let path: [String]
        var name: String { path.joined(separator: ".") }

        /// The cell of one item.
        func cell(_ item: JSON) -> String {
            var value: JSON? = item
            for name in path {
                guard case .object(let members)? = value else { return "" }
                value = members.first { $0.name == name }?.value
            }
            return value.map(TableText.cell) ?? ""
        }
    }

    static func of(_ schema: Schema, _ path: [String] = []) -> [Column] {
        switch schema {
        case .object(let members): members.flatMap { of($0.schema, path + [$0.name]) }
        case .shape(let shape): of(shape.schema, path)
        case .nullable(let schema): of(schema, path)
        case .string, .integer, .number, .boolean, .words, .array, .map, .either, .anything: [Column(path: path)]
        }
    }
}

/// Cells and lines of CSV (RFC 4180).
enum TableText {
    static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    static func cell(_ value: JSON) -> String {
        switch value {
        case .null: return ""
        case .bool(let truth): return truth ? "true" : "false"
        case .number(let digits): return digits
        case .string(let text): return neutral(text)
        case .array(let items):
            if items.allSatisfy(\.isSimple) { return neutral(items.map(cell).joined(separator: "；")) }
            return json(value)
        case .object: return json(value)
        }
    }

    /// A spreadsheet takes text that begins so for a formula; an apostrophe before it makes it text again.
    private static func neutral(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func json(_ value: JSON) -> String {
        var json = JSONWriter()
        json.value(value)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension JSON {
    fileprivate var isSimple: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array, .object: false
        }
    }
}
