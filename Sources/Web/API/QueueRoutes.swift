import Hummingbird
import UseCases
import Workflow

/// What waits for whoever asks, the nearest due day first.
enum QueueRoutes {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let items = try await call.services.reading.queue(for: caller.person)
        let open = try await call.services.warnings.open(of: items.map(\.view), for: caller.person)
        var json = JSONWriter(capacity: 1536 * items.count + 64)
        json.object { json in
            json.array("items", items) { json, item in
                json.object { json in
                    json.array("reasons", item.reasons) { json, reason in write(reason, to: &json) }
                    json.field("openWarnings", open[item.view.summary.id] ?? 0)
                    json.key("project")
                    ProjectJSON.write(item.view, to: &json)
                }
            }
        }
        return .json(json.bytes)
    }

    private static func write(_ reason: QueueItem.Reason, to json: inout JSONWriter) {
        json.object { json in
            switch reason {
            case .turn(let role):
                json.field("kind", "turn")
                json.field("role", role.rawValue)
            case .endorsement:
                json.field("kind", "endorsement")
                json.field("role", Role.leader.rawValue)
            case .pending(let item): ProjectJSON.write(item, to: &json)
            }
        }
    }
}
