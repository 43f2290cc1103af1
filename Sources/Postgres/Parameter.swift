/// One value bound to a statement, sent in PostgreSQL's text format; the server infers the type from its place.
public enum Parameter: Sendable, Equatable {
    case null
    case text(String)
    case int(Int64)
    case bool(Bool)
    /// For `bytea`.
    case bytes([UInt8])
    /// For `text[]` and arrays of anything that reads from text (`date[]`, `uuid[]`); nil is NULL.
    case textArray([String?])
    /// For `bigint[]` and smaller; nil is NULL.
    case intArray([Int64?])

    /// `value` as text, or NULL.
    public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    /// `value` as a number, or NULL.
    public init(_ value: (some FixedWidthInteger & SignedInteger)?) { self = value.map { .int(Int64($0)) } ?? .null }
    /// `value` as a boolean, or NULL.
    public init(_ value: Bool?) { self = value.map { .bool($0) } ?? .null }
}

extension Parameter: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
}
