import Workflow

/// Compact JSON in the order it is written: keys are where the caller puts them, run after run.
struct JSONWriter {
    private var out = ByteWriter(capacity: 1 << 15)
    private var needsComma = false

    var bytes: [UInt8] { out.bytes }

    mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    mutating func key(_ name: String) {
        comma()
        quoted(name)
        out.write(":")
        needsComma = false
    }

    mutating func member(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Int?) {
        key(name)
        comma()
        if let value { out.write(value) } else { out.write("null") }
        needsComma = true
    }

    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        comma()
        out.write(value ? "true" : "false")
        needsComma = true
    }

    mutating func member(_ name: String, _ value: Money) { member(name, Int(value.fen)) }
    mutating func member(_ name: String, _ value: CivilDate?) { member(name, value?.description) }

    mutating func string(_ value: String?) {
        comma()
        if let value { quoted(value) } else { out.write("null") }
        needsComma = true
    }

    private mutating func nest(_ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void) {
        comma()
        out.write(open)
        needsComma = false
        body(&self)
        out.write(close)
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { out.write(",") }
        needsComma = false
    }

    private mutating func quoted(_ text: String) {
        out.write("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out.write("\\\"")
            case UInt8(ascii: "\\"): out.write("\\\\")
            case 0x0A: out.write("\\n")
            case 0x0D: out.write("\\r")
            case 0x09: out.write("\\t")
            case 0..<0x20, 0x7F:
                out.write("\\u00")
                out.append(Self.hex(byte >> 4))
                out.append(Self.hex(byte & 15))
            case _: out.append(byte)
            }
        }
        out.write("\"")
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }
}
