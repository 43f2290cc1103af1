import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Reads that say what they read: a tag over the very bytes, so that a client which has them is not sent them again.
///
/// The tag of a versioned thing begins with its version, which is what `If-Match` goes by; the rest changes with what
/// follows from the day, such as the light.
enum EntityTags {
    /// Longer answers are not worth reading twice.
    private static let limit = 1024 * 1024

    static func conditional(_ response: Response, _ call: Call) async throws -> Response {
        guard response.status == .ok, response.isJSON, let bytes = try await response.bytes(upTo: limit) else {
            return response
        }
        let digest = call.services.secrets.sha256(bytes).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        let version = response.headers[.eTag]?.filter { $0 != "\"" }
        let tag = version.map { "\"\($0)-\(digest)\"" } ?? "\"\(digest)\""
        var answer = response
        answer.headers[.eTag] = tag
        guard let known = call.request.headers[.ifNoneMatch], Self.lists(known, tag) else { return answer }
        return Response(status: .notModified, headers: [.eTag: tag])
    }

    /// Weak comparison: a proxy may have weakened what we gave.
    private static func lists(_ known: String, _ tag: String) -> Bool {
        known.split(separator: ",").contains { item in
            let text = item.filter { $0 != " " }
            return text == "*" || text == tag || text == "W/" + tag
        }
    }
}

extension Response {
    var isJSON: Bool { headers[.contentType]?.hasPrefix("application/json") ?? false }
}
