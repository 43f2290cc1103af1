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

    struct Fact {
        let label: String
        let value: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let words = call.words
        let content: [String: Any] = [
            "heading": words(
                "chart.heading", ["town": report.town, "programme": report.programme, "year": "\(report.year)"]),
            "asOf": words.time(report.asOf), "lights": tiles(report.projects, words),
            "money": money(report.money, words),
            "urgent": urgent(report.projects).map { RowView.urgent($0, words) }, "total": report.totals.projects,
        ]
        return .page(
            call.pages.render(
                "chart", .init(title: words("nav.chart"), caller: caller, part: .chart, isWide: true), call, content))
    }

    static func tiles(_ rows: [ChartRow], _ words: Words) -> [Tile] {
        [Light.red, .yellow, .green, .blue, .grey].map { light in
            Tile(
                light: light.rawValue, shape: light.shape, word: words(light),
                count: rows.count { $0.light == light })
        }
    }

    static func money(_ money: FundBalance, _ words: Words) -> [Fact] {
        [
            Fact(label: words("fund.appropriated"), value: words.money(money.appropriated)),
            Fact(label: words("fund.encumbered"), value: words.money(money.encumbered)),
            Fact(label: words("fund.disbursed"), value: words.money(money.disbursed)),
            Fact(label: words("fund.free"), value: words.money(money.free)),
        ]
    }

    /// Reds before yellows, the longest overdue first.
    static func urgent(_ rows: [ChartRow]) -> [ChartRow] {
        func urgency(_ row: ChartRow) -> (Int, Int, ProjectID) {
            (row.light == .red ? 0 : 1, row.daysLeft ?? Int.max, row.id)
        }
        return rows.filter { $0.light == .red || $0.light == .yellow }
            .sorted { urgency($0) < urgency($1) }
    }
}
