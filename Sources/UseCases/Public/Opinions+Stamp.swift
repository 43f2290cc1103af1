public import Workflow

/// The stamp of a public form: when it was shown, sealed. It stands in for a session, where there is none: a form that
/// comes back within moments was filled in by a program, and the same form sent twice is one opinion.
extension Opinions {
    /// Nobody reads the form and writes a sentence in less.
    static let leastSeconds: Int64 = 3
    /// A form left open over a day is shown anew.
    static let mostSeconds: Int64 = 24 * 3600
    private static let about = "public form"

    /// - Parameter time: when the form is shown; now where it is not said.
    public func stamp(at time: Instant? = nil) -> String {
        sealer.seal(Array(String((time ?? clock.now()).microseconds).utf8), about: Self.about).hex
    }

    /// Throws unless the stamp is ours and its age is a person's.
    public func check(stamp: String) throws(UseCaseError) {
        guard let bytes = [UInt8](hex: stamp), let text = sealer.unseal(bytes, about: Self.about),
            let shown = Int64(String(decoding: text, as: UTF8.self))
        else { throw .opinion(.formOld) }
        let age = (clock.now().microseconds - shown) / 1_000_000
        guard age >= Self.leastSeconds else { throw .opinion(.notAPerson) }
        guard age <= Self.mostSeconds else { throw .opinion(.formOld) }
    }
}

extension [UInt8] {
    /// Of lower-case hexadecimal, at most 256 bytes.
    fileprivate init?(hex text: String) {
        guard text.utf8.count % 2 == 0, text.utf8.count <= 512 else { return nil }
        self = []
        var high: UInt8?
        for byte in text.utf8 {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x57
            case _: return nil
            }
            if let first = high {
                append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
    }
}
