import Hummingbird
import UseCases
import Workflow

/// The league table (晾晒): the town's units side by side in their official order, with what the chart counts of each.
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
        let lines = report.units.map(Line.init)
        var json = JSONWriter(capacity: 256 * lines.count)
        json.object { json in
            json.array("items", lines) { json, line in
                // Equals share a rank. The share completed comes first, then the fewer red.
                let rank = 1 + lines.count { $0.isBetter(than: line) }
                line.write(rank: rank, to: &json)
            }
        }
        return .json(json.bytes)
    }

    private struct Line {
        let tally: UnitTally
        let projects: Int
        var completed: Int { tally.byLight[.blue] ?? 0 }
        var red: Int { tally.byLight[.red] ?? 0 }
        /// Of a thousand; none where there is nothing to complete.
        var permille: Int { projects == 0 ? 0 : completed * 1000 / projects }

        init(_ tally: UnitTally) {
            self.tally = tally
            projects = tally.byLight.values.reduce(0, +)
        }

        func isBetter(than other: Line) -> Bool { (permille, -red) > (other.permille, -other.red) }

        func write(rank: Int, to json: inout JSONWriter) {
            json.object { json in
                json.field("rank", rank)
                json.field("area", tally.area)
                json.field("unit", tally.unit)
                json.field("projects", projects)
                json.field("completed", completed)
                json.field("red", red)
                json.field("yellow", tally.byLight[.yellow] ?? 0)
                json.field("green", tally.byLight[.green] ?? 0)
                json.field("notStarted", tally.byLight[.grey] ?? 0)
                json.field("completedPermille", permille)
                json.field("awardedFen", tally.awarded)
            }
        }
    }
}
