import Hummingbird
import UseCases
import Workflow

/// Awards that are or were on notice (公示), the one that ends last first.
enum NoticeRoutes {
    static let pageLimit = 1...200
    static let shape = Shape(
        "Notice", "公示",
        [
            "project": .projectID, "projectNumber": .text, "title": .text, "unit": .text, "unitId": .id,
            "category": .text, "requestedFen": .fen, "awardedFen": .fen, "endsOn": .day, "running": .flag,
            "state": .one(of: State.self),
        ])

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["limit", "cursor"])
        let limit = try query.number("limit", pageLimit, default: 50)
        let found = try await call.services.help.notices(
            before: try query["cursor"].map(place), limit: limit + 1, for: caller.person)
        let page = found.prefix(limit)
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.array("items", Array(page)) { json, record in write(record, to: &json) }
            json.field("next", found.count > limit ? page.last.map { Cursor.text(after: $0.summary) } : nil)
        }
        return .json(json.bytes)
    }

    private static func place(_ text: String) throws -> (endsOn: CivilDate, id: ProjectID) {
        let (day, id) = try Cursor.read(text, order: Cursor.notices)
        guard let day else { throw Query.wrong("cursor", "不是本列表给出的", "it is not one that this list gave") }
        return (day, id)
    }

    private static func write(_ record: ProjectRecord, to json: inout JSONWriter) {
        let summary = record.summary
        json.object { json in
            json.field("project", summary.id.description)
            json.field("projectNumber", record.labels.number)
            json.field("title", summary.title)
            json.field("unit", record.labels.unit)
            json.field("unitId", summary.place.unit.raw)
            json.field("category", summary.category)
            json.field("requestedFen", summary.requested)
            json.field("awardedFen", summary.awarded)
            json.field("endsOn", summary.noticeEndsOn)
            json.field("running", summary.state == .onNotice)
            json.field("state", summary.state.rawValue)
        }
    }
}
