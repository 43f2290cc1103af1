import Hummingbird
import UseCases
import Workflow

/// The page behind `/`: whoever comes in stands before what is theirs to do first.
///
/// A secretary and a guidance officer, who work from a phone, have it all on this one page: what waits for them, then
/// their own villages. Offices go to their queue, leaders to the overview.
enum HomePage {
    static func show(_ call: Call) async throws -> Response {
        guard let caller = try await call.callerIfAny() else { return try await SignInPage.show(call) }
        let home = Navigation.home(of: caller.person, on: call.services.clock.now().civilDate)
        guard home.part == .home else { return .seeOther(home.path) }
        var response = Response.page(try await page(call, caller))
        response.headers[.setCookie] = LastLook.cookie(call)
        return response
    }

    private static func page(_ call: Call, _ caller: Caller) async throws -> String {
        let (words, now) = (call.words, call.services.clock.now())
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        let mine = try await ownUnits(call, caller)
        let rows = report.projects.filter { mine.contains($0.unit) }
        let waiting = try await call.services.reading.queue(for: caller.person)
        let running = rows.filter { $0.completedOn == nil && !$0.state.isEnd }
            .sorted { ($0.daysLeft ?? Int.max, $0.id) < ($1.daysLeft ?? Int.max, $1.id) }
        let waitingIDs = Set(waiting.map(\.view.summary.id))
        let others = running.filter { !waitingIDs.contains($0.id) }
        let isOfficer = caller.person.holds(.guidanceOfficer, on: now.civilDate)
        var content: [String: Any] = [
            "asOf": words.time(report.asOf), "waiting": waiting.map { QueuePage.row($0, report.asOf.civilDate, words) },
            "waitingCount": waiting.count, "nothingWaits": waiting.isEmpty,
            "others": others.map { RowView($0, words) }, "hasOthers": !others.isEmpty,
            "hasNone": running.isEmpty, "owner": caller.person.id.description,
            "mayDraft": Command.Kind.draft.permitted.contains { caller.person.holds($0, on: now.civilDate) },
            "done": done(rows, now.civilDate).map { RowView($0, words) },
            "greeting": words("home.greeting", ["name": caller.person.name]), "units": words.list(mine),
        ]
        content["hasDone"] = !done(rows, now.civilDate).isEmpty
        if isOfficer {
            content["lights"] = ChartPage.tiles(rows, words)
            let look = LastLook.day(call)
            let changed = LastLook.changes(rows, since: look ?? now.civilDate.adding(days: -7))
            content["changes"] = changed.map { RowView($0, words) }
            content["changesTitle"] =
                look.map { words("home.changedSince", ["day": words.shortDay($0)]) } ?? words("home.changed")
            content["noChanges"] = changed.isEmpty
            content["isOfficer"] = true
        }
        return call.pages.render(
            "home", .init(title: words("nav.home"), caller: caller, part: .home, scripts: ["draft.js"]), call, content)
    }

    /// Names of the units over which the person is secretary or guidance officer, in the town's order.
    static func ownUnits(_ call: Call, _ caller: Caller) async throws -> [String] {
        let today = call.services.clock.now().civilDate
        return try await call.services.reading.units(of: caller.person.town, for: caller.person).filter { unit in
            [Role.secretary, .guidanceOfficer].contains { caller.person.holds($0, over: unit.place, on: today) }
        }.map(\.name)
    }

    /// Completed within the last month: what the village can show.
    private static func done(_ rows: [ChartRow], _ today: CivilDate) -> [ChartRow] {
        rows.filter { row in row.completedOn.map { today.days(since: $0) <= 31 } ?? false }
            .sorted { ($0.completedOn ?? today, $0.id) > ($1.completedOn ?? today, $1.id) }
    }
}
