import UseCases
import Workflow

/// The form of a JSON value: what the description of the interface says, and what answers are checked against.
indirect enum Schema: Sendable {
    /// Text of at most `maximum` characters. `format` is a word of JSON Schema, such as `date`.
    case string(maximum: Int? = nil, pattern: String? = nil, format: String? = nil)
    case integer(ClosedRange<Int64>)
    case number
    case boolean
    /// One of these words.
    case words([String])
    case array(Schema, maximum: Int? = nil)
    case object([Member])
    /// An object whose names are not known beforehand.
    case map(Schema)
    case nullable(Schema)
    /// The first that fits.
    case either([Schema])
    /// A named form, described once for the whole document.
    case shape(Shape)
    case anything

    struct Member: Sendable {
        let name: String
        let schema: Schema
        var isRequired = true
        var zh = ""
        var en = ""
    }
}

/// A named form of the interface, such as `Project`.
final class Shape: Sendable {
    let name: String
    let zh: String
    let schema: Schema

    init(_ name: String, _ zh: String, _ schema: Schema) {
        self.name = name
        self.zh = zh
        self.schema = schema
    }

    /// An object; every member of `members` is always there, those of `optional` may be left out.
    convenience init(_ name: String, _ zh: String, _ members: Members, optional: Members = [:]) {
        self.init(name, zh, .object(members, optional: optional))
    }
}

/// Members of an object in their order, written like a dictionary: `["id": .id, "dueOn": .day.orNull]`.
struct Members: ExpressibleByDictionaryLiteral, Sendable {
    let items: [(name: String, schema: Schema)]

    init(dictionaryLiteral elements: (String, Schema)...) { items = elements.map { (name: $0.0, schema: $0.1) } }
}

extension Schema {
    static let text = Schema.string()
    /// A civil day in Asia/Shanghai, of the years `CivilDate` knows.
    static let day = Schema.string(
        pattern: "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", format: "date")
    /// A moment in UTC.
    static let instant = Schema.string(format: "date-time")
    /// Money in fen; sums may exceed what a single amount may be, and balances may be below zero.
    static let fen = long
    static let count = Schema.integer(0...Int64(Int32.max))
    static let whole = Schema.integer(Int64(Int32.min)...Int64(Int32.max))
    /// A sum or a place in a long list.
    static let long = Schema.integer(-(1 << 53)...(1 << 53))
    static let id = Schema.integer(1...Int64(Int32.max))
    static let flag = Schema.boolean
    /// Lower-case hex of a SHA-256.
    static let sha256 = Schema.string(pattern: shaPattern)
    static let shaPattern = "^[0-9a-f]{64}$"
    /// The key of a project: town, year and serial.
    static let projectID = Schema.string(maximum: 32, pattern: projectPattern)
    static let projectPattern = "^[1-9][0-9]{0,9}-[1-9][0-9]{0,9}-[1-9][0-9]{0,9}$"

    /// The words of an enumeration of the core.
    static func one<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) -> Schema
    where Choice.RawValue == String { .words(type.allCases.map(\.rawValue)) }

    static func list(_ schema: Schema) -> Schema { .array(schema) }

    static func object(_ members: Members, optional: Members = [:]) -> Schema {
        .object(
            members.items.map { Member(name: $0.name, schema: $0.schema) }
                + optional.items.map { Member(name: $0.name, schema: $0.schema, isRequired: false) })
    }

    /// The same, or nothing.
    var orNull: Schema { .nullable(self) }

    /// The named forms this one is made of.
    var shapes: [Shape] {
        switch self {
        case .string, .integer, .number, .boolean, .words, .anything: []
        case .array(let schema, _), .map(let schema), .nullable(let schema): schema.shapes
        case .object(let members): members.flatMap(\.schema.shapes)
        case .either(let schemas): schemas.flatMap(\.shapes)
        case .shape(let shape): [shape] + shape.schema.shapes
        }
    }
}
