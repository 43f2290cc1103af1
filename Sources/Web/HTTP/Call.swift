import Hummingbird
import HummingbirdCore
import UseCases
import Workflow

/// One request with what is needed to answer it.
struct Call: Sendable {
    let request: Request
    let context: EdgeContext
    let services: WebServices
    let charts: ChartDrawing
    let pages: Pages
    /// What its route promises; nil for pages.
    var contract: Contract?

    /// The most a body may hold. The longest application with every line filled in takes about 40 KiB.
    static let bodyLimit = 256 * 1024

    /// A part of the path, such as the project's id.
    func parameter(_ name: String) throws -> String {
        guard let value = context.parameters.get(name) else { throw Problem(.notFound) }
        return value
    }

    /// The project named in the path. What is no id at all does not exist either.
    func projectID() throws -> ProjectID {
        guard let id = ProjectID(try parameter("id")) else { throw Problem(.notFound) }
        return id
    }

    /// The connection's other end is a program on this machine.
    var isFromThisMachine: Bool {
        guard let peer = context.peer else { return false }
        return peer == "::1" || peer.hasPrefix("127.") || peer.hasPrefix("::ffff:127.")
    }

    func body() async throws -> [UInt8] {
        if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > Self.bodyLimit {
            throw Problem(.bodyTooLarge)
        }
        // The only thing `collect` throws of its own is that there is more than allowed.
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: Self.bodyLimit) } catch is CancellationError {
            throw CancellationError()
        } catch { throw Problem(.bodyTooLarge) }
        return Array(buffer.readableBytesView)
    }

    /// The body as a JSON object; an empty body is an empty object, for commands that carry nothing.
    func jsonBody() async throws -> (bytes: [UInt8], members: [(name: String, value: JSON)]) {
        let bytes = try await body()
        if bytes.isEmpty { return (bytes, []) }
        guard request.mediaType == "application/json" else { throw Problem(.mediaTypeUnsupported) }
        do throws(MalformedJSON) {
            guard case .object(let members) = try JSONReader.read(bytes) else {
                throw MalformedJSON(offset: 0, reason: "an object is expected")
            }
            return (bytes, members)
        } catch {
            throw Problem(
                .malformedJSON, detail: "请求体第\(error.offset)字节处不是有效的JSON（\(error.reason)）。",
                detailEn: "At byte \(error.offset): \(error.reason).")
        }
    }
}

extension Request {
    /// Type and subtype in lower case, without parameters.
    var mediaType: String {
        let text = headers[.contentType] ?? ""
        return text.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }

    /// Whether the answer is for somebody who looks at pages, not for a program.
    var wantsPage: Bool {
        guard !uri.path.hasPrefix("/api/"), let accept = headers[.accept] else { return false }
        return accept.contains("text/html")
    }
}

extension Response {
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, version: Int? = nil) -> Response {
        var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        if let version { headers[.eTag] = "\"\(version)\"" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// After a form was carried out, or where to go instead.
    static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location])
    }
}
