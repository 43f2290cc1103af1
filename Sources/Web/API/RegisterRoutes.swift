import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Meetings, spot checks and cases: one way to list, read, write and change them.
struct RegisterRoutes: Sendable {
    let register: Register
    let path: String
    let zh: String
    let en: String
    let fields: [Field]

    static let all = [meetings, spotChecks, cases]

    static let pageLimit = 1...200

    /// The routes of every register, with what they promise.
    static var routes: [Route] { all.flatMap(\.routes) }

    private var routes: [Route] {
        let (address, shape) = ("/api/v1/\(path)", shape)
        return [
            .known(.get, address, .read(.registers), list)
                .promising(zh, "\(en), newest first.", query: parameters, .page(shape, next: .id)),
            .known(.post, address, .write(register.writing), create)
                .promising(
                    "新\(zh)", "A new one.", body: .fields(fields), keyed: .withEffect,
                    .created(shape, at: address + "/{number}")),
            .known(.get, address + "/{number}", .read(.registers), read)
                .promising("一项\(zh)", "One of the \(en.lowercased()); its version is the ETag.", .json(shape)),
            .known(.put, address + "/{number}", .write(register.writing), update)
                .promising(
                    "修改\(zh)", "Its next version, whole; the versions before stay.", body: .fields(fields),
                    keyed: .withEffect,
                    versioned: true, .json(shape)),
        ]
    }

    private var parameters: [Contract.Parameter] {
        var parameters: [Contract.Parameter] = [
            .init("unit", .id, "村（社区）", "unit"), .init("project", .projectID, "有关项目", "about this project"),
            .init("after", .id, "上一页的next", "the page before's `next`"), .limit(Self.pageLimit),
        ]
        if register == .spotCheck {
            parameters.append(.init("open", .boolean, "问题尚未复查合格", "its problem was not found mended yet"))
        }
        return parameters
    }

    private func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let asked = try Query(call.request, allowed: Set(parameters.map(\.name)))
        let limit = try asked.number("limit", Self.pageLimit, default: 50)
        var query = RegisterQuery(town: caller.person.town, register: register, limit: limit + 1)
        let most = Int(Int32.max)
        query.before = try asked["after"].map { _ in Int32(try asked.number("after", 1...most, default: most)) }
        query.unit = try asked["unit"].map { _ in UnitID(Int32(try asked.number("unit", 1...most, default: 1))) }
        query.project = try asked["project"].map { text in
            guard let id = ProjectID(text) else {
                throw Query.wrong("project", "须为项目编号，如1-2026-42", "a project's key, such as 1-2026-42, is expected")
            }
            // Another town's project is one that is not there.
            guard id.town == caller.person.town else { throw Problem(.notFound) }
            return id
        }
        query.isOpen = try asked["open"].map { text in
            guard text == "true" || text == "false" else {
                throw Query.wrong("open", "须为true或false", "true or false is expected")
            }
            return text == "true"
        }
        let found = try await call.services.registers.list(query, for: caller.person)
        let page = Array(found.prefix(limit))
        var json = JSONWriter(capacity: 1024 * page.count + 64)
        json.object { json in
            json.array("items", page) { json, entry in Self.write(entry, to: &json) }
            json.field("next", found.count > limit ? page.last.map { Int($0.id) } : nil)
        }
        return .json(json.bytes)
    }

    private func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let entry = try await call.services.registers.entry(
            try HandoverRoutes.number(call), in: register, for: caller.person)
        return .json(Self.body(entry), version: entry.version)
    }

    private func create(_ call: Call, _ caller: Caller) async throws -> Response {
        let (bytes, members) = try await call.jsonBody()
        let key = try Preconditions.requestKey(call, caller, body: bytes)
        let content = try content(try JSONFieldReader.read(members, fields))
        let answer = try await call.services.registers.keep(content, in: register, key: key, by: caller.person) {
            RenderedAnswer(status: 201, version: $0.version, body: Self.body($0))
        }
        return .json(answer.body, status: .init(code: answer.status), version: answer.version)
    }

    private func update(_ call: Call, _ caller: Caller) async throws -> Response {
        let number = try HandoverRoutes.number(call)
        let (bytes, members) = try await call.jsonBody()
        let version = try Preconditions.expectedVersion(call.request)
        let key = try Preconditions.requestKey(call, caller, body: bytes)
        let content = try content(try JSONFieldReader.read(members, fields))
        let answer = try await call.services.registers.keep(
            content, in: register, id: number, version: version, key: key, by: caller.person
        ) { RenderedAnswer(status: 200, version: $0.version, body: Self.body($0)) }
        return .json(answer.body, status: .init(code: answer.status), version: answer.version)
    }

    /// What the register needs to know of what was written; the rest is kept as it was written.
    private func content(_ values: Values) throws -> RegisterContent {
        var json = JSONWriter()
        json.object(values)
        var projects: [ProjectID] = []
        for text in values.texts("projects") {
            guard let id = ProjectID(text) else { throw UseCaseError.registerRefused([.projectUnknown]) }
            if !projects.contains(id) { projects.append(id) }
        }
        var finding: RegisterContent.Finding?
        if register == .spotCheck {
            finding = RegisterContent.Finding(
                hasProblem: try values.flag("problem"), rectifyBy: values.optionalDate("rectifyBy"),
                recheckedOn: values.optionalDate("recheckedOn"),
                recheckPassed: values["recheckPassed"] == nil ? nil : try values.flag("recheckPassed"))
        }
        let unit = values["unit"] == nil ? nil : UnitID(Int32(clamping: try values.count("unit")))
        return RegisterContent(
            unit: unit, heldOn: try values.date("heldOn"), title: values.text("title"), projects: projects,
            finding: finding, body: String(decoding: json.bytes, as: UTF8.self))
    }
}
