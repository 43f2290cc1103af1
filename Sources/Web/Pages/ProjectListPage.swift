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

    static let pageSize = 50

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["state", "cursor", "view", "text"])
        let state = try query.choice("state", of: State.self)
        let text = (query["text"] ?? "").trimmedText
        guard text.count <= 100 else { throw Query.wrong("text", "不得超过100字", "at most 100 characters are allowed") }
        let view = try query.choice("view", of: View.self) ?? (state == nil && text.isEmpty ? .running : .all)
        var content: [String: Any] =
            switch view {
            case .running where text.isEmpty: try await running(call, caller)
            case .running, .all: try await page(call, caller, state, text, query["cursor"])
            }
        content["text"] = text
        content["chips"] = chips(call, caller, view, state)
        return .page(
            call.pages.render(
                "projects", .init(title: call.words("projects.title"), caller: caller, part: .projects), call, content))
    }

    /// What has to be done, the nearest due day first. A town's year of running projects fits on one page.
    private static func running(_ call: Call, _ caller: Caller) async throws -> [String: Any] {
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let rows = report.projects.filter { $0.completedOn == nil && !$0.state.isEnd }
            .sorted { ($0.daysLeft ?? Int.max, $0.id) < ($1.daysLeft ?? Int.max, $1.id) }
        var content: [String: Any] = ["rows": rows.map { RowView($0, call.words) }]
        if rows.isEmpty { content["empty"] = call.words("projects.noneRunning") }
        return content
    }

    private static func page(
        _ call: Call, _ caller: Caller, _ state: State?, _ text: String, _ cursor: String?
    ) async throws -> [String: Any] {
        var wanted = ProjectQuery(
            town: caller.person.town, state: state, order: .due, after: try cursor.map { try Cursor.read($0, .due) },
            limit: pageSize + 1)
        wanted.text = text.nilIfEmpty
        let views = try await call.services.reading.list(wanted, for: caller.person)
        var content: [String: Any] = ["rows": views.prefix(pageSize).map { RowView($0, call.words) }]
        if views.isEmpty {
            content["empty"] =
                state.map { call.words("projects.noneIn", ["state": call.words($0)]) }
                ?? call.words(text.isEmpty ? "projects.none" : "projects.noneFound", ["text": text])
        }
        if views.count > pageSize {
            let cursor = Cursor.text(after: views[pageSize - 1].summary, .due)
            content["more"] =
                "/projects?view=all&cursor=\(cursor)" + (state.map { "&state=\($0.rawValue)" } ?? "")
                + (text.isEmpty ? "" : "&text=\(text.percentEncoded)")
        }
        return content
    }

    private static func chips(_ call: Call, _ caller: Caller, _ view: View, _ state: State?) -> [Chip] {
        let words = call.words
        let today = call.services.clock.now().civilDate
        let hasQueue = caller.person.mayRead(.queue, in: caller.person.town, on: today)
        var chips = [Chip(href: "/projects", label: words("projects.running"), current: view == .running, mine: false)]
        if hasQueue { chips.append(Chip(href: "/queue", label: words("queue.title"), current: false, mine: true)) }
        chips.append(
            Chip(
                href: "/projects?view=all", label: words("projects.all"), current: view == .all && state == nil,
                mine: false))
        return chips
            + State.allCases.map {
                Chip(
                    href: "/projects?state=\($0.rawValue)", label: words($0), current: view == .all && state == $0,
                    mine: false)
            }
    }
}
