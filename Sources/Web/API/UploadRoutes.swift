import Hummingbird
import HummingbirdCore
import UseCases
import Workflow

/// Sending a file in pieces, for networks that break: open, send from where it stopped, finish.
///
/// `POST …/uploads` → `PATCH` with `Upload-Offset` as often as needed → `POST …/finish`. `HEAD` tells the offset.
enum UploadRoutes {
    static let fields: [Field] = [
        .must("name", "文件名", "name", .line),
        .must("kind", "种类", "kind", .choice(Choices.documents)),
        .must("bytes", "字节数", "size in bytes", .count),
    ]

    static func open(_ call: Call, _ caller: Caller) async throws -> Response {
        let (bytes, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, fields)
        let key = try Preconditions.requestKey(call, caller, body: bytes)
        let state = try await call.services.files.open(
            try call.projectID(), name: values.text("name"), kind: try values.choice("kind", DocumentKind.self),
            size: try values.count("bytes"), key: key.key, by: caller.person)
        return answer(state, status: .created)
    }

    static func state(_ call: Call, _ caller: Caller) async throws -> Response {
        answer(try await call.services.files.state(of: try call.parameter("token"), for: caller.person), status: .ok)
    }

    static func append(_ call: Call, _ caller: Caller) async throws -> Response {
        let files = call.services.files
        let state = try await files.state(of: try call.parameter("token"), for: caller.person)
        guard state.sha256 == nil else { return answer(state, status: .ok) }
        guard call.request.mediaType == "application/offset+octet-stream" else {
            throw Problem(
                .mediaTypeUnsupported, detail: "请以application/offset+octet-stream提交。",
                detailEn: "Send application/offset+octet-stream.")
        }
        guard let text = call.request.headers[.uploadOffset], var offset = Int(text), offset >= 0 else {
            throw Problem(
                .malformedRequest, detail: "请用Upload-Offset给出从第几字节继续。",
                detailEn: "Give the byte to go on at in Upload-Offset.")
        }
        guard offset == state.offset else { throw Problem(FileFault.offsetWrong(expected: state.offset)) }
        // Each piece is kept as it comes: when the connection breaks, what arrived is there.
        for try await buffer in call.request.body {
            offset = try await files.append(Array(buffer.readableBytesView), to: state, at: offset)
        }
        return answer(UploadState(upload: state.upload, offset: offset, sha256: nil), status: .ok)
    }

    static func finish(_ call: Call, _ caller: Caller) async throws -> Response {
        let token = try call.parameter("token")
        let file = try await call.services.files.finish(token, by: caller.person)
        let state = try await call.services.files.state(of: token, for: caller.person)
        guard let project = ProjectID(state.upload.project) else { throw Problem(.notFound) }
        return FileJSON.created(file, of: project)
    }

    private static func answer(_ state: UploadState, status: HTTPResponse.Status) -> Response {
        var json = JSONWriter()
        json.object { json in
            json.field("token", state.upload.token)
            json.field("project", state.upload.project)
            json.field("name", state.upload.name)
            json.field("kind", state.upload.kind.rawValue)
            json.field("bytes", state.upload.size)
            json.field("offset", state.offset)
            json.field("sha256", state.sha256)
        }
        var response = Response.json(json.bytes, status: status)
        response.headers[.uploadOffset] = String(state.offset)
        if let size = state.upload.size { response.headers[.uploadLength] = String(size) }
        return response
    }
}
