import Workflow

/// Writes JSON straight into bytes: answers are on the hot path, and their shape is said in code, not derived.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether the next value or name follows another one and needs a comma before it.
    private var follows = false

    init(capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

    mutating func object(_ body: (inout JSONWriter) -> Void) { nested(0x7B, 0x7D, body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { nested(0x5B, 0x5D, body) }

    mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        array(body)
    }

    mutating func array<Item>(_ name: StaticString, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        array(name) { json in
            for item in items { body(&json, item) }
        }
    }

    mutating func field(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    mutating func field(_ name: StaticString, _ number: some FixedWidthInteger) {
        key(name)
        value(number)
    }

    mutating func field(_ name: StaticString, _ truth: Bool) {
        key(name)
        value(truth)
    }

    mutating func field(_ name: StaticString, _ money: Money?) {
        key(name)
        if let money { value(money.fen) } else { null() }
    }

    mutating func field(_ name: StaticString, _ day: CivilDate?) {
        key(name)
        if let day { ascii(quoted: day.description) } else { null() }
    }

    mutating func field(_ name: StaticString, _ instant: Instant?) {
        key(name)
        if let instant { ascii(quoted: instant.description) } else { null() }
    }

    mutating func field(_ name: StaticString, _ number: Int?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    /// A name that is only known at run time.
    mutating func key(_ name: String) {
        value(name)
        bytes.append(0x3A)
        follows = false
    }

    mutating func value(_ text: String?) {
        guard var text else { return null() }
        separate()
        bytes.append(0x22)
        text.withUTF8 { escape($0) }
        bytes.append(0x22)
    }

    mutating func value(_ number: some FixedWidthInteger) {
        separate()
        var digits = String(number)
        digits.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func value(_ truth: Bool) {
        separate()
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    }

    /// Digits that are a number already.
    mutating func raw(_ digits: String) {
        separate()
        bytes.append(contentsOf: digits.utf8)
    }

    mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    private mutating func key(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        bytes.append(0x3A)
        follows = false
    }

    private mutating func ascii(quoted text: String) {
        separate()
        bytes.append(0x22)
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x22)
    }

    private mutating func nested(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        follows = false
        body(&self)
        bytes.append(close)
        follows = true
    }

    private mutating func separate() {
        if follows { bytes.append(0x2C) }
        follows = true
    }

    /// Quotes, backslashes and control characters; all other text is UTF-8 as it stands.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var from = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: text[from..<index])
            from = index + 1
            switch byte {
            case 0x22: bytes.append(contentsOf: "\\\"".utf8)
            case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case _:
                let hex = String(byte, radix: 16)
                bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
                bytes.append(contentsOf: hex.utf8)
            }
        }
        bytes.append(contentsOf: text[from..<text.count])
    }
}
