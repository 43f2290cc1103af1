internal import Postgres
internal import Workflow

/// Values of the core as parameters.
extension Parameter {
    init<Tag>(_ id: Identifier<Tag>) { self = .int(Int64(id.raw)) }
    init<Tag>(_ id: Identifier<Tag>?) { self = id.map { .init($0) } ?? .null }
    init(_ day: CivilDate) { self = .text(day.description) }
    init(_ day: CivilDate?) { self = day.map { .init($0) } ?? .null }
    init(_ moment: Instant) { self = .text(moment.description) }
    init(_ money: Money) { self = .int(money.fen) }
    init(_ money: Money?) { self = money.map { .init($0) } ?? .null }

    /// For `bytea[]`.
    static func bytesArray(_ values: [[UInt8]]) -> Parameter {
        .textArray(values.map { "\\x" + hex($0) })
    }
}

extension ProjectID {
    /// What every statement about one project begins with.
    var parameters: [Parameter] { [Parameter(town), .int(Int64(year)), .int(Int64(serial))] }
}

/// Lower-case hexadecimal.
func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
