/// A base picture as it was uploaded: PNG or JPEG.
struct Picture: Hashable, Sendable {
    enum Kind: Sendable { case png, jpeg }

    let bytes: [UInt8]
    let kind: Kind
    /// In pixels.
    let width: Int
    let height: Int

    /// 8,000 × 5,000 pixels are a scan of an A1 map at 240 dpi, and 160 MB in memory while it is drawn.
    static let mostPixels = 40_000_000

    /// nil for other formats, damaged headers, and pictures of more pixels than `mostPixels`.
    init?(_ bytes: [UInt8]) {
        guard let (kind, width, height) = Self.header(bytes), width > 0, height > 0, width <= 30_000,
            height <= 30_000, width * height <= Self.mostPixels
        else { return nil }
        self.bytes = bytes
        self.kind = kind
        self.width = width
        self.height = height
    }

    private static func header(_ bytes: [UInt8]) -> (Kind, Int, Int)? {
        func number(_ start: Int, _ count: Int) -> Int { bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) } }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count > 24 {
            return (.png, number(16, 4), number(20, 4))
        }
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        // Segments of a JPEG up to the frame header, which holds the size.
        var at = 2
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
            if isFrame { return (.jpeg, number(at + 7, 2), number(at + 5, 2)) }
            at += 2 + max(2, number(at + 2, 2))
        }
        return nil
    }
}
