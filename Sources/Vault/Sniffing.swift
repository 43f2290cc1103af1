internal import UseCases

/// What a file says it is by its own bytes, before anything decodes it.
struct Sniffed: Hashable {
    let type: FileType
    let width: Int?
    let height: Int?

    /// Names the type, checks that the file is whole and nothing else, and that the picture is not too large.
    init(_ bytes: MappedBytes) throws(FileFault) {
        switch try Self.type(bytes) {
        case .jpeg: self = try JPEGLayout.read(bytes)
        case .png: self = try PNGLayout.read(bytes)
        case .webp: self = try WebPLayout.read(bytes)
        case .pdf: self = try PDFLayout.read(bytes)
        }
        try Self.refusePassengers(bytes, type)
        if let width, let height {
            guard width > 0, height > 0 else { throw .unreadable }
            guard width <= FileLimits.side, height <= FileLimits.side, width * height <= FileLimits.pixels else {
                throw .tooManyPixels
            }
        }
    }

    init(type: FileType, width: Int?, height: Int?) {
        self.type = type
        self.width = width
        self.height = height
    }

    private static func type(_ bytes: MappedBytes) throws(FileFault) -> FileType {
        guard bytes.count > 0 else { throw .empty }
        if bytes.has([0xFF, 0xD8, 0xFF], at: 0) { return .jpeg }
        if bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) { return .png }
        if bytes.has(Array("RIFF".utf8), at: 0), bytes.has(Array("WEBP".utf8), at: 8) { return .webp }
        if bytes.has(Array("%PDF-".utf8), at: 0) { return .pdf }
        for brand in ["heic", "heix", "hevc", "mif1", "heim"] where bytes.has(Array("ftyp\(brand)".utf8), at: 4) {
            throw .heic
        }
        throw .typeUnknown
    }

    /// A reader of archives looks at a file's end, one of PDF and pages at its first kilobyte: there nothing of theirs
    /// may stand. Formats were chosen so that no innocent file has these.
    private static func refusePassengers(_ bytes: MappedBytes, _ type: FileType) throws(FileFault) {
        if bytes.finds(Array("PK\u{05}\u{06}".utf8), in: max(0, bytes.count - 65_557)..<bytes.count) {
            throw .polyglot
        }
        var marks = ["<script", "<?php", "<html", "<svg", "<!doctype"]
        if type != .pdf { marks.append("%pdf-") }
        for mark in marks where bytes.finds(Array(mark.utf8), in: 0..<min(1024, bytes.count), lowered: true) {
            throw .polyglot
        }
    }
}
