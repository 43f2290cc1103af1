import Hummingbird
import HummingbirdCore
import UseCases
import Workflow

/// Serves the copies of files: whole, in ranges, or not again when the browser has them.
enum FileServing {
    static func serve(_ call: Call, _ caller: Caller) async throws -> Response {
        guard let variant = FileVariant(rawValue: try call.parameter("variant")) else { throw Problem(.notFound) }
        let (file, copy) = try await call.services.files.copy(
            try call.parameter("sha"), variant, of: try call.projectID(), for: caller.person)
        return try await response(call, file, variant, copy)
    }

    static func response(
        _ call: Call, _ file: ProjectFile, _ variant: FileVariant, _ copy: ServedCopy, isPublic: Bool = false
    ) async throws -> Response {
        let hash: String? =
            switch variant {
            case .thumb: file.content.thumbSHA256
            case .screen: file.content.screenSHA256
            case .document: file.content.sha256
            }
        let tag = "\"\((hash ?? file.content.sha256).prefix(32))\""
        var headers: HTTPFields = [
            .contentType: variant.mediaType, .eTag: tag, .acceptRanges: "bytes",
            // The address changes with the content; an hour keeps a phone from asking for every picture again.
            .cacheControl: isPublic ? "public, max-age=3600" : "private, max-age=3600",
            .contentDisposition: disposition(file, variant),
            // Should a browser open it after all, it opens in a box of its own and runs nothing.
            .contentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
        ]
        if let known = call.request.headers[.ifNoneMatch], known == "*" || known.contains(tag) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        let asked = call.request.headers[.ifRange].map { $0 == tag } ?? true ? call.request.headers[.range] : nil
        switch ByteRange.read(asked, size: copy.size) {
        case .whole:
            return Response(
                status: .ok, headers: headers,
                body: try await FileIO().loadFile(path: copy.path, context: call.context))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(copy.size)"
            return Response(
                status: .partialContent, headers: headers,
                body: try await FileIO().loadFile(path: copy.path, range: range, context: call.context))
        case .none:
            headers[.contentRange] = "bytes */\(copy.size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    /// A photo is shown, a PDF is saved. The name as RFC 6266 has it: plain letters for old programs, UTF-8 for others.
    static func disposition(_ file: ProjectFile, _ variant: FileVariant) -> String {
        let ending = variant == .document ? "pdf" : "jpg"
        let stem = file.name.split(separator: ".", omittingEmptySubsequences: false)
        let name = (stem.count > 1 ? stem.dropLast().joined(separator: ".") : file.name) + ".\(ending)"
        let way = variant == .document ? "attachment" : "inline"
        let plain = "\(file.content.sha256.prefix(12)).\(ending)"
        return "\(way); filename=\"\(plain)\"; filename*=UTF-8''\(name.percentEncoded)"
    }
}

/// A range of bytes as a client asks for it (RFC 9110 §14).
enum ByteRange: Equatable {
    case whole
    case part(ClosedRange<Int>)
    /// Nothing of it is there.
    case none

    static func read(_ header: String?, size: Int) -> ByteRange {
        guard let header, header.hasPrefix("bytes="), size > 0 else { return .whole }
        let text = header.dropFirst("bytes=".count)
        // Several ranges may be answered with the whole, and are.
        let sides = text.split(separator: "-", omittingEmptySubsequences: false)
        guard sides.count == 2, sides.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return .whole
        }
        if sides[0].isEmpty {
            guard let count = Int(sides[1]) else { return .whole }
            return count == 0 ? .none : .part(max(0, size - count)...size - 1)
        }
        guard let first = Int(sides[0]) else { return .none }
        guard first < size else { return .none }
        guard let last = sides[1].isEmpty ? size - 1 : Int(sides[1]) else { return .part(first...size - 1) }
        return last < first ? .whole : .part(first...min(last, size - 1))
    }
}
