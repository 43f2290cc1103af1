/// A JSON value as it was sent. Numbers keep their text, so that money is never a floating point number.
enum JSON: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSON])
    case object([(name: String, value: JSON)])

    /// What kind of value this is, for messages.
    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

/// The body is no JSON: where it stopped making sense, in bytes from its beginning.
struct MalformedJSON: Error, Equatable {
    let offset: Int
    let reason: String
}
