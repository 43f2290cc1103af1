import Foundation

/// The encodings ledgers come in.
public enum TextEncoding: String, CaseIterable, Sendable {
    /// UTF-8 if the bytes are that, else GB18030, which every older Excel in China writes.
    case auto
    case utf8 = "utf-8"
    case gb18030

    /// The text without a byte order mark; nil when the bytes are not in this encoding.
    public func decode(_ bytes: [UInt8]) -> String? {
        switch self {
        case .auto: Self.utf8.decode(bytes) ?? Self.gb18030.decode(bytes)
        case .utf8: Self.text(bytes, .utf8)
        case .gb18030: Self.text(bytes, Self.foundationGB18030)
        }
    }

    /// What is tried, for people.
    public var names: String {
        switch self {
        case .auto: "UTF-8/GB18030"
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        }
    }

    /// Foundation knows the encoding by its CoreFoundation number (kCFStringEncodingGB_18030_2000) with the high bit.
    private static let foundationGB18030 = String.Encoding(rawValue: 0x8000_0632)

    private static func text(_ bytes: [UInt8], _ encoding: String.Encoding) -> String? {
        guard let text = String(data: Data(bytes), encoding: encoding), !text.contains("\u{0}") else { return nil }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
}
