import Workflow

extension FieldValue {
    /// The value as people read it, in the words of its field.
    func text(_ field: Field?, _ words: Words) -> String {
        switch self {
        case .text(let text):
            guard case .choice(let choices)? = field?.kind else { return text }
            return choices.first { $0.value == text }.map { words($0) } ?? text
        case .money(let money): return words.money(money)
        case .date(let day): return words.day(day)
        case .count(let count): return String(count)
        case .flag(let truth):
            guard case .flag(let yes, let no)? = field?.kind else { return words(truth ? "field.yes" : "field.no") }
            return words(truth ? yes : no)
        case .texts(let texts): return texts.joined(separator: "\n")
        case .people(let people):
            return words.list(people.map { words("field.person", ["number": "\($0)"]) })
        case .record(let values): return values.line(field?.parts ?? [], words)
        case .records(let records):
            return records.map { $0.line(field?.parts ?? [], words) }.joined(separator: "\n")
        }
    }
}

extension Values {
    /// One record on one line: 路灯 68 盏.
    fileprivate func line(_ fields: [Field], _ words: Words) -> String {
        items.filter { $0.name != "sha256" }.map { item in
            let field = fields.first { $0.name == item.name }
            let text = item.value.text(field, words)
            // Votes say what they are; the parts of a quantity speak for themselves.
            if let field, case .count = item.value, fields.allSatisfy({ $0.name != "what" }) {
                return words.pick(field.zh + text, "\(field.en) \(text)")
            }
            return text
        }.joined(separator: " ")
    }

    /// What a form shows for these values, so that it can be changed and sent again.
    func formTexts(_ fields: [Field], prefix: String = "") -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for field in fields {
            guard let value = self[field.name] else { continue }
            let name = prefix + field.name
            switch value {
            case .text(let text): texts[name] = [text]
            case .money(let money): texts[name] = [money.wanText]
            case .date(let day): texts[name] = [day.description]
            case .count(let count): texts[name] = [String(count)]
            case .flag(let truth): texts[name] = [truth ? "yes" : "no"]
            case .texts(let lines): texts[name] = [lines.joined(separator: "\n")]
            case .people(let people): texts[name] = people.map(\.description)
            case .record(let values): texts.merge(values.formTexts(field.parts, prefix: name + ".")) { $1 }
            case .records(let records) where field.hasRows:
                texts.merge(Values.rowTexts(records, field, name)) { $1 }
            case .records(let records):
                texts[name] = [records.map { $0.formLine(field.parts) }.joined(separator: "\n")]
            }
        }
        return texts
    }

    /// A record as a line that reading a form takes back: amounts are bare numbers in 万元, kinds one word.
    private func formLine(_ fields: [Field]) -> String {
        fields.inRows.compactMap { field in
            switch self[field.name] {
            case .money(let money): money.wanText
            case .text(let text):
                if case .choice(let choices) = field.kind {
                    choices.first { $0.value == text }?.zh ?? text
                } else {
                    text
                }
            case .count(let count): String(count)
            case .date(let day): day.description
            case nil, .flag, .texts, .people, .record, .records: nil
            }
        }.joined(separator: " ")
    }
}

extension Field {
    /// The fields of a record.
    var parts: [Field] {
        switch kind {
        case .record(let fields), .records(let fields): fields
        case .line, .text, .money, .date, .count, .flag, .choice, .lines, .people: []
        }
    }
}

extension [Field] {
    /// What a row of a form has of each record: what must be given and, behind an amount, what may be said of it.
    var inRows: [Field] {
        let isPriced = if case .money? = last(where: \.required)?.kind { true } else { false }
        return filter { $0.required || isPriced }
    }
}
