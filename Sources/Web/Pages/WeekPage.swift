import Hummingbird
import UseCases
import Workflow

/// This week's sheet of whoever looks after villages: one line a project, with room for a pen, made to be printed.
enum WeekPage {
    struct Line {
        let id: String
        let light: String
        let shape: String
        let word: String
        let unit: String
        let title: String
        let state: String
        let left: String
        let late: Bool
        let next: String
        let turn: String
        let blocker: String?
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let words = call.words
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let own = try await HomePage.ownUnits(call, caller)
        let units = own.isEmpty ? nil : Set(own)
        let rows = report.projects.filter { row in
            row.completedOn == nil && !row.state.isEnd && row.state != .draft
                && (units.map { $0.contains(row.unit) } ?? true)
        }
        let content: [String: Any] = [
            "heading": words("week.heading", ["town": report.town, "day": words.day(report.asOf.civilDate)]),
            "asOf": words.time(report.asOf), "lines": rows.map { line($0, words) }, "none": rows.isEmpty,
            "count": rows.count, "reds": rows.count { $0.light == .red }, "who": caller.person.name,
        ]
        return .page(
            call.pages.render(
                "week", .init(title: words("week.title"), caller: caller, part: .home, isWide: true), call, content))
    }

    private static func line(_ row: ChartRow, _ words: Words) -> Line {
        Line(
            id: row.id.description, light: row.light.rawValue, shape: row.light.shape, word: words(row.light),
            unit: row.unit, title: row.title, state: words(row.state), left: row.daysLeft.map { words.left($0) } ?? "",
            late: (row.daysLeft ?? 0) < 0, next: words.reason(row.nextAction),
            turn: row.turn.map { words($0) + (row.turnName.map { " \($0)" } ?? "") } ?? "", blocker: row.blocker)
    }
}
