import Hummingbird
import UseCases
import Workflow

/// The town's units in their official order, with the people in charge.
enum Units {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let units = try await call.services.reading.units(of: caller.person.town, for: caller.person)
        var json = JSONWriter(capacity: 160 * units.count + 64)
        json.object { json in
            json.array("items", units) { json, unit in
                json.object { json in
                    json.field("id", unit.place.unit.raw)
                    json.field("name", unit.name)
                    json.field("area", unit.area)
                    json.field("areaId", unit.place.area.raw)
                    json.field("secretary", unit.secretary)
                    json.field("guidanceOfficer", unit.officer)
                }
            }
        }
        return .json(json.bytes)
    }
}
