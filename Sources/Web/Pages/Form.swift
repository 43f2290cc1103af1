import Hummingbird

/// What a browser sends from a form: names with texts, some names more than once.
struct Form: Sendable {
    static let mediaType = "application/x-www-form-urlencoded"
    /// More than the longest form has, with every person of a town ticked.
    private static let fieldLimit = 1000

    private(set) var texts: [String: [String]] = [:]

    init(_ call: Call) async throws {
        guard call.request.mediaType == Self.mediaType else {
            throw Problem(.mediaTypeUnsupported, detail: "请用页面上的表单提交。", detailEn: "Send the page's form.")
        }
        try self.init(try await call.body())
    }

    /// What stands in a form, to be read as if it had been sent.
    init(texts: [String: [String]]) { self.texts = texts }

    init(_ body: [UInt8]) throws {
        for (count, pair) in body.split(separator: 0x26).enumerated() {
            guard count < Self.fieldLimit else { throw Problem(.malformedRequest) }
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.text(parts[0]), let text = Self.text(parts.count > 1 ? parts[1] : []) else {
                throw Problem(.malformedRequest)
            }
            texts[name, default: []].append(text)
        }
    }

    /// One field of a form that comes in parts.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws {
        let plain = bytes.filter { $0 != 0x0D }
        guard texts.count < Self.fieldLimit, !plain.contains(0), let text = String(validating: plain, as: UTF8.self)
        else { throw Problem(.malformedRequest) }
        texts[name, default: []].append(text)
    }

    subscript(_ name: String) -> String? { texts[name]?.first }

    /// Percent-decoded UTF-8 with line ends as LF; nil for anything else. NUL cannot be stored as text.
    private static func text(_ encoded: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = encoded
        while let byte = rest.popFirst() {
            switch byte {
            case 0x2B: bytes.append(0x20)
            case 0x25:
                guard let high = hex(rest.popFirst()), let low = hex(rest.popFirst()) else { return nil }
                bytes.append(high << 4 | low)
            case _: bytes.append(byte)
            }
        }
        bytes.removeAll { $0 == 0x0D }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case let byte? where (0x30...0x39).contains(byte): byte - 0x30
        case let byte? where (0x41...0x46).contains(byte): byte - 0x37
        case let byte? where (0x61...0x66).contains(byte): byte - 0x57
        case _: nil
        }
    }
}
