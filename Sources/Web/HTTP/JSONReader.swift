/// Reads JSON as RFC 8259 has it, and nothing more: no duplicate names, no trailing text, no deep nesting, no NUL
/// (PostgreSQL cannot store it in text).
struct JSONReader {
    struct Limits {
        /// Deeper than any request here; stops a body of brackets from using up the stack.
        var depth = 16
        /// More than any request here has; names are compared pairwise, so a flood of them must stop early.
        var members = 64

        static let requests = Limits()
        /// For what this program wrote itself.
        static let none = Limits(depth: 64, members: .max)
    }

    private let bytes: [UInt8]
    private var at = 0
    private let limits: Limits

    static func read(_ bytes: [UInt8], limits: Limits = .requests) throws(MalformedJSON) -> JSON {
        var reader = JSONReader(bytes: bytes, limits: limits)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.wrong("text after the value") }
        return value
    }

    private init(bytes: [UInt8], limits: Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func value(depth: Int) throws(MalformedJSON) -> JSON {
        guard depth <= limits.depth else { throw wrong("nested too deeply") }
        skipSpace()
        switch peek {
        case 0x7B: return try object(depth)
        case 0x5B: return try array(depth)
        case 0x22: return .string(try string())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        case let byte? where byte == 0x2D || (0x30...0x39).contains(byte): return .number(try number())
        case nil: throw wrong("the text ends too early")
        case _: throw wrong("no value begins here")
        }
    }

    private mutating func object(_ depth: Int) throws(MalformedJSON) -> JSON {
        at += 1
        var members: [(name: String, value: JSON)] = []
        skipSpace()
        if take(0x7D) { return .object([]) }
        repeat {
            guard members.count < limits.members else { throw wrong("too many names") }
            skipSpace()
            guard peek == 0x22 else { throw wrong("a name in quotes is expected") }
            let name = try string()
            guard !members.contains(where: { $0.name == name }) else { throw wrong("“\(name)” is given twice") }
            skipSpace()
            guard take(0x3A) else { throw wrong("a colon is expected") }
            members.append((name, try value(depth: depth + 1)))
            skipSpace()
        } while take(0x2C)
        guard take(0x7D) else { throw wrong("a comma or closing brace is expected") }
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(MalformedJSON) -> JSON {
        at += 1
        var items: [JSON] = []
        skipSpace()
        if take(0x5D) { return .array([]) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(0x2C)
        guard take(0x5D) else { throw wrong("a comma or closing bracket is expected") }
        return .array(items)
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(MalformedJSON) -> JSON {
        let count = text.utf8CodeUnitCount
        let same =
            at + count <= bytes.count
            && bytes[at..<at + count].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
        guard same else { throw wrong("no value begins here") }
        at += count
        return value
    }

    private mutating func number() throws(MalformedJSON) -> String {
        let start = at
        _ = take(0x2D)
        if !take(0x30) { try digits() }
        if take(0x2E) { try digits() }
        if take(0x65) || take(0x45) {
            if !take(0x2B) { _ = take(0x2D) }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() throws(MalformedJSON) {
        let start = at
        while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
        guard at > start else { throw wrong("a digit is expected") }
    }

    private mutating func string() throws(MalformedJSON) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = peek {
            at += 1
            switch byte {
            case 0x22:
                guard let string = String(validating: text, as: UTF8.self) else { throw wrong("text is not UTF-8") }
                return string
            case 0x5C: try escape(into: &text)
            case 0..<0x20: throw wrong("control characters must be escaped")
            case _: text.append(byte)
            }
        }
        throw wrong("the text ends within quotes")
    }

    private mutating func escape(into text: inout [UInt8]) throws(MalformedJSON) {
        guard let byte = peek else { throw wrong("the text ends within quotes") }
        at += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: text.append(contentsOf: String(try escapedScalar()).utf8)
        case _: throw wrong("no such escape")
        }
    }

    private mutating func escapedScalar() throws(MalformedJSON) -> Character {
        var code = try hexadecimal()
        if (0xD800...0xDBFF).contains(code) {
            guard take(0x5C), take(0x75) else { throw wrong("half of a surrogate pair") }
            let low = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(low) else { throw wrong("half of a surrogate pair") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard code != 0, let scalar = Unicode.Scalar(code) else { throw wrong("no such character") }
        return Character(scalar)
    }

    private mutating func hexadecimal() throws(MalformedJSON) -> UInt32 {
        guard at + 4 <= bytes.count, let text = String(validating: bytes[at..<at + 4], as: UTF8.self),
            text.allSatisfy(\.isHexDigit), let code = UInt32(text, radix: 16)
        else { throw wrong("four hexadecimal digits are expected") }
        at += 4
        return code
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private func wrong(_ reason: String) -> MalformedJSON { MalformedJSON(offset: at, reason: reason) }
}
