import Hummingbird
import UseCases
import Workflow

/// The town's leave for one person to hold two duties: dated, with its reason, open to everybody who works on projects.
enum DutyExceptions {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
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
        return .json(json.bytes)
    }
}
