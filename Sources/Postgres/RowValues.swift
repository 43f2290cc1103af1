/// Typed access. `optional…` gives nil for NULL, the others throw `RowError.unexpectedNull`.
extension Row {
    public func text(_ column: Int) throws(RowError) -> String { try required(optionalText(column), column) }
    public func optionalText(_ column: Int) throws(RowError) -> String? {
        try read(column, as: "text") { String(decoding: $0, as: UTF8.self) }
    }

    public func int(_ column: Int) throws(RowError) -> Int64 { try required(optionalInt(column), column) }
    public func optionalInt(_ column: Int) throws(RowError) -> Int64? {
        try read(column, as: "an integer", parseInteger)
    }

    public func bool(_ column: Int) throws(RowError) -> Bool { try required(optionalBool(column), column) }
    public func optionalBool(_ column: Int) throws(RowError) -> Bool? {
        try read(column, as: "a boolean") { bytes in
            guard bytes.count == 1 else { return nil }
            return bytes[0] == UInt8(ascii: "t") ? true : bytes[0] == UInt8(ascii: "f") ? false : nil
        }
    }

    /// The bytes of a `bytea`.
    public func bytes(_ column: Int) throws(RowError) -> [UInt8] { try required(optionalBytes(column), column) }
    public func optionalBytes(_ column: Int) throws(RowError) -> [UInt8]? {
        try read(column, as: "bytea", parseHex)
    }
}

/// The same by the column's name.
extension Row {
    public func text(_ name: String) throws(RowError) -> String { try text(column(name)) }
    public func optionalText(_ name: String) throws(RowError) -> String? { try optionalText(column(name)) }
    public func int(_ name: String) throws(RowError) -> Int64 { try int(column(name)) }
    public func optionalInt(_ name: String) throws(RowError) -> Int64? { try optionalInt(column(name)) }
    public func bool(_ name: String) throws(RowError) -> Bool { try bool(column(name)) }
    public func optionalBool(_ name: String) throws(RowError) -> Bool? { try optionalBool(column(name)) }
    public func bytes(_ name: String) throws(RowError) -> [UInt8] { try bytes(column(name)) }
    public func optionalBytes(_ name: String) throws(RowError) -> [UInt8]? { try optionalBytes(column(name)) }
}

/// A decimal integer in the range of Int64; nil for anything else.
private func parseInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let negative = bytes.first == UInt8(ascii: "-")
    let digits = negative ? bytes.dropFirst() : bytes[...]
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
        guard byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") else { return nil }
        // Counted downwards: Int64 reaches one further below zero than above.
        let (tenfold, tooFar) = value.multipliedReportingOverflow(by: 10)
        let (next, past) = tenfold.subtractingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        if tooFar || past { return nil }
        value = next
    }
    if negative { return value }
    return value == .min ? nil : -value
}

/// `\x` and two digits for each byte, the only form PostgreSQL writes since 9.0 unless told otherwise.
private func parseHex(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count % 2 == 0, bytes.count >= 2, bytes[0] == UInt8(ascii: "\\"), bytes[1] == UInt8(ascii: "x") else {
        return nil
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2 - 1)
    for index in stride(from: 2, to: bytes.count, by: 2) {
        guard let high = hexValue(bytes[index]), let low = hexValue(bytes[index + 1]) else { return nil }
        out.append(high << 4 | low)
    }
    return out
}

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
}
