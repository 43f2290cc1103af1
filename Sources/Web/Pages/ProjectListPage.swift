import Hummingbird
import UseCases
import Workflow

/// The town's projects: the running ones by due day, or all, state by state.
enum ProjectListPage {
    enum View: String, CaseIterable { case running, all }

    struct Chip {
        let href: String
        let label: String
        let current: Bool
        let mine: Bool
    }

    struct Row {
        let id: String
        let light: String
        let shape: String
        let word: String
        let unit: String
        let title: String
        let state: String
        let left: String?
        let reason: String?
        let next: String?
        let money: String
    }

    static let pageSize = 50

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["state", "cursor", "view"])
        let state = try query.choice("state", of: State.self)
        let view = try query.choice("view", of: View.self) ?? (state == nil ? .running : .all)
        var content: [String: Any] =
            switch view {
            case .running: try await running(call, caller)
            case .all: try await page(call, caller, state, query["cursor"])
            }
        content["chips"] = chips(caller, view, state, on: call.services.clock.now().civilDate)
        return .page(
            call.pages.render("projects", .init(title: "项目", caller: caller, part: .projects), call, content))
    }

    /// What has to be done, the nearest due day first. A town's year of running projects fits on one page.
    private static func running(_ call: Call, _ caller: Caller) async throws -> [String: Any] {
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let rows = report.projects.filter { $0.completedOn == nil && !$0.state.isEnd }
            .sorted { ($0.daysLeft ?? Int.max, $0.id) < ($1.daysLeft ?? Int.max, $1.id) }
        var content: [String: Any] = ["rows": rows.map(row)]
        if rows.isEmpty { content["empty"] = "没有在办的项目。" }
        return content
    }

    private static func page(
        _ call: Call, _ caller: Caller, _ state: State?, _ cursor: String?
    ) async throws -> [String: Any] {
        let views = try await call.services.reading.list(
            ProjectQuery(
                town: caller.person.town, state: state, order: .due,
                after: try cursor.map { try Cursor.read($0, .due) },
                limit: pageSize + 1),
            for: caller.person)
        var content: [String: Any] = ["rows": views.prefix(pageSize).map(row)]
        if views.isEmpty { content["empty"] = state.map { "没有“\($0.chinese)”的项目。" } ?? "还没有项目。" }
        if views.count > pageSize {
            let cursor = Cursor.text(after: views[pageSize - 1].summary, .due)
            content["more"] = "/projects?view=all&cursor=\(cursor)" + (state.map { "&state=\($0.rawValue)" } ?? "")
        }
        return content
    }

    private static func chips(_ caller: Caller, _ view: View, _ state: State?, on day: CivilDate) -> [Chip] {
        let hasQueue = caller.person.mayRead(.queue, in: caller.person.town, on: day)
        var chips = [Chip(href: "/projects", label: "在办", current: view == .running, mine: false)]
        if hasQueue { chips.append(Chip(href: "/queue", label: "待我办理", current: false, mine: true)) }
        chips.append(
            Chip(href: "/projects?view=all", label: "全部", current: view == .all && state == nil, mine: false))
        return chips
            + State.allCases.map {
                Chip(
                    href: "/projects?state=\($0.rawValue)", label: $0.chinese, current: view == .all && state == $0,
                    mine: false)
            }
    }

    private static func row(_ view: ProjectView) -> Row {
        let (summary, standing) = (view.summary, view.standing)
        return Row(
            id: summary.id.description, light: standing.light.rawValue, shape: standing.light.shape,
            word: standing.light.chinese, unit: view.labels.unit, title: summary.title, state: summary.state.chinese,
            left: standing.daysLeft.map(DayWords.left), reason: reason(standing.lightReason, summary.state),
            next: standing.nextAction.nilIfEmpty, money: money(summary.awarded, summary.requested))
    }

    private static func row(_ row: ChartRow) -> Row {
        Row(
            id: row.id.description, light: row.light.rawValue, shape: row.light.shape, word: row.light.chinese,
            unit: row.unit, title: row.title, state: row.state.chinese, left: row.daysLeft.map(DayWords.left),
            reason: reason(row.lightReason, row.state), next: row.nextAction.nilIfEmpty,
            money: money(row.awarded, row.requested))
    }

    /// Why the light is what it is, unless the days left or the state have said so already.
    static func reason(_ reason: String, _ state: State) -> String? {
        let isSaid = reason == state.chinese || reason.hasSuffix("到期") || reason.hasPrefix("超期")
        return isSaid ? nil : reason.nilIfEmpty
    }

    static func money(_ awarded: Money, _ requested: Money) -> String {
        if awarded > .zero { return "批复\(awarded.wanText)万元" }
        return requested > .zero ? "申请\(requested.wanText)万元" : "不需资金"
    }
}

/// Days as people say them.
enum DayWords {
    /// A day of this year, without hyphens at which a line might break.
    static func day(_ day: CivilDate) -> String { "\(day.parts.month)月\(day.parts.day)日" }

    static func left(_ days: Int) -> String {
        if days == 0 { return "今天到期" }
        return days > 0 ? "剩\(days)天" : "已超\(-days)天"
    }
}

extension String {
    /// For templates, where an empty text still counts as being there.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
