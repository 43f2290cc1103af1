import Workflow

/// A resident's name and telephone, open: only for a moment, between the form and the seal, or before named eyes.
public struct Identity: Hashable, Sendable {
    public let name: String
    public let phone: String

    /// nil where neither was given. Refuses what cannot be one.
    public init?(name: String, phone: String) throws(OpinionRefusal) {
        let digits = phone.unicodeScalars.filter { !" -－（）()+".unicodeScalars.contains($0) }.compactMap(Self.digit)
        let written = phone.unicodeScalars.filter { !" -－（）()+".unicodeScalars.contains($0) }
        guard name.unicodeScalars.count <= 30 else { throw .nameTooLong }
        guard digits.count == written.count, digits.isEmpty || (7...20).contains(digits.count) else {
            throw .phoneWrong
        }
        if name.isEmpty, digits.isEmpty { return nil }
        self.name = name
        self.phone = String(decoding: digits, as: UTF8.self)
    }

    /// As it was sealed.
    init?(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        name = String(decoding: parts[1], as: UTF8.self)
        phone = String(decoding: parts[0], as: UTF8.self)
    }

    var bytes: [UInt8] { Array("\(phone)\n\(name)".utf8) }

    /// 张**: the same length for every name, for a length says something too.
    var maskedName: String { name.first.map { "\($0.unicodeScalars.first.map(String.init) ?? "")**" } ?? "" }

    /// 138****1234; a short number shows nothing.
    var maskedPhone: String {
        if phone.isEmpty { return "" }
        return phone.utf8.count < 11 ? "****" : "\(phone.prefix(3))****\(phone.suffix(4))"
    }

    /// Full-width digits are digits.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
        case _: nil
        }
    }
}
