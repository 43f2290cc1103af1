import Workflow

extension JSONWriter {
    /// Values under the names requests use: money has `Fen` behind its name.
    mutating func object(_ values: Values) {
        object { json in
            for (name, value) in values.items {
                if case .money = value { json.key(name + "Fen") } else { json.key(name) }
                json.value(value)
            }
        }
    }

    private mutating func value(_ value: FieldValue) {
        switch value {
        case .text(let text): self.value(text)
        case .money(let money): self.value(money.fen)
        case .date(let day): self.value(day.description)
        case .count(let count): self.value(count)
        case .flag(let truth): self.value(truth)
        case .texts(let texts): array { json in texts.forEach { json.value($0) } }
        case .people(let people): array { json in people.forEach { json.value($0.raw) } }
        case .record(let values): object(values)
        case .records(let records): array { json in records.forEach { json.object($0) } }
        }
    }
}
