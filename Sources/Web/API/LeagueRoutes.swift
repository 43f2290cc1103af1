import Hummingbird
import UseCases
import Workflow

/// The league table (晾晒): the town's units side by side in their official order, ranked as on the chart.
enum LeagueRoutes {
    static let shape = Shape(
        "LeagueLine", "晾晒",
        [
            "rank": .id, "area": .text, "unit": .text, "projects": .count, "completed": .count, "red": .count,
            "yellow": .count, "green": .count, "notStarted": .count, "completedPermille": .count, "awardedFen": .fen,
        ])

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["year"])
        let year = try query["year"].map { _ in try query.number("year", 2000...2999, default: 0) }
        let report = try await call.services.reading.chart(of: caller.person.town, year: year, for: caller.person)
        let ranks = Dictionary(report.units.ranked().map { ($0.tally, $0.rank) }) { $1 }
        var json = JSONWriter(capacity: 256 * report.units.count)
        json.object { json in
            json.array("items", report.units) { json, tally in write(tally, rank: ranks[tally] ?? 0, to: &json) }
        }
        return .json(json.bytes)
    }

    private static func write(_ tally: UnitTally, rank: Int, to json: inout JSONWriter) {
        func count(_ light: Light) -> Int { tally.byLight[light] ?? 0 }
        let projects = tally.byLight.values.reduce(0, +)
        json.object { json in
            json.field("rank", rank)
            json.field("area", tally.area)
            json.field("unit", tally.unit)
            json.field("projects", projects)
            json.field("completed", count(.blue))
            json.field("red", count(.red))
            json.field("yellow", count(.yellow))
            json.field("green", count(.green))
            json.field("notStarted", count(.grey))
            // Of a thousand; none where there is nothing to complete.
            json.field("completedPermille", projects == 0 ? 0 : count(.blue) * 1000 / projects)
            json.field("awardedFen", tally.awarded)
        }
    }
}
