import Hummingbird
import HummingbirdCore
import UseCases
import Workflow

/// Files of a project: the list, one of them, sending one in a single request, and what looks the same elsewhere.
enum FileRoutes {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        // The list of a project that does not exist is not an empty list.
        _ = try await call.services.reading.project(id, for: caller.person)
        let files = try await call.services.files.files(of: id, for: caller.person)
        var json = JSONWriter(capacity: 512 * files.count + 64)
        json.object { json in
            json.array("items", files) { json, file in FileJSON.write(file, of: id, to: &json) }
        }
        return .json(json.bytes)
    }

    static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        let file = try await call.services.files.file(try call.parameter("sha"), of: id, for: caller.person)
        return .json(FileJSON.body(file, of: id))
    }

    static func withdraw(_ call: Call, _ caller: Caller) async throws -> Response {
        try await call.services.files.withdraw(
            try call.parameter("sha"), of: try call.projectID(), by: caller.person)
        return Response(status: .noContent)
    }

    /// The body is the file itself. The same file again is the same file: its hash stands for an Idempotency-Key.
    static func receive(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["name", "kind"])
        let id = try call.projectID()
        // What its bytes are decides; but whoever sends JSON or a form here has mistaken the address.
        guard
            FileType.allCases.map(\.mediaType).contains(call.request.mediaType)
                || call.request.mediaType == "application/octet-stream"
        else { throw Problem(.fileTypeUnknown) }
        if let declared = call.request.headers[.contentLength].flatMap({ Int($0) }), declared > FileLimits.bytes {
            throw Problem(FileFault.tooLarge)
        }
        let files = call.services.files
        let state = try await files.open(
            id, name: query["name"] ?? "", kind: try query.choice("kind", of: DocumentKind.self) ?? .other, size: nil,
            key: call.services.secrets.randomToken(), by: caller.person)
        var offset = 0
        for try await buffer in call.request.body {
            offset = try await files.append(Array(buffer.readableBytesView), to: state, at: offset)
        }
        let file = try await files.finish(state.upload.token, by: caller.person)
        return FileJSON.created(file, of: id)
    }

    static func duplicates(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        _ = try await call.services.reading.project(id, for: caller.person)
        let duplicates = try await call.services.files.duplicates(of: id, for: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.array("items", duplicates) { json, duplicate in
                json.object { json in
                    json.field("sha256", duplicate.sha256)
                    json.field("name", duplicate.name)
                    json.field("otherProject", duplicate.other.description)
                    json.field("otherTitle", duplicate.otherTitle)
                    json.field("otherSha256", duplicate.otherSHA256)
                    json.field("otherName", duplicate.otherName)
                    json.field("otherAddedAt", duplicate.otherAt)
                    json.field("sameFile", duplicate.isSameFile)
                    json.field("differingBits", duplicate.distance)
                }
            }
        }
        return .json(json.bytes)
    }
}

/// A file as the API shows it.
enum FileJSON {
    static func body(_ file: ProjectFile, of project: ProjectID) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        write(file, of: project, to: &json)
        return json.bytes
    }

    static func created(_ file: ProjectFile, of project: ProjectID) -> Response {
        .json(body(file, of: project), status: .created)
    }

    static func write(_ file: ProjectFile, of project: ProjectID, to json: inout JSONWriter) {
        let content = file.content
        let base = "/api/v1/projects/\(project)/files/\(content.sha256)"
        json.object { json in
            json.field("project", project.description)
            json.field("sha256", content.sha256)
            json.field("name", file.name)
            json.field("kind", file.kind.rawValue)
            json.field("kindName", file.kind.chinese)
            json.field("type", content.type.mediaType)
            json.field("bytes", content.size)
            json.field("width", content.width)
            json.field("height", content.height)
            json.field("byId", file.by.raw)
            json.field("addedAt", file.at)
            json.field("thumb", content.type == .pdf ? nil : "\(base)/thumb")
            json.field("screen", content.type == .pdf ? nil : "\(base)/screen")
            json.field("document", content.type == .pdf ? "\(base)/document" : nil)
        }
    }
}
