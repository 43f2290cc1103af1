internal import UseCases

/// The outline of a PNG: chunk after chunk up to IEND, and nothing behind it.
enum PNGLayout {
    static func read(_ bytes: MappedBytes) throws(FileFault) -> Sniffed {
        guard bytes.has(Array("IHDR".utf8), at: 12) else { throw .incomplete }
        let (width, height) = (try bytes.big(16, 4), try bytes.big(20, 4))
        var place = 8
        while true {
            let length = try bytes.big(place, 4)
            let isEnd = bytes.has(Array("IEND".utf8), at: place + 4)
            place += 12 + length
            guard place <= bytes.count else { throw .incomplete }
            guard isEnd else { continue }
            guard place == bytes.count else { throw .polyglot }
            return Sniffed(type: .png, width: width, height: height)
        }
    }
}

/// The outline of a WebP: one RIFF as long as the file, the size in its first chunk.
enum WebPLayout {
    static func read(_ bytes: MappedBytes) throws(FileFault) -> Sniffed {
        let end = 8 + (try bytes.little(4, 4))
        guard end <= bytes.count else { throw .incomplete }
        // A chunk of odd length is padded to an even one.
        let isPadded = end + 1 == bytes.count ? try bytes.byte(end) == 0 : false
        guard end == bytes.count || isPadded else { throw .polyglot }
        let (width, height): (Int, Int)
        if bytes.has(Array("VP8X".utf8), at: 12) {
            (width, height) = (try bytes.little(24, 3) + 1, try bytes.little(27, 3) + 1)
        } else if bytes.has(Array("VP8L".utf8), at: 12) {
            let bits = try bytes.little(21, 4)
            (width, height) = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        } else if bytes.has(Array("VP8 ".utf8), at: 12) {
            (width, height) = (try bytes.little(26, 2) & 0x3FFF, try bytes.little(28, 2) & 0x3FFF)
        } else {
            throw .incomplete
        }
        return Sniffed(type: .webp, width: width, height: height)
    }
}

/// The outline of a PDF: begins and ends as one. It is never opened here, and reaches people only as an attachment.
enum PDFLayout {
    static func read(_ bytes: MappedBytes) throws(FileFault) -> Sniffed {
        // Readers look for the end mark in the last kilobyte; scanners leave some line ends behind it.
        guard bytes.finds(Array("%%EOF".utf8), in: max(0, bytes.count - 1024)..<bytes.count) else {
            throw .incomplete
        }
        return Sniffed(type: .pdf, width: nil, height: nil)
    }
}
