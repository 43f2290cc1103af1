import Hummingbird
import UseCases
import Workflow

/// The wall chart with what a leader asks first above it: how many are red, where, whose turn, and the money.
enum ChartPage {
    struct Tile {
        let light: String
        let shape: String
        let word: String
        let count: Int
    }

    struct Row {
        let id: String
        let light: String
        let shape: String
        let word: String
        let unit: String
        let title: String
        let reason: String
        let next: String?
        let turn: String?
        let blocker: String?
    }

    struct Fact {
        let label: String
        let value: String
    }

    static func home(_ call: Call) async throws -> Response {
        guard let caller = try await call.callerIfAny() else { return try await SignInPage.show(call) }
        func mayRead(_ operation: ReadOperation) -> Bool {
            caller.person.mayRead(operation, in: caller.person.town, on: call.services.clock.now().civilDate)
        }
        if mayRead(.chart) { return try await show(call, caller) }
        // An administrator has the rules to look after; whoever takes an office over may hold none yet.
        return .seeOther(mayRead(.programmes) ? "/policy" : "/handovers")
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let money = report.money
        let content: [String: Any] = [
            "heading": "\(report.town) \(report.programme) \(report.year)年作战图",
            "asOf": "\(report.asOf.civilDate) \(report.asOf.clockText)",
            "lights": [Light.red, .yellow, .green, .blue, .grey].map { light in
                Tile(
                    light: light.rawValue, shape: light.shape, word: light.chinese,
                    count: report.totals.byLight[light] ?? 0)
            },
            "money": [
                Fact(label: "资金总额", value: money.appropriated.wanText + "万元"),
                Fact(label: "已占用", value: money.encumbered.wanText + "万元"),
                Fact(label: "已拨付", value: money.disbursed.wanText + "万元"),
                Fact(label: "可用余额", value: money.free.wanText + "万元"),
            ],
            "urgent": urgent(report).map(row), "total": report.totals.projects,
        ]
        return .page(call.pages.render("chart", .init(title: "作战图", caller: caller, part: .chart), call, content))
    }

    /// Reds before yellows, the longest overdue first.
    private static func urgent(_ report: ChartReport) -> [ChartRow] {
        func urgency(_ row: ChartRow) -> (Int, Int, ProjectID) {
            (row.light == .red ? 0 : 1, row.daysLeft ?? Int.max, row.id)
        }
        return report.projects.filter { $0.light == .red || $0.light == .yellow }
            .sorted { urgency($0) < urgency($1) }
    }

    private static func row(_ row: ChartRow) -> Row {
        Row(
            id: row.id.description, light: row.light.rawValue, shape: row.light.shape, word: row.light.chinese,
            unit: row.unit, title: row.title, reason: row.lightReason,
            next: row.nextAction.isEmpty ? nil : row.nextAction,
            turn: row.turn.map { $0.chinese + (row.turnName.map { " \($0)" } ?? "") }, blocker: row.blocker)
    }
}
