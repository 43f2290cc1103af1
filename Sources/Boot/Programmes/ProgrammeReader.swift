import Workflow
import Yams

/// Reads settings out of a YAML file and keeps every fault, so that all are named at once.
///
/// What cannot be read gets a value that is only good for reading on; with a fault there is no policy.
struct ProgrammeReader {
    private(set) var findings: [ProgrammeFinding] = []

    /// A mapping of the file.
    struct Section {
        let path: String
        let line: Int?
        /// nil where there is no such mapping, which was named already: what it lacks is not named again.
        let found: [String: Node]?
        /// Where each key stands.
        let lines: [String: Int]

        var values: [String: Node] { found ?? [:] }

        static func missing(_ path: String) -> Section { Section(path: path, line: nil, found: nil, lines: [:]) }

        func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    }

    /// Days and shares lie far below; sums of them stay far from the range of a number.
    static let reach = 100_000

    mutating func fault(_ line: Int?, _ field: String, _ chinese: String, _ english: String) {
        findings.append(ProgrammeFinding(line: line, field: field, chinese: chinese, english: english))
    }

    /// The mapping with no keys but these; faults for a missing value of another kind and for unknown keys.
    mutating func section(_ node: Node?, _ path: String, keys: [String], line: Int?) -> Section {
        guard let mapping = node?.mapping else {
            fault(
                line, path.isEmpty ? "文件" : path, "应写成若干行“名称: 值”，包括\(keys.joined(separator: "、"))。",
                "write lines of “name: value”, with \(keys.joined(separator: ", ")).")
            return .missing(path)
        }
        var values: [String: Node] = [:]
        var lines: [String: Int] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            values[name] = value
            lines[name] = key.mark?.line
            guard !keys.contains(name) else { continue }
            fault(
                key.mark?.line, path.isEmpty ? name : "\(path).\(name)",
                "没有这一项，请删去或改正拼写；可用\(keys.joined(separator: "、"))。",
                "there is no such setting; remove it or mend its spelling (\(keys.joined(separator: ", "))).")
        }
        return Section(path: path, line: line, found: values, lines: lines)
    }

    /// The value's text; a fault where there is none.
    private mutating func scalar(_ section: Section, _ key: String, _ wanted: (String, String)) -> String? {
        guard let node = section.values[key] else {
            if section.found != nil {
                fault(section.line, section.field(key), "缺少此项，请补上：\(wanted.0)。", "it is missing; add \(wanted.1).")
            }
            return nil
        }
        guard let scalar = node.scalar else {
            fault(section.lines[key], section.field(key), "应为\(wanted.0)。", "it must be \(wanted.1).")
            return nil
        }
        return scalar.string
    }

    private mutating func value<Value>(
        _ section: Section, _ key: String, _ wanted: (String, String), _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = scalar(section, key, wanted) else { return nil }
        if let value = parse(text) { return value }
        fault(
            section.lines[key], section.field(key), "“\(text)”不对，应为\(wanted.0)。", "“\(text)” must be \(wanted.1).")
        return nil
    }

    mutating func text(_ section: Section, _ key: String) -> String {
        scalar(section, key, ("文字", "text")) ?? ""
    }

    mutating func number(_ section: Section, _ key: String) -> Int {
        value(section, key, ("整数，例如5", "a whole number such as 5")) { text in
            Int(text).flatMap { (-Self.reach...Self.reach).contains($0) ? $0 : nil }
        } ?? 0
    }

    /// A number, or nothing by the word none.
    mutating func numberOrNone(_ section: Section, _ key: String) -> Int? {
        let found: Int?? = value(section, key, ("整数，例如5，或none", "a whole number such as 5, or none")) { text in
            if text == "none" { return .some(nil) }
            return Int(text).flatMap { (-Self.reach...Self.reach).contains($0) ? .some($0) : nil }
        }
        return found ?? nil
    }

    mutating func flag(_ section: Section, _ key: String) -> Bool {
        value(section, key, ("true（是）或false（否）", "true or false")) { Bool($0) } ?? false
    }

    mutating func money(_ section: Section, _ key: String) -> Money {
        value(section, key, ("元，例如500000.00", "yuan, such as 500000.00")) { Money(yuan: $0) } ?? .zero
    }

    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ section: Section, _ key: String, _ type: Word.Type
    ) -> Word? where Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue)
        let wanted = (words.joined(separator: "、") + "之一", "one of " + words.joined(separator: ", "))
        return value(section, key, wanted) { Word(rawValue: $0) }
    }

    /// The nodes of a list; a fault where there is none.
    mutating func list(_ section: Section, _ key: String) -> [Node] {
        guard let node = section.values[key] else {
            if section.found != nil {
                fault(section.line, section.field(key), "缺少此项，请补上；没有的写[]。", "it is missing; write [] for none.")
            }
            return []
        }
        guard let sequence = node.sequence else {
            fault(
                section.lines[key], section.field(key), "应写成列表，每行一个“- ”开头；没有的写[]。",
                "it must be a list, each line beginning with “- ”; [] for none.")
            return []
        }
        return Array(sequence)
    }

    mutating func texts(_ section: Section, _ key: String) -> [String] {
        list(section, key).enumerated().compactMap { index, node in
            if let scalar = node.scalar { return scalar.string }
            fault(node.mark?.line, "\(section.field(key))[\(index + 1)]", "应为文字。", "it must be text.")
            return nil
        }
    }

    mutating func words<Word: RawRepresentable & CaseIterable>(
        _ section: Section, _ key: String, _ type: Word.Type
    ) -> [Word] where Word.RawValue == String {
        let known = Word.allCases.map(\.rawValue)
        return list(section, key).enumerated().compactMap { index, node in
            let text = node.scalar?.string ?? ""
            if let word = Word(rawValue: text) { return word }
            fault(
                node.mark?.line, "\(section.field(key))[\(index + 1)]",
                "没有“\(text)”，可用\(known.joined(separator: "、"))。", "no “\(text)”; use \(known.joined(separator: ", ")).")
            return nil
        }
    }
}
