import Hummingbird
import UseCases
import Workflow

/// The town's leave for one person to hold two duties: dated, with its reason, open to everybody who works on projects.
enum DutyExceptions {
    static let fields: [Field] = [
        .must("one", "职责一", "duty", .choice(duties)), .must("other", "职责二", "other duty", .choice(duties)),
        .must("from", "起日", "first day", .date, "hint.leaveFrom"), .must("to", "止日", "last day", .date),
        .line("reason", "理由", "reason", "hint.leaveReason"),
    ]
    private static let duties = Duty.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.chinese, en: $0.rawValue) }

    /// The same leave again is the one already given, with a key or without.
    static func give(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        try await give(try JSONFieldReader.read(members, fields), call, caller)
        return try await answer(call, caller, .created)
    }

    /// Pages come through here as well, with values from a form.
    static func give(_ values: Values, _ call: Call, _ caller: Caller) async throws {
        try await call.services.offices.allow(
            DutyException(
                one: try values.choice("one", Duty.self), other: try values.choice("other", Duty.self),
                from: try values.date("from"), to: try values.date("to"), reason: values.text("reason")),
            by: caller.person)
    }

    static func list(_ call: Call, _ caller: Caller) async throws -> Response { try await answer(call, caller, .ok) }

    private static func answer(
        _ call: Call, _ caller: Caller, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let exceptions = try await call.services.reading.dutyExceptions(for: caller.person)
        let today = call.services.clock.now().civilDate
        var json = JSONWriter()
        json.object { json in
            json.array("items", exceptions) { json, exception in
                json.object { json in
                    json.field("one", exception.one.rawValue)
                    json.field("other", exception.other.rawValue)
                    json.field("from", exception.from)
                    json.field("to", exception.to)
                    json.field("reason", exception.reason)
                    json.field("inForce", exception.from <= today && today <= exception.to)
                }
            }
        }
        return .json(json.bytes, status: status)
    }
}
