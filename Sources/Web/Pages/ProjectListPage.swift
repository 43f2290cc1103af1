import Hummingbird
import UseCases
import Workflow

/// The queue: the town's projects by due day, with the states that wait for this person marked.
enum ProjectListPage {
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
        let query = try Query(call.request, allowed: ["state", "cursor"])
        let state = try query.choice("state", of: State.self)
        let views = try await call.services.reading.list(
            ProjectQuery(
                town: caller.person.town, state: state, order: .due,
                after: try query["cursor"].map { try Cursor.read($0, .due) }, limit: pageSize + 1),
            for: caller.person)
        var content: [String: Any] = [
            "chips": chips(caller, state, on: call.services.clock.now().civilDate),
            "rows": views.prefix(pageSize).map(row),
        ]
        if views.isEmpty { content["empty"] = state.map { "没有“\($0.chinese)”的项目。" } ?? "还没有项目。" }
        if views.count > pageSize {
            let cursor = Cursor.text(after: views[pageSize - 1].summary, .due)
            content["more"] = "/projects?cursor=\(cursor)" + (state.map { "&state=\($0.rawValue)" } ?? "")
        }
        return .page(
            call.pages.render("projects", .init(title: "项目", caller: caller, part: .projects), call, content))
    }

    /// All, then the states that wait for this person, then the others.
    private static func chips(_ caller: Caller, _ current: State?, on day: CivilDate) -> [Chip] {
        func isMine(_ state: State) -> Bool { state.turn.map { caller.person.holds($0, on: day) } ?? false }
        let ordered = State.allCases.filter(isMine) + State.allCases.filter { !isMine($0) }
        return [Chip(href: "/projects", label: "全部", current: current == nil, mine: false)]
            + ordered.map { state in
                Chip(
                    href: "/projects?state=\(state.rawValue)",
                    label: isMine(state) ? "待我：\(state.chinese)" : state.chinese, current: current == state,
                    mine: isMine(state))
            }
    }

    /// Why the light is what it is, unless the days left or the state have said so already.
    private static func reason(_ standing: Standing, _ state: State) -> String? {
        let reason = standing.lightReason
        let isSaid = reason == state.chinese || reason.hasSuffix("到期") || reason.hasPrefix("超期")
        return isSaid ? nil : reason.nilIfEmpty
    }

    private static func row(_ view: ProjectView) -> Row {
        let (summary, standing) = (view.summary, view.standing)
        let amount = summary.awarded > .zero ? summary.awarded : summary.requested
        return Row(
            id: summary.id.description, light: standing.light.rawValue, shape: standing.light.shape,
            word: standing.light.chinese, unit: view.labels.unit, title: summary.title, state: summary.state.chinese,
            left: standing.daysLeft.map(DayWords.left), reason: reason(standing, summary.state),
            next: standing.nextAction.nilIfEmpty,
            money: (summary.awarded > .zero ? "批复" : "申请") + amount.wanText + "万元")
    }
}

/// Days as people say them.
enum DayWords {
    static func left(_ days: Int) -> String {
        if days == 0 { return "今天到期" }
        return days > 0 ? "剩\(days)天" : "已超\(-days)天"
    }
}

extension String {
    /// For templates, where an empty text still counts as being there.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
