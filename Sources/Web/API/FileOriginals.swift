import Hummingbird
import HummingbirdCore
import UseCases
import Workflow

/// A photo as it was sent, for named roles, with a reason that is kept. Always an attachment.
enum FileOriginals {
    static let fields: [Field] = [.must("reason", "理由", "reason", .line)]

    static func api(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        return try await answer(call, caller, reason: try JSONFieldReader.read(members, fields).text("reason"))
    }

    static func page(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        return try await answer(call, caller, reason: form["reason"] ?? "")
    }

    private static func answer(_ call: Call, _ caller: Caller, reason: String) async throws -> Response {
        let (file, read) = try await call.services.files.original(
            try call.parameter("sha"), of: try call.projectID(), reason: reason, by: caller.person)
        let name = "\(file.content.sha256.prefix(12)).\(file.content.type.fileExtension)"
        let headers: HTTPFields = [
            .contentType: "application/octet-stream", .cacheControl: "no-store",
            .contentDisposition: "attachment; filename=\"\(name)\"; filename*=UTF-8''\(file.name.percentEncoded)",
            .contentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
        ]
        // Decrypted piece by piece as it is sent.
        let body = ResponseBody(contentLength: file.content.size) { writer in
            while let piece = try read() { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
