/// Time-based one-time passwords (RFC 6238) over HMAC-SHA-1 with six digits and steps of thirty seconds: what every
/// authenticator app knows.
public enum TimeCode {
    static let stepSeconds: Int64 = 30
    public static let secretBytes = 20

    /// The code of a step (RFC 4226, dynamic truncation).
    ///
    /// - Parameter hmac: HMAC-SHA-1 under the shared secret.
    public static func code(step: Int64, digits: Int = 6, hmac: ([UInt8]) -> [UInt8]) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let mac = hmac(counter)
        guard mac.count >= 20 else { return "" }
        let offset = Int(mac[mac.count - 1] & 15)
        let number =
            UInt32(mac[offset] & 0x7F) << 24 | UInt32(mac[offset + 1]) << 16 | UInt32(mac[offset + 2]) << 8
            | UInt32(mac[offset + 3])
        let modulus = (0..<digits).reduce(UInt64(1)) { power, _ in power * 10 }
        let text = String(UInt64(number) % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step a code belongs to: this one or its neighbour on either side, and none that was used or lies before it.
    static func step(of code: String, seconds: Int64, after last: Int64, hmac: ([UInt8]) -> [UInt8]) -> Int64? {
        let now = seconds / stepSeconds
        let given = Array(code.utf8)
        var found: Int64?
        // All three are computed whatever comes out, so that the time taken tells nothing.
        for step in [now - 1, now, now + 1] {
            let expected = Array(Self.code(step: step, hmac: hmac).utf8)
            let differs = zip(given, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } != 0 || given.count != expected.count
            if !differs, step > last { found = step }
        }
        return found
    }

    /// What an authenticator reads from a QR code (Key URI format).
    public static func uri(secret: String, account: String, issuer: String) -> String {
        let label = "\(percent(issuer)):\(percent(account))"
        return "otpauth://totp/\(label)?secret=\(secret)&issuer=\(percent(issuer))&algorithm=SHA1&digits=6&period=30"
    }

    private static func percent(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        let hex = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: text.utf8.flatMap { plain.contains($0) ? [$0] : [0x25, hex[Int($0 >> 4)], hex[Int($0 & 15)]] },
            as: UTF8.self)
    }
}

/// Base32 (RFC 4648) without padding: what people type from paper. Codes leave out no letter but are read kindly.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(held >> bits & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(held << (5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// In groups of four, as it is shown.
    public static func grouped(_ text: String) -> String {
        var parts: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            parts.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return parts.joined(separator: "-")
    }

    /// What somebody typed, as it was shown: upper case, without spaces and dashes; 0, 1 and 8 stand for O, I and B.
    static func canonical(_ typed: String) -> String {
        String(
            typed.uppercased().compactMap { character -> Character? in
                switch character {
                case " ", "-", "　", "－": nil
                case "0": "O"
                case "1": "I"
                case "8": "B"
                case let other: other
                }
            })
    }
}
