import UseCases
import Workflow

/// Requests are described by the very tables that read them.
extension Schema {
    /// Text without control characters, except those that end lines and set tabs, as `JSONFieldReader` takes it.
    private static let printable = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F]*$"

    /// The object that `JSONFieldReader` reads with these fields.
    static func fields(_ fields: [Field]) -> Schema {
        .object(
            fields.map { field in
                let schema = Schema(field)
                return Member(
                    name: field.jsonName, schema: field.required ? schema : schema.orNull, isRequired: field.required,
                    zh: field.zh, en: field.en)
            })
    }

    private init(_ field: Field) {
        switch field.kind {
        case .line: self = .string(maximum: FieldLimits.line, pattern: Self.printable)
        case .text: self = .string(maximum: FieldLimits.text, pattern: Self.printable)
        case .money: self = .integer(0...Money.limit.fen)
        case .date: self = .day
        case .count: self = .integer(Int64(FieldLimits.count.lowerBound)...Int64(FieldLimits.count.upperBound))
        case .flag: self = .boolean
        case .choice(let choices): self = .words(choices.map(\.value))
        case .lines:
            self = .array(.string(maximum: FieldLimits.text, pattern: Self.printable), maximum: FieldLimits.items)
        case .people: self = .array(.id, maximum: FieldLimits.items)
        case .record(let parts): self = .fields(parts)
        case .records(let parts): self = .array(.fields(parts), maximum: FieldLimits.items)
        }
    }
}
