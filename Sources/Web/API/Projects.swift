import Hummingbird
import UseCases
import Workflow

/// Reading projects and their logs.
enum Projects {
    static let pageLimit = 1...200
    static let eventLimit = 1...500
    /// Projects read by their keys at once.
    static let batchLimit = 100

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: Set(listParameters.map(\.name)))
        if let ids = query["ids"] { return try await batch(ids, query, call, caller) }
        let limit = try query.number("limit", pageLimit, default: 50)
        let order = try query.choice("order", of: ProjectQuery.Order.self) ?? .due
        var wanted = ProjectQuery(
            town: caller.person.town, unit: try identifier(query, "unit"), area: try identifier(query, "area"),
            order: order, after: try query["cursor"].map { try Cursor.read($0, order) }, limit: limit)
        wanted.states = try states(query)
        wanted.turn = try query.choice("turn", of: Role.self)
        wanted.light = try query.choice("light", of: Light.self)
        wanted.category = query["category"]
        wanted.dueFrom = try query.day("dueFrom")
        wanted.dueTo = try query.day("dueTo")
        wanted.text = query["text"]
        let page = try await call.services.reading.page(wanted, for: caller.person)
        return answer(page.views, next: page.last.map { Cursor.text(after: $0, order) })
    }

    /// Those of the named that are there, in the order they were named.
    private static func batch(_ text: String, _ query: Query, _ call: Call, _ caller: Caller) async throws -> Response {
        for name in listParameters.map(\.name) where name != "ids" && query[name] != nil {
            var problem = Problem(
                .parametersClash, detail: "查询参数“\(name)”不能与ids同用。",
                detailEn: "Parameter “\(name)” cannot be used together with ids.")
            problem.field = name
            throw problem
        }
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
        guard names.count <= batchLimit else {
            throw Query.wrong("ids", "不得超过\(batchLimit)个", "at most \(batchLimit)")
        }
        var ids: [ProjectID] = []
        for name in names {
            guard let id = ProjectID(name) else {
                throw Query.wrong("ids", "“\(name)”不是项目编号", "“\(name)” is no key of a project")
            }
            if !ids.contains(id) { ids.append(id) }
        }
        return answer(try await call.services.reading.projects(ids, for: caller.person), next: nil)
    }

    private static func answer(_ views: [ProjectView], next: String?) -> Response {
        var json = JSONWriter(capacity: 256 + 1280 * views.count)
        json.object { json in
            json.array("items") { json in
                for view in views { ProjectJSON.write(view, to: &json) }
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

    /// One state, or several with commas between them.
    private static func states(_ query: Query) throws -> [State]? {
        guard let text = query["state"] else { return nil }
        var states: [State] = []
        for name in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let state = State(rawValue: String(name)) else {
                let names = State.allCases.map(\.rawValue).joined(separator: ", ")
                throw Query.wrong("state", "须为\(names)之一，可用逗号列出多个", "one or more of \(names), separated by commas")
            }
            if !states.contains(state) { states.append(state) }
        }
        return states
    }

    private static func identifier<Tag>(_ query: Query, _ name: String) throws -> Identifier<Tag>? {
        guard let text = query[name] else { return nil }
        guard let number = Int32(text), number > 0 else {
            throw Query.wrong(name, "须为正整数", "a positive whole number is expected")
        }
        return Identifier(number)
    }
}
