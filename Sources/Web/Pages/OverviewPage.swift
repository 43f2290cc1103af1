import Hummingbird
import UseCases
import Workflow

/// What a leader asks, in the order it is asked: reds (where, whose turn, how long), what changed, who is how far,
/// the money; each number leads to its projects.
enum OverviewPage {
    struct Tally {
        let name: String
        let href: String
        let running: Int
        let red: Int
        let yellow: Int
        let done: Int
        let awarded: String
        let isOver: Bool
    }

    struct StageLine {
        let name: String
        let href: String
        let count: Int
        let red: Int
        let longest: String
    }

    struct Compared {
        let name: String
        let now: Int
        let before: Int
        let change: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["area", "unit", "stage", "light"])
        let stage = try query.choice("stage", of: Stage.self)
        let light = try query.choice("light", of: Light.self)
        let words = call.words
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let today = report.asOf.civilDate
        let rows = report.projects.filter { $0.state != .draft }
        let chosen = rows.filter { row in
            (query["area"].map { row.area == $0 } ?? true) && (query["unit"].map { row.unit == $0 } ?? true)
                && (stage.map { row.state.stage == $0 } ?? true) && (light.map { row.light == $0 } ?? true)
        }
        var content: [String: Any] = [
            "heading": words("overview.heading", ["town": report.town, "year": "\(report.year)"]),
            "asOf": words.time(report.asOf),
            "lights": ChartPage.tiles(rows, words), "total": rows.count,
            "reds": ChartPage.urgent(rows).filter { $0.light == .red }.map { RowView.urgent($0, words) },
            "redCount": rows.count { $0.light == .red }, "noReds": !rows.contains { $0.light == .red },
            "compared": compared(rows, today, words), "areas": tallies(rows, by: \.area, "area", words),
            "units": tallies(rows, by: \.unit, "unit", words), "stages": stages(rows, today, words),
            "money": ChartPage.money(report.money, words), "used": report.money.usedPercent,
        ]
        let what = [query["area"], query["unit"], stage.map { words($0) }, light.map { words($0) }].compactMap { $0 }
        if !what.isEmpty {
            content["isNarrowed"] = true
            content["narrowed"] = words("overview.narrowed", ["what": words.list(what), "count": "\(chosen.count)"])
            content["chosen"] = chosen.sorted { ($0.daysLeft ?? Int.max, $0.id) < ($1.daysLeft ?? Int.max, $1.id) }
                .map { RowView($0, words) }
            content["noneChosen"] = chosen.isEmpty
        }
        let frame = Pages.Frame(title: words("nav.overview"), caller: caller, part: .overview, isWide: true)
        return .page(call.pages.render("overview", frame, call, content))
    }

    /// The last seven days beside the seven before, from the days in the rows themselves.
    private static func compared(_ rows: [ChartRow], _ today: CivilDate, _ words: Words) -> [Compared] {
        let (lastWeek, before) = (today.adding(days: -7), today.adding(days: -14))
        func line(_ text: String, _ now: Int, _ then: Int) -> Compared {
            let change = now == then ? "±0" : now > then ? "+\(now - then)" : "−\(then - now)"
            return Compared(name: words(text), now: now, before: then, change: change)
        }
        func within(_ day: CivilDate?, after start: CivilDate, through end: CivilDate) -> Bool {
            day.map { start < $0 && $0 <= end } ?? false
        }
        func overdue(_ row: ChartRow, on day: CivilDate) -> Bool {
            guard let due = row.dueOn, due < day, row.submittedOn.map({ $0 <= day }) ?? false else { return false }
            // A project that ended otherwise owes nothing any more.
            return row.completedOn.map { $0 > day } ?? !row.state.isEnd
        }
        return [
            line(
                "overview.submitted", rows.count { within($0.submittedOn, after: lastWeek, through: today) },
                rows.count { within($0.submittedOn, after: before, through: lastWeek) }),
            line(
                "overview.completed", rows.count { within($0.completedOn, after: lastWeek, through: today) },
                rows.count { within($0.completedOn, after: before, through: lastWeek) }),
            line(
                "overview.overdue", rows.count { overdue($0, on: today) }, rows.count { overdue($0, on: lastWeek) }),
        ]
    }

    private static func tallies(
        _ rows: [ChartRow], by name: KeyPath<ChartRow, String>, _ parameter: String, _ words: Words
    ) -> [Tally] {
        var order: [String] = []
        for row in rows where !order.contains(row[keyPath: name]) { order.append(row[keyPath: name]) }
        let groups = Dictionary(grouping: rows) { $0[keyPath: name] }
        return order.map { key in
            let own = groups[key] ?? []
            let red = own.count { $0.light == .red }
            return Tally(
                name: key, href: "/overview?\(parameter)=\(key.percentEncoded)#chosen",
                running: own.count { $0.completedOn == nil && !$0.state.isEnd }, red: red,
                yellow: own.count { $0.light == .yellow }, done: own.count { $0.completedOn != nil },
                awarded: words.money(own.reduce(.zero) { $0 + $1.awarded }), isOver: red > 0)
        }
    }

    /// Where projects stand now, and for how long the one that stands there longest.
    private static func stages(_ rows: [ChartRow], _ today: CivilDate, _ words: Words) -> [StageLine] {
        Stage.allCases.filter { $0 != .ended }.map { stage in
            let own = rows.filter { $0.state.stage == stage }
            let longest = own.compactMap { $0.stageSince.map { today.days(since: $0) } }.max()
            return StageLine(
                name: words(stage), href: "/overview?stage=\(stage.rawValue)#chosen", count: own.count,
                red: own.count { $0.light == .red }, longest: longest.map { words.days($0) } ?? "")
        }
    }
}

extension FundBalance {
    /// Of a hundred parts of the appropriation, how many are committed or paid.
    fileprivate var usedPercent: Int {
        appropriated.fen == 0 ? 0 : Int((appropriated.fen - free.fen) * 100 / appropriated.fen)
    }
}
