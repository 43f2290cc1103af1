internal import Postgres
internal import Workflow

/// Reads a row's columns in order, as values of the core.
struct RowCursor {
    private let row: Row
    private var column: Int

    init(_ row: Row, from column: Int = 0) {
        self.row = row
        self.column = column
    }

    private mutating func advance() -> Int {
        defer { column += 1 }
        return column
    }

    mutating func text() throws(RowError) -> String { try row.text(advance()) }
    mutating func optionalText() throws(RowError) -> String? { try row.optionalText(advance()) }
    mutating func bool() throws(RowError) -> Bool { try row.bool(advance()) }
    mutating func bytes() throws(RowError) -> [UInt8] { try row.bytes(advance()) }
    mutating func optionalBytes() throws(RowError) -> [UInt8]? { try row.optionalBytes(advance()) }
    mutating func int() throws(RowError) -> Int64 { try row.int(advance()) }
    mutating func optionalInt() throws(RowError) -> Int64? { try row.optionalInt(advance()) }

    mutating func number() throws(RowError) -> Int { Int(try int()) }
    mutating func int32() throws(RowError) -> Int32 {
        let here = column
        guard let value = Int32(exactly: try int()) else {
            throw .wrongKind(column: "\(here)", wanted: "a number of 32 bits")
        }
        return value
    }

    mutating func id<Tag>() throws(RowError) -> Identifier<Tag> { Identifier(try int32()) }
    mutating func optionalID<Tag>() throws(RowError) -> Identifier<Tag>? {
        try optionalInt().map { Identifier(Int32(truncatingIfNeeded: $0)) }
    }

    /// A day as its number since 1970-01-01.
    mutating func day() throws(RowError) -> CivilDate { CivilDate(dayNumber: try int32()) }
    mutating func optionalDay() throws(RowError) -> CivilDate? {
        try optionalInt().map { CivilDate(dayNumber: Int32(truncatingIfNeeded: $0)) }
    }

    /// A moment in microseconds since 1970.
    mutating func instant() throws(RowError) -> Instant { Instant(microseconds: try int()) }
    mutating func optionalInstant() throws(RowError) -> Instant? { try optionalInt().map(Instant.init(microseconds:)) }

    mutating func money() throws(RowError) -> Money { Money(fen: try int()) }
    mutating func optionalMoney() throws(RowError) -> Money? { try optionalInt().map(Money.init(fen:)) }

    /// One of the words of an enumeration.
    mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type) throws(RowError) -> Word {
        let here = column
        guard let word = Word(rawValue: try text()) else {
            throw .wrongKind(column: "\(here)", wanted: "\(type)")
        }
        return word
    }
}
