import Hummingbird
import UseCases
import Workflow

/// Consultations and dispatches of the whole town, each with the project it is about. They are called for and answered
/// by the project's own commands.
enum HelpRoutes {
    static let pageLimit = 1...100
    static let parameters: [Contract.Parameter] = [
        .init("state", .one(of: HelpState.self), "办理情况", "where it stands"),
        .init("after", .projectID, "从此项目之后（上一页的next）", "after this project, the page before's `next`"),
        .init("limit", .integer(1...100), "每页项目数", "projects a page at most"),
    ]

    static func consultations(_ call: Call, _ caller: Caller) async throws -> Response {
        try await list(.consultation, call, caller) { json, item, state in
            let today = call.services.clock.now().civilDate
            for (index, record) in item.project.consultations.enumerated() {
                if let state, record.state(on: today) != state { continue }
                json.object { json in
                    project(item.record, to: &json)
                    StandingJSON.write(record, number: index + 1, today, to: &json)
                }
            }
        }
    }

    static func dispatches(_ call: Call, _ caller: Caller) async throws -> Response {
        try await list(.dispatch, call, caller) { json, item, state in
            let today = call.services.clock.now().civilDate
            for (index, record) in item.project.dispatches.enumerated() {
                if let state, record.state(on: today) != state { continue }
                json.object { json in
                    project(item.record, to: &json)
                    StandingJSON.write(record, number: index + 1, today, to: &json)
                }
            }
        }
    }

    /// A page is one of projects, so it may hold more items than its limit, or fewer where a state is asked for.
    private static func list(
        _ kind: HelpKind, _ call: Call, _ caller: Caller,
        _ write: (inout JSONWriter, (record: ProjectRecord, project: Project), HelpState?) -> Void
    ) async throws -> Response {
        let query = try Query(call.request, allowed: ["state", "after", "limit"])
        let limit = try query.number("limit", pageLimit, default: 50)
        let state = try query.choice("state", of: HelpState.self)
        let before = try query["after"].map { text in
            guard let id = ProjectID(text) else { throw Query.wrong("after", "须为项目编号", "a project's key is expected") }
            return id
        }
        let found = try await call.services.help.projects(
            with: kind, before: before, limit: limit + 1, for: caller.person)
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.array("items") { json in for item in found.prefix(limit) { write(&json, item, state) } }
            json.field("next", found.count > limit ? found[limit - 1].record.summary.id.description : nil)
        }
        return .json(json.bytes)
    }

    private static func project(_ record: ProjectRecord, to json: inout JSONWriter) {
        json.field("project", record.summary.id.description)
        json.field("projectNumber", record.labels.number)
        json.field("title", record.summary.title)
        json.field("unit", record.labels.unit)
        json.field("unitId", record.summary.place.unit.raw)
    }

    private static let about: Members = [
        "project": .projectID, "projectNumber": .text, "title": .text, "unit": .text, "unitId": .id,
    ]
    static let consultation = Shape("Consultation", "会诊", .joined(about, StandingJSON.consultation))
    static let dispatch = Shape("Dispatch", "派单", .joined(about, StandingJSON.dispatch))
}

extension Schema {
    /// An object with the members of both.
    fileprivate static func joined(_ members: Members, _ shape: Shape) -> Schema {
        guard case .object(let first) = Schema.object(members), case .object(let second) = shape.schema else {
            return shape.schema
        }
        return .object(first + second)
    }
}
