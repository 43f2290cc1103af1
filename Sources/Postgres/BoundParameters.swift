/// The values of one step as C strings, in one buffer that outlives the libpq call.
///
/// Pointers into Swift strings must not leave the closure that lends them; so every value is copied here first and the
/// pointers are made from this buffer, for the length of one call.
struct BoundParameters {
    private var buffer: [UInt8] = []
    // Where each value starts in the buffer; nil is NULL.
    private var starts: [Int?] = []

    /// Copies `parameters`; throws when a text holds the one character PostgreSQL cannot store.
    init(_ parameters: [Parameter]) throws(NulInText) {
        starts.reserveCapacity(parameters.count)
        buffer.reserveCapacity(parameters.count * 24)
        for parameter in parameters {
            if parameter == .null {
                starts.append(nil)
            } else {
                starts.append(buffer.count)
                try append(parameter)
                buffer.append(0)
            }
        }
    }

    /// No parameters.
    static var none: BoundParameters { BoundParameters() }
    private init() {}

    /// Calls `body` with the array of C strings libpq wants; it is valid only inside.
    func withPointers<T>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?, Int32) -> T) -> T {
        guard !starts.isEmpty else { return body(nil, 0) }
        return buffer.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: starts.count) { pointers in
                for (index, start) in starts.enumerated() {
                    pointers[index] = start.flatMap { bytes.baseAddress?.advanced(by: $0) }?
                        .assumingMemoryBound(to: CChar.self)
                }
                return body(pointers.baseAddress, Int32(starts.count))
            }
        }
    }

    private mutating func append(_ parameter: Parameter) throws(NulInText) {
        switch parameter {
        case .null: break
        case .text(let text): try append(text)
        case .int(let number): buffer.append(contentsOf: String(number).utf8)
        case .bool(let flag): buffer.append(UInt8(ascii: flag ? "t" : "f"))
        case .bytes(let bytes): appendHex(bytes)
        case .textArray(let texts):
            try appendArray(texts) { (self, text) throws(NulInText) in try self.appendQuoted(text) }
        case .intArray(let numbers):
            try appendArray(numbers) { (self, number) throws(NulInText) in
                self.buffer.append(contentsOf: String(number).utf8)
            }
        }
    }

    private mutating func append(_ text: String) throws(NulInText) {
        let start = buffer.count
        buffer.append(contentsOf: text.utf8)
        // A C string would end there, and the rest would be lost without a word.
        if buffer[start...].contains(0) { throw NulInText() }
    }

    private mutating func appendHex(_ bytes: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "x")])
        buffer.reserveCapacity(buffer.count + bytes.count * 2 + 1)
        for byte in bytes {
            buffer.append(digits[Int(byte >> 4)])
            buffer.append(digits[Int(byte & 15)])
        }
    }

    private mutating func appendArray<T>(
        _ values: [T?], _ appendValue: (inout BoundParameters, T) throws(NulInText) -> Void
    ) throws(NulInText) {
        buffer.append(UInt8(ascii: "{"))
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            if let value {
                try appendValue(&self, value)
            } else {
                buffer.append(contentsOf: "NULL".utf8)
            }
        }
        buffer.append(UInt8(ascii: "}"))
    }

    // Every element is quoted, so commas, braces, blanks, empty strings and the word NULL stay text.
    private mutating func appendQuoted(_ text: String) throws(NulInText) {
        buffer.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == 0 { throw NulInText() }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { buffer.append(UInt8(ascii: "\\")) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }
}

/// A text holds U+0000, which PostgreSQL's text cannot.
struct NulInText: Error {}
