/// Appends text and numbers to bytes; numbers always look the same, whatever the locale.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func write(text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Text for XML and HTML: markup escaped, invisible characters dropped.
    mutating func write(escaped text: String) {
        for byte in plainText(text).utf8 {
            switch byte {
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "\""): write("&quot;")
            case UInt8(ascii: "'"): write("&#39;")
            case _: bytes.append(byte)
            }
        }
    }

    mutating func write(_ value: Int) {
        if value < 0 { bytes.append(45) }
        var rest = value.magnitude
        if rest == 0 {
            bytes.append(48)
            return
        }
        let start = bytes.count
        while rest > 0 {
            bytes.append(UInt8(48 + rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    /// At most two decimals: a hundredth of a point is finer than any printer.
    mutating func write(_ value: Double) {
        guard value.isFinite, abs(value) < 1e12 else {
            bytes.append(48)
            return
        }
        let hundredths = Int((value * 100).rounded())
        if hundredths < 0 { bytes.append(45) }
        let magnitude = Int(hundredths.magnitude)
        write(magnitude / 100)
        let fraction = magnitude % 100
        if fraction == 0 { return }
        bytes.append(46)
        bytes.append(UInt8(48 + fraction / 10))
        if fraction % 10 != 0 { bytes.append(UInt8(48 + fraction % 10)) }
    }

    mutating func write(base64 data: [UInt8]) {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        bytes.reserveCapacity(bytes.count + data.count * 4 / 3 + 4)
        for start in stride(from: 0, to: data.count, by: 3) {
            let part = data[start..<min(start + 3, data.count)]
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for (index, shift) in [18, 12, 6, 0].enumerated() {
                bytes.append(index <= part.count ? letters[bits >> shift & 63] : UInt8(ascii: "="))
            }
        }
    }
}
