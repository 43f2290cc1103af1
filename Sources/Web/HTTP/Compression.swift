import CZlib
import HTTPTypes
import Hummingbird

/// Compresses long answers for whoever takes gzip: a page of projects becomes a tenth, which counts on a village's
/// network.
///
/// Pages for whoever is signed in are left out: they show what was typed beside a secret of the session, and the length
/// of both compressed together gives the secret away (BREACH). So are answers that set a cookie, and streams.
struct Compression: RouterMiddleware {
    typealias Context = EdgeContext

    /// Below this, headers weigh more than what is saved.
    private static let least = 1024
    /// Above this, compressing would hold an event loop for too long.
    private static let most = 4 * 1024 * 1024
    private static let types = [
        "application/json", "text/csv", "image/svg+xml", "text/css", "text/javascript", "text/plain",
    ]

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let type = response.headers[.contentType],
            Self.types.contains(where: { type.hasPrefix($0) }) || type.hasPrefix("text/html") && request.isNobodys,
            response.headers[.contentEncoding] == nil, response.headers[.setCookie] == nil,
            let length = response.body.contentLength, length >= Self.least, length <= Self.most
        else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard request.method == .get, request.takesGzip, let bytes = try await response.bytes(upTo: Self.most),
            let compressed = Gzip.compress(bytes)
        else { return response }
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: compressed))
        return response
    }
}

extension Request {
    /// Nobody is known by it: a page for it holds no secret of a session.
    fileprivate var isNobodys: Bool {
        let cookies = (headers[.cookie] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        return headers[.authorization] == nil && cookies.allSatisfy { $0.hasPrefix("\(Language.cookie)=") }
    }

    fileprivate var takesGzip: Bool {
        (headers[.acceptEncoding] ?? "").split(separator: ",").contains { item in
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let name = parts.first, name == "gzip" || name == "*" else { return false }
            return !parts.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
        }
    }
}

enum Gzip {
    /// nil where the library has no memory left.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 31: the window of deflate with the frame of gzip. Level 5 is where more effort saves little.
        guard
            deflateInit2_(
                &stream, 5, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END else { return nil }
        return Array(output.prefix(Int(stream.total_out)))
    }
}
