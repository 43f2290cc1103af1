import Hummingbird

/// The one stylesheet. Its address changes with its content, so browsers keep it for good.
enum Stylesheet {
    static let path = "/assets/liban.css"

    static func serve(_ call: Call) async throws -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: "text/css; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: call.pages.stylesheet)))
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
