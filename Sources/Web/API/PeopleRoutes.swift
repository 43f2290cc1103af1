import Hummingbird
import UseCases
import Workflow

/// The town's people with the roles they hold today.
enum PeopleRoutes {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let people = try await call.services.reading.people(for: caller.person)
        let today = call.services.clock.now().civilDate
        var json = JSONWriter(capacity: 256 * people.count + 64)
        json.object { json in
            json.array("items", people) { json, person in PersonJSON.write(person, on: today, to: &json) }
        }
        return .json(json.bytes)
    }
}
