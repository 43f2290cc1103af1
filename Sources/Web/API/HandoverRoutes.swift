import Hummingbird
import UseCases
import Workflow

/// Changes of office. A proposal made twice is one proposal and a confirmation is given once, with a key or without.
enum HandoverRoutes {
    static let fields: [Field] = [
        .must("unit", "村（社区）", "unit", .count), .must("role", "职务", "role", .choice(Choices.roles)),
        .must("from", "移交人", "person handing over", .count), .must("to", "接任人", "person taking over", .count),
        .must("on", "接任日期", "first day of the new person", .date),
    ]

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let sheets = try await call.services.handovers.sheets(for: caller.person)
        var json = JSONWriter(capacity: 1024 * sheets.count + 64)
        json.object { json in
            json.array("items", sheets) { json, sheet in write(sheet, to: &json) }
        }
        return .json(json.bytes)
    }

    static func propose(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, fields)
        let handover = try await call.services.handovers.propose(terms(values, caller), by: caller.person)
        return try await answer(handover, call, caller, .created)
    }

    static func confirm(_ call: Call, _ caller: Caller) async throws -> Response {
        let handover = try await call.services.handovers.confirm(try number(call), by: caller.person)
        return try await answer(handover, call, caller, .ok)
    }

    static let withdrawal: [Field] = [.line("reason", "撤回原因", "reason for withdrawing it")]

    static func withdraw(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, withdrawal)
        let handover = try await call.services.handovers.withdraw(
            try number(call), by: caller.person, reason: values.text("reason"))
        return try await answer(handover, call, caller, .ok)
    }

    static func terms(_ values: Values, _ caller: Caller) throws -> NewHandover {
        NewHandover(
            town: caller.person.town, unit: UnitID(Int32(clamping: try values.count("unit"))),
            role: try values.choice("role", Role.self), from: PersonID(Int32(clamping: try values.count("from"))),
            to: PersonID(Int32(clamping: try values.count("to"))), on: try values.date("on"))
    }

    static func number(_ call: Call) throws -> Int32 {
        guard let number = Int32(try call.parameter("number")), number > 0 else { throw Problem(.notFound) }
        return number
    }

    private static func answer(
        _ handover: Handover, _ call: Call, _ caller: Caller, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let sheets = try await call.services.handovers.sheets(for: caller.person)
        guard let sheet = sheets.first(where: { $0.handover.number == handover.number }) else {
            throw Problem(.notFound)
        }
        var json = JSONWriter()
        write(sheet, to: &json)
        return .json(json.bytes, status: status)
    }

    private static func write(_ sheet: HandoverSheet, to json: inout JSONWriter) {
        let terms = sheet.handover.terms
        json.object { json in
            json.field("number", sheet.handover.number)
            json.field("unitId", terms.unit.raw)
            json.field("unit", sheet.unit)
            json.field("role", terms.role.rawValue)
            json.field("roleName", terms.role.chinese)
            json.field("fromId", terms.from.raw)
            json.field("from", sheet.from)
            json.field("toId", terms.to.raw)
            json.field("to", sheet.to)
            json.field("on", terms.on)
            json.field("confirmedByFromAt", sheet.handover.confirmedByFrom)
            json.field("confirmedByToAt", sheet.handover.confirmedByTo)
            json.field("confirmedByFromBasis", sheet.handover.basisOfFrom)
            json.field("confirmedByToBasis", sheet.handover.basisOfTo)
            json.field("complete", sheet.handover.isComplete)
            json.field("withdrawnAt", sheet.handover.withdrawnAt)
            json.field("withdrawalReason", sheet.handover.withdrawalReason)
            json.array("projects", sheet.handover.projects) { $0.value($1.description) }
            json.array("running", sheet.running) { json, record in
                json.object { json in
                    json.field("id", record.summary.id.description)
                    json.field("number", record.labels.number)
                    json.field("title", record.summary.title)
                    json.field("state", record.summary.state.rawValue)
                    json.field("dueOn", record.summary.dueOn)
                }
            }
        }
    }
}
