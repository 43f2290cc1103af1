import Hummingbird
import UseCases
import Workflow

/// 待我办理: everything that waits for whoever looks, why it waits, with days left and money.
enum QueuePage {
    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let items = try await call.services.reading.queue(for: caller.person)
        let (words, today) = (call.words, call.services.clock.now().civilDate)
        let open = try await call.services.warnings.open(of: items.map(\.view), for: caller.person)
        var content: [String: Any] = [
            "rows": items.map { row($0, today, words, warnings: open[$0.view.summary.id]) },
            "asOf": words.time(call.services.clock.now()),
            "bulk": BulkPage.commands.compactMap { BulkPage.Form($0, items, call, caller) },
        ]
        if items.isEmpty { content["empty"] = words("queue.empty") } else { content["count"] = items.count }
        return .page(
            call.pages.render("queue", .init(title: words("queue.title"), caller: caller, part: .queue), call, content))
    }

    /// - Parameter warnings: how many nobody has answered.
    static func row(_ item: QueueItem, _ today: CivilDate, _ words: Words, warnings: Int? = nil) -> RowView {
        var view = RowView(item.view, reasons: item.reasons.map { text($0, item.view.standing, today, words) }, words)
        if let warnings { view.meta.append(words("warnings.open", ["count": "\(warnings)"])) }
        return view
    }

    private static func text(
        _ reason: QueueItem.Reason, _ standing: Standing, _ today: CivilDate, _ words: Words
    ) -> String {
        switch reason {
        case .turn(let role):
            words("queue.turn", ["what": words.reason(standing.nextAction), "role": words(role)])
        case .endorsement: words("queue.endorsement")
        case .pending(let item): text(item, today, words)
        }
    }

    /// 会诊待您组织决定：用地归谁（11月20日起，限11月23日前，党建指导员）
    private static func text(_ item: PendingItem, _ today: CivilDate, _ words: Words) -> String {
        var notes: [String] = []
        if let since = item.since { notes.append(words("queue.since", ["day": words.shortDay(since)])) }
        if let by = item.by {
            let name = item.isOverdue(on: today) ? "queue.overdue" : "queue.by"
            notes.append(words(name, ["day": words.shortDay(by)]))
        }
        notes.append(words(item.mustAct))
        return words(
            "queue.\(item.kind.rawValue)",
            ["what": item.words, "notes": notes.joined(separator: words.pick("，", ", "))])
    }
}
