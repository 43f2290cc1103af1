import UseCases
import Workflow

/// Examples in the description: of a street lamp project, so that they read like work and not like a grammar.
extension JSONWriter {
    /// A request's body made of these fields.
    mutating func example(_ fields: [Field]) {
        key("example")
        object(Examples.values(fields))
    }

    mutating func example(of schema: Schema) {
        key("example")
        exampleValue(schema, "")
    }

    private mutating func exampleValue(_ schema: Schema, _ name: String) {
        switch schema {
        case .string(_, let pattern, let format): value(Examples.text(name, format, pattern))
        case .integer(let range):
            value(name.hasSuffix("Fen") ? 8_000_000 : max(range.lowerBound, min(range.upperBound, 1)))
        case .number: value(1)
        case .boolean: value(true)
        case .words(let words): value(words.first ?? "")
        case .array(let items, _): array { $0.exampleValue(items, name) }
        case .object(let members):
            object { json in
                for member in members where member.isRequired {
                    json.key(member.name)
                    json.exampleValue(member.schema, member.name)
                }
            }
        case .map, .anything: object { _ in }
        case .nullable(let schema): exampleValue(schema, name)
        case .either(let schemas): if let first = schemas.first { exampleValue(first, name) } else { null() }
        case .shape(let shape): exampleValue(shape.schema, name)
        }
    }
}

enum Examples {
    /// Values that a reader of these fields takes; a test reads every one of them.
    static func values(_ fields: [Field]) -> Values {
        Values(fields.map { ($0.name, value($0)) })
    }

    private static func value(_ field: Field) -> FieldValue {
        switch field.kind {
        case .line, .text: .text(text(field.name, nil))
        case .money: .money(Money(fen: 8_000_000))
        case .date: .date(CivilDate("2026-03-05") ?? CivilDate(dayNumber: 0))
        case .count: .count(1)
        case .flag: .flag(true)
        case .choice(let choices): .text(choices.first?.value ?? "")
        case .lines: .texts([text(field.name, nil)])
        case .people: .people([PersonID(1), PersonID(2)])
        case .record(let parts): .record(values(parts))
        case .records(let parts): .records([values(parts)])
        }
    }

    private static let words: [String: String] = [
        "title": "东湾路灯更新", "category": "人居环境", "need": "夜里看不见路", "channel": "走访", "place": "东湾组",
        "what": "路灯", "unit": "盏", "name": "完工照片", "sha256": String(repeating: "0", count: 64),
        "contractor": "甲施工队", "payee": "甲施工队", "voucher": "P2026-1", "invoice": "24512000000012345678",
        "reason": "资料齐全，情况属实", "words": "情况属实", "town": "云岭镇", "area": "东片区", "login": "secretary1",
        "password": "liban-demo", "id": "1-2026-42", "project": "1-2026-42", "projects": "1-2026-42",
        "number": "云书办〔2026〕42号",
        "hash": String(repeating: "0", count: 64), "type": "/problems/notFound", "code": "notFound",
    ]

    static func text(_ name: String, _ format: String?, _ pattern: String? = nil) -> String {
        if pattern == Schema.projectPattern { return "1-2026-42" }
        if pattern == Schema.shaPattern { return String(repeating: "0", count: 64) }
        return switch format {
        case "date": "2026-03-05"
        case "date-time": "2026-03-05T01:30:00.000000Z"
        case _: words[name] ?? "文字"
        }
    }
}
