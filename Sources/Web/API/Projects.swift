import Hummingbird
import UseCases
import Workflow

/// Reading projects and their logs.
enum Projects {
    static let pageLimit = 1...200
    static let eventLimit = 1...500

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["state", "unit", "area", "order", "limit", "cursor"])
        let limit = try query.number("limit", pageLimit, default: 50)
        let order = try query.choice("order", of: ProjectQuery.Order.self) ?? .due
        // One row more than asked for tells whether there is a next page.
        let views = try await call.services.reading.list(
            ProjectQuery(
                town: caller.person.town, unit: try identifier(query, "unit"), area: try identifier(query, "area"),
                state: try query.choice("state", of: State.self), order: order,
                after: try query["cursor"].map { try Cursor.read($0, order) }, limit: limit + 1),
            for: caller.person)
        let page = views.prefix(limit)
        let next = views.count > limit ? page.last.map { Cursor.text(after: $0.summary, order) } : nil
        var json = JSONWriter(capacity: 256 + 1280 * page.count)
        json.object { json in
            json.array("items") { json in
                for view in page { ProjectJSON.write(view, to: &json) }
            }
            json.field("next", next)
        }
        return .json(json.bytes)
    }

    static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let view = try await call.services.reading.project(try call.projectID(), for: caller.person)
        return .json(ProjectJSON.body(view), version: view.summary.version)
    }

    static func events(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["after", "limit"])
        let id = try call.projectID()
        let limit = try query.number("limit", eventLimit, default: 100)
        let after = try query.number("after", 0...Int(Int32.max), default: 0)
        // The log of a project that does not exist is not an empty log.
        let view = try await call.services.reading.project(id, for: caller.person)
        let entries = try await call.services.reading.entries(of: id, after: after, limit: limit, for: caller.person)
        let last = entries.last?.entry.sequence ?? after
        var json = JSONWriter(capacity: 512 * entries.count + 64)
        json.object { json in
            json.array("items", entries) { json, stored in EventJSON.write(stored, to: &json) }
            json.field("next", last < view.summary.version ? last : nil)
        }
        return .json(json.bytes)
    }

    private static func identifier<Tag>(_ query: Query, _ name: String) throws -> Identifier<Tag>? {
        guard let text = query[name] else { return nil }
        guard let number = Int32(text), number > 0 else {
            throw Query.wrong(name, "须为正整数", "a positive whole number is expected")
        }
        return Identifier(number)
    }
}
