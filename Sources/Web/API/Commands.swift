import Hummingbird
import UseCases
import Workflow

/// Commands: what may be done, and doing it.
enum Commands {
    /// A new project: `{unit, application}`.
    static func draft(_ call: Call, _ caller: Caller) async throws -> Response {
        let (bytes, members) = try await call.jsonBody()
        let key = try Preconditions.requestKey(call, caller, body: bytes)
        let (command, values) = try read(.draft, members)
        let unit = UnitID(Int32(clamping: try values.count("unit")))
        let answer = try await perform(
            call, caller, .draft(town: caller.person.town, unit: unit), command, version: nil, key, values,
            status: .created)
        return .json(answer.body, status: .init(code: answer.status), version: answer.version)
    }

    static func issue(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        guard let kind = Command.Kind(rawValue: try call.parameter("command")), kind != .draft else {
            throw Problem(.notFound)
        }
        let (bytes, members) = try await call.jsonBody()
        let version = try Preconditions.expectedVersion(call.request)
        let key = try Preconditions.requestKey(call, caller, body: bytes)
        let (command, values) = try read(kind, members)
        let answer = try await perform(
            call, caller, .project(id), command, version: version, key, values, status: .ok)
        return .json(answer.body, status: .init(code: answer.status), version: answer.version)
    }

    /// Every command with yes or the reason why not.
    static func possibilities(_ call: Call, _ caller: Caller) async throws -> Response {
        let possibilities = try await call.services.reading.possibilities(try call.projectID(), for: caller.person)
        var json = JSONWriter(capacity: 8192)
        json.object { json in
            json.array("items", possibilities) { json, possibility in
                json.object { json in
                    json.field("command", possibility.command.rawValue)
                    json.field("name", possibility.command.chinese)
                    json.field("allowed", possibility.refusal == nil)
                    json.field("code", possibility.refusal?.code.rawValue)
                    json.field("reason", possibility.refusal?.chinese)
                    json.field("reasonEn", possibility.refusal?.english)
                }
            }
        }
        return .json(json.bytes)
    }

    /// Pages come through here as well, with values from a form.
    static func perform(
        _ call: Call, _ caller: Caller, _ target: CommandRequest.Target, _ command: Command, version: Int?,
        _ key: RequestKey, _ values: Values, status: HTTPResponse.Status
    ) async throws -> RenderedAnswer {
        try await requireFiles(values, of: target, for: command.kind, call, caller)
        let request = CommandRequest(
            by: caller.person, target: target, command: command, expectedVersion: version, key: key,
            effectiveOn: values.optionalDate("effectiveOn"), lateReason: values.optionalText("lateReason"),
            documents: try values.documents("attachments"))
        do throws(UseCaseError) {
            return try await call.services.desk.perform(request) { view in
                RenderedAnswer(status: status.code, version: view.summary.version, body: ProjectJSON.body(view))
            }
        } catch {
            // What a draft does not find is its unit; there is no project yet that could be missing.
            guard case .draft = target, error == .notFound else { throw error }
            var problem = Problem(.unitUnknown)
            problem.field = "unit"
            throw problem
        }
    }

    /// A document with a hash means a file of this very project; a log must not point at what is not there.
    ///
    /// Whoever may not issue the command is told that instead, by the rules themselves.
    private static func requireFiles(
        _ values: Values, of target: CommandRequest.Target, for kind: Command.Kind, _ call: Call, _ caller: Caller
    ) async throws {
        let named = values.fileHashes
        let (person, today) = (caller.person, call.services.clock.now().civilDate)
        guard !named.isEmpty, kind.permitted.contains(where: { person.holds($0, on: today) }) else { return }
        guard case .project(let id) = target else { throw Problem(FileFault.fileUnknown(named[0])) }
        let place = try await call.services.reading.project(id, for: person).summary.place
        guard kind.permitted.contains(where: { person.holds($0, over: place, on: today) }) else { return }
        let known = Set(try await call.services.files.files(of: id, for: caller.person).map(\.content.sha256))
        if let missing = named.first(where: { !known.contains($0) }) { throw Problem(.fileUnknown(missing)) }
    }

    private static func read(
        _ kind: Command.Kind, _ members: [(name: String, value: JSON)]
    ) throws(Problem) -> (Command, Values) {
        let values = try JSONFieldReader.read(members, kind.fields + FieldTables.circumstances)
        return (try Command(kind, values), values)
    }
}
