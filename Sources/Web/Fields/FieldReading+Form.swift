import Workflow

/// Reads the fields of a command out of a form, the way people type: full-width digits, 2026.3.5, 万元.
struct FormFieldReader {
    private var problems = FieldProblems()
    private let form: Form

    static func read(_ form: Form, _ fields: [Field]) throws(Problem) -> Values {
        var reader = FormFieldReader(form: form)
        let values = reader.values(fields, prefix: "")
        try reader.problems.check()
        return values
    }

    private init(form: Form) { self.form = form }

    private mutating func values(_ fields: [Field], prefix: String) -> Values {
        var values = Values()
        for field in fields {
            if let value = value(field, at: prefix + field.name) { values.set(field.name, value) }
        }
        return values
    }

    private mutating func value(_ field: Field, at name: String) -> FieldValue? {
        if case .record(let fields) = field.kind { return .record(values(fields, prefix: name + ".")) }
        if case .records(let parts) = field.kind, let rows = form.rows(name, parts.inRows) {
            let records = rows.compactMap { record($0.texts, $0.number, field, parts.inRows, name) }
            return records.isEmpty ? nil : .records(records)
        }
        let given = form.texts[name] ?? []
        // A password is taken as it was typed.
        let texts = (field.secret == nil ? given.map(\.trimmed) : given).filter { !$0.isEmpty }
        guard let text = texts.first else {
            if field.required { problems.missing(name, field) }
            return nil
        }
        switch field.kind {
        case .line, .text, .money, .date, .count, .flag, .choice: return single(text, field, name)
        case .lines: return .texts(text.lines)
        case .people: return people(texts, field, name)
        case .records(let fields): return .records(text.lines.compactMap { record($0, field, fields, name) })
        case .record: return nil
        }
    }

    private mutating func single(_ text: String, _ field: Field, _ name: String) -> FieldValue? {
        var wrong = ("", "")
        switch field.kind {
        case .line, .text:
            let limit = if case .line = field.kind { FieldLimits.line } else { FieldLimits.text }
            if text.unicodeScalars.count <= limit, text.isPrintable { return .text(text) }
            wrong = ("不得超过\(limit)字，且不含控制字符", "at most \(limit) printable characters")
        case .money:
            if let money = Money(typed: text) { return .money(money) }
            wrong = ("须为万元数，如11.3", "an amount in 万元 such as 11.3 is expected")
        case .date:
            if let day = CivilDate(text) { return .date(day) }
            wrong = ("不是有效日期，请写成2026-3-5或2026.3.5", "no such day; write 2026-3-5")
        case .count:
            if let count = Int(halfWidth(text)), FieldLimits.count.contains(count) { return .count(count) }
            wrong = ("须为不小于0的整数", "a whole number from 0 is expected")
        case .flag:
            if text == "yes" || text == "no" { return .flag(text == "yes") }
            wrong = ("请选择一项", "choose one")
        case .choice(let choices):
            let found = choices.first { $0.value == text || $0.zh == text || $0.en == text }
            if let found { return .text(found.value) }
            wrong = ("须为\(choices.map(\.zh).joined(separator: "、"))之一", "it is none of the choices")
        case .lines, .people, .record, .records: break
        }
        problems.malformed(name, field, wrong.0, wrong.1)
        return nil
    }

    private mutating func people(_ texts: [String], _ field: Field, _ name: String) -> FieldValue? {
        let numbers = texts.compactMap { Int32($0) }.filter { $0 > 0 }
        guard numbers.count == texts.count else {
            problems.malformed(name, field, "请从名单中选择", "choose from the list")
            return nil
        }
        return .people(numbers.map { PersonID($0) })
    }

    /// One row of controls as one record; what is missing in it is named with the row's number.
    private mutating func record(
        _ texts: [String], _ number: Int, _ field: Field, _ parts: [Field], _ name: String
    ) -> Values? {
        var values = Values()
        for (part, text) in zip(parts, texts) {
            if text.isEmpty {
                guard part.required else { continue }
                problems.malformed(name, field, "第\(number)行缺\(part.zh)", "row \(number) needs \(part.en)")
            } else if let value = single(text, part, name) {
                values.set(part.name, value)
            }
        }
        return values
    }

    /// One line as one record. The last parts are single words; whatever stands before belongs to the first,
    /// so that names may have spaces in them. Kinds come first and are single words themselves.
    private mutating func record(_ line: String, _ field: Field, _ fields: [Field], _ name: String) -> Values? {
        let needed = fields.filter { $0.required }
        var words = line.split { " ，,、；;\t　".contains($0) }.map(String.init)
        var extras: ArraySlice<String> = []
        if case .choice? = needed.first?.kind, case .money? = needed.last?.kind {
            extras = words.dropFirst(needed.count)
            words = Array(words.prefix(needed.count))
        } else if case .choice? = needed.first?.kind, words.count > needed.count {
            words = words.prefix(needed.count - 1) + [words.dropFirst(needed.count - 1).joined(separator: " ")]
        } else if words.count > needed.count {
            let first = words.prefix(words.count - needed.count + 1).joined(separator: " ")
            words = [first] + words.suffix(needed.count - 1)
        }
        guard words.count == needed.count else {
            problems.malformed(
                name, field, "“\(line)”须写成“\(needed.map(\.zh).joined(separator: " "))”",
                "“\(line)” needs \(needed.map(\.en).joined(separator: ", "))")
            return nil
        }
        var values = Values()
        for (part, word) in zip(needed, words) {
            if let value = single(word, part, name) { values.set(part.name, value) }
        }
        // Behind an amount come the parts that may be left out; the last of them takes the rest of the line.
        let optional = fields.filter { !$0.required }.prefix(extras.count)
        for (index, part) in optional.enumerated() {
            let isLast = index == optional.count - 1
            let word = isLast ? extras.dropFirst(index).joined(separator: " ") : extras[extras.startIndex + index]
            if let value = single(word, part, name) { values.set(part.name, value) }
        }
        return values
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    fileprivate var lines: [String] {
        split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// No control characters but the ends of lines and tabs.
    fileprivate var isPrintable: Bool {
        unicodeScalars.allSatisfy { ($0.value >= 0x20 && $0.value != 0x7F) || $0 == "\n" || $0 == "\t" }
    }
}
