/// Reads multipart/form-data (RFC 7578) as it comes, so that a photo is on disk before its form has ended.
struct MultipartReader {
    static let mediaType = "multipart/form-data"
    /// A part's headers: a name, a file's name, a type.
    private static let headerLimit = 4096

    enum Piece: Equatable {
        /// A part begins. `fileName` is nil for a field of text.
        case begin(name: String, fileName: String?)
        case data([UInt8])
        case end
    }

    private enum Place { case preamble, headers, body, epilogue }

    private let delimiter: [UInt8]
    private var place = Place.preamble
    // As if a line had ended before the first byte: so every boundary begins the same way.
    private var rest: [UInt8] = [0x0D, 0x0A]

    /// - Parameter contentType: the header's value, with its boundary.
    init(contentType: String) throws(Problem) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw Problem(.malformedRequest)
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    var isComplete: Bool { place == .epilogue }

    mutating func feed(_ bytes: some Sequence<UInt8>) throws(Problem) -> [Piece] {
        rest.append(contentsOf: bytes)
        var pieces: [Piece] = []
        while try step(&pieces) {}
        return pieces
    }

    /// True when something was read and there may be more.
    private mutating func step(_ pieces: inout [Piece]) throws(Problem) -> Bool {
        switch place {
        case .epilogue:
            rest = []
            return false
        case .preamble:
            guard let found = index(of: delimiter), rest.count >= found + delimiter.count + 2 else { return false }
            rest.removeFirst(found + delimiter.count)
            return try afterDelimiter()
        case .headers: return try headers(&pieces)
        case .body: return try body(&pieces)
        }
    }

    /// Behind a boundary stands a line's end, or two dashes when it was the last.
    private mutating func afterDelimiter() throws(Problem) -> Bool {
        let isLast = rest.starts(with: [0x2D, 0x2D])
        guard isLast || rest.starts(with: [0x0D, 0x0A]) else { throw Problem(.malformedRequest) }
        // The line's end stays: headers may be none, and then the empty line is all there is.
        if isLast { rest.removeFirst(2) }
        place = isLast ? .epilogue : .headers
        return true
    }

    private mutating func headers(_ pieces: inout [Piece]) throws(Problem) -> Bool {
        guard let end = index(of: [0x0D, 0x0A, 0x0D, 0x0A]) else {
            guard rest.count < Self.headerLimit else { throw Problem(.malformedRequest) }
            return false
        }
        guard end < Self.headerLimit, let text = String(validating: rest[..<end], as: UTF8.self) else {
            throw Problem(.malformedRequest)
        }
        rest.removeFirst(end + 4)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: String(line))
        else { throw Problem(.malformedRequest) }
        pieces.append(.begin(name: name, fileName: Self.parameter("filename", of: String(line))))
        place = .body
        return true
    }

    private mutating func body(_ pieces: inout [Piece]) throws(Problem) -> Bool {
        guard let found = index(of: delimiter) else {
            // What may be the beginning of a boundary waits for the rest of it.
            let safe = rest.count - delimiter.count + 1
            guard safe > 0 else { return false }
            pieces.append(.data(Array(rest[..<safe])))
            rest.removeFirst(safe)
            return false
        }
        guard rest.count >= found + delimiter.count + 2 else { return false }
        if found > 0 { pieces.append(.data(Array(rest[..<found]))) }
        rest.removeFirst(found + delimiter.count)
        pieces.append(.end)
        return try afterDelimiter()
    }

    private func index(of mark: [UInt8]) -> Int? {
        guard rest.count >= mark.count else { return nil }
        return rest.withUnsafeBufferPointer { bytes in
            var start = 0
            while start <= bytes.count - mark.count {
                if bytes[start] == mark[0], (1..<mark.count).allSatisfy({ bytes[start + $0] == mark[$0] }) {
                    return start
                }
                start += 1
            }
            return nil
        }
    }

    /// `name="照片.jpg"` out of a header's value; browsers write a quote inside as %22.
    static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == name else { continue }
            var value = sides[1].drop { $0 == " " }
            while value.last == " " { value.removeLast() }
            if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
            return String(value).replacing("%22", with: "\"")
        }
        return nil
    }
}
