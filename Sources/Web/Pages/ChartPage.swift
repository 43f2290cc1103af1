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
        /// Leads to the chart of these rows only.
        var query = ""
    }

    struct Filter {
        struct Option {
            let value: String
            let word: String
            let selected: Bool
        }

        let name: String
        let label: String
        let options: [Option]
    }

    struct Fact {
        let label: String
        let value: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let view = try ChartView(call.request)
        let whole = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let report = whole.selecting(view.selection)
        let words = call.words
        let hasMap = try await call.services.chartOffice.map(for: caller.person) != nil
        let editions = try await ChartEditions.lines(call, caller, year: report.year)
        var content: [String: Any] = [
            "heading": words(
                "chart.heading", ["town": report.town, "programme": report.programme, "year": "\(report.year)"]),
            "asOf": words.time(report.asOf), "lights": tiles(whole.projects, words).map { link($0, view) },
            "money": money(report.money, words),
            "urgent": urgent(report.projects).map { RowView.urgent($0, words) }, "total": report.totals.projects,
            "asOfSeconds": report.asOf.microseconds / 1_000_000, "view": view.query(), "drawing": view.drawing,
            "isPart": !view.selection.isWhole, "filters": filters(view, whole, words, hasMap: hasMap),
            "editions": editions, "hasEditions": !editions.isEmpty, "mayPrint": ChartEditions.mayPrint(call, caller),
            "year": report.year, "formToken": FormToken.of(caller, call.services.secrets),
        ]
        if let printed = view.printed { content["printed"] = printed }
        return .page(
            call.pages.render(
                "chart",
                .init(title: words("nav.chart"), caller: caller, part: .chart, scripts: ["chart.js"], isWide: true),
                call, content))
    }

    private static func link(_ tile: Tile, _ view: ChartView) -> Tile {
        var (tile, view) = (tile, view)
        view.selection.light = Light(rawValue: tile.light)
        tile.query = view.query()
        return tile
    }

    private static func filters(
        _ view: ChartView, _ report: ChartReport, _ words: Words, hasMap: Bool
    ) -> [Filter] {
        func filter(_ name: String, _ values: [(String, String)], _ current: String?, any: Bool = true) -> Filter {
            let options = (any ? [("", words("chart.any"))] : []) + values
            return Filter(
                name: name, label: words("chart.by.\(name)"),
                options: options.map { Filter.Option(value: $0.0, word: $0.1, selected: $0.0 == (current ?? "")) })
        }
        var areas: [String] = []
        for unit in report.units where !areas.contains(unit.area) { areas.append(unit.area) }
        return [
            filter(
                "drawing",
                ChartView.drawings.filter { hasMap || $0 != "map" }.map { ($0, words("chart.drawing.\($0)")) },
                view.drawing, any: false),
            filter("area", areas.map { ($0, $0) }, view.selection.area),
            filter(
                "light", [Light.red, .yellow, .green, .blue, .grey].map { ($0.rawValue, words($0)) },
                view.selection.light?.rawValue),
            filter(
                "stage", Stage.allCases.map { ($0.rawValue, words("chart.stage.\($0.rawValue)")) },
                view.selection.stage?.rawValue),
        ]
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
