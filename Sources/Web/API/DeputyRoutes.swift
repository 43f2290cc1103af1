import Hummingbird
import UseCases
import Workflow

/// Who stands in for whom (代理). The same appointment again is the one already made, with a key or without.
enum DeputyRoutes {
    static let fields: [Field] = [
        .must("standsInFor", "被代理人", "person stood in for", .count),
        .must("role", "职务", "role", .choice(Choices.roles)), .must("deputy", "代理人", "deputy", .count),
        .must("from", "起日", "first day", .date), .must("to", "止日", "last day", .date),
        .line("reason", "理由", "reason", "hint.deputyReason"),
    ]
    static let endFields = fields.filter { ["standsInFor", "role", "deputy"].contains($0.name) }

    /// One person's deputy assignment.
    struct Line {
        let deputy: Person
        let assignment: Assignment
        let principal: String
        let principalID: PersonID
    }

    static func lines(_ people: [Person]) -> [Line] {
        people.flatMap { person in
            person.assignments.compactMap { assignment -> Line? in
                guard let principal = assignment.standsInFor else { return nil }
                let name = people.first { $0.id == principal }?.name ?? principal.description
                return Line(deputy: person, assignment: assignment, principal: name, principalID: principal)
            }
        }.sorted { ($1.assignment.from, $0.deputy.id) < ($0.assignment.from, $1.deputy.id) }
    }

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        try await answer(call, caller, .ok)
    }

    static func appoint(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        try await appoint(try JSONFieldReader.read(members, fields), call, caller)
        return try await answer(call, caller, .created)
    }

    static func end(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        try await end(try JSONFieldReader.read(members, endFields), call, caller)
        return try await answer(call, caller, .ok)
    }

    /// Pages come through here as well, with values from a form.
    static func appoint(_ values: Values, _ call: Call, _ caller: Caller) async throws {
        try await call.services.offices.appoint(
            Deputation(
                role: try values.choice("role", Role.self), principal: try values.person("standsInFor"),
                deputy: try values.person("deputy"), from: try values.date("from"), to: try values.date("to"),
                reason: values.text("reason")), by: caller.person)
    }

    static func end(_ values: Values, _ call: Call, _ caller: Caller) async throws {
        try await call.services.offices.dismiss(
            try values.person("deputy"), standingInFor: try values.person("standsInFor"),
            as: try values.choice("role", Role.self), by: caller.person)
    }

    private static func answer(
        _ call: Call, _ caller: Caller, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let people = try await call.services.reading.people(for: caller.person)
        let today = call.services.clock.now().civilDate
        var json = JSONWriter()
        json.object { json in
            json.array("items", lines(people)) { json, line in
                json.object { json in
                    json.field("deputyId", line.deputy.id.raw)
                    json.field("deputy", line.deputy.name)
                    json.field("standsInForId", line.principalID.raw)
                    json.field("standsInFor", line.principal)
                    json.field("role", line.assignment.role.rawValue)
                    json.field("roleName", line.assignment.role.chinese)
                    json.field("from", line.assignment.from)
                    json.field("to", line.assignment.to)
                    json.field("inForce", line.assignment.holds(on: today))
                }
            }
        }
        return .json(json.bytes, status: status)
    }
}

extension Values {
    fileprivate func person(_ name: String) throws(Problem) -> PersonID {
        PersonID(Int32(clamping: try count(name)))
    }
}
