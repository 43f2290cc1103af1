import Hummingbird
import UseCases
import Workflow

/// 提醒 of a project and people's answers to them.
enum WarningRoutes {
    static let fields: [Field] = [
        .must("key", "提醒", "key", .line), .must("answer", "说明", "answer", .text),
    ]

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        try await answer(try call.projectID(), call, caller)
    }

    static func answer(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        let values = try JSONFieldReader.read(try await call.jsonBody().members, fields)
        try await give(values, id, call, caller)
        return try await answer(id, call, caller)
    }

    static func give(_ values: Values, _ id: ProjectID, _ call: Call, _ caller: Caller) async throws {
        let words = values.text("answer")
        guard words.contains(where: { !$0.isWhitespace }) else {
            throw UseCaseError.refused(.incomplete([MissingItem("answer", "说明", "answer")]))
        }
        let warnings = call.services.warnings
        guard try await warnings.answer(values.text("key"), of: id, words, by: caller.person) else {
            throw Problem(
                .databaseRefused, detail: "这条提醒已经有人说明，说明不能更改；可在项目里写备注补充。",
                detailEn: "The warning has been answered; an answer stays. Comment on the project to add to it.")
        }
    }

    private static func answer(_ id: ProjectID, _ call: Call, _ caller: Caller) async throws -> Response {
        let entries = try await call.services.warnings.warnings(of: id, for: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.array("items", entries) { json, entry in
                json.object { json in
                    json.field("key", entry.warning?.key ?? entry.answer?.key)
                    json.field("kind", entry.warning?.kind.rawValue)
                    json.field("words", entry.words)
                    json.field("open", entry.isOpen)
                    json.array("evidence", entry.warning?.evidence ?? []) { json, other in
                        json.object { json in
                            json.field("project", other.project.id.description)
                            json.field("number", other.project.number)
                            json.field("title", other.project.title)
                            json.field("unit", other.project.unit)
                            json.field("state", other.state.rawValue)
                            json.field("submittedOn", other.submittedOn)
                            json.field("amountFen", other.amount)
                        }
                    }
                    if let answer = entry.answer {
                        json.object("answer") { json in
                            json.field("words", answer.answer)
                            json.field("by", answer.by)
                            json.field("at", answer.at)
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }
}
