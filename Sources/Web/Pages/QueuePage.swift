import Hummingbird
import UseCases
import Workflow

/// 待我办理: everything that waits for whoever looks, why it waits, with days left and money.
enum QueuePage {
    struct Row {
        let id: String
        let light: String
        let shape: String
        let word: String
        let unit: String
        let title: String
        let reasons: [String]
        let state: String
        let left: String?
        let miss: String?
        let money: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let items = try await call.services.reading.queue(for: caller.person)
        let now = call.services.clock.now()
        var content: [String: Any] = [
            "rows": items.map { row($0, now.civilDate) }, "asOf": "\(now.civilDate) \(now.clockText)",
        ]
        if items.isEmpty { content["empty"] = "没有等您办理的项目。" } else { content["count"] = items.count }
        return .page(
            call.pages.render("queue", .init(title: "待我办理", caller: caller, part: .queue), call, content))
    }

    private static func row(_ item: QueueItem, _ today: CivilDate) -> Row {
        let (summary, standing) = (item.view.summary, item.view.standing)
        return Row(
            id: summary.id.description, light: standing.light.rawValue, shape: standing.light.shape,
            word: standing.light.chinese, unit: item.view.labels.unit, title: summary.title,
            reasons: item.reasons.map { words($0, standing, today) }, state: summary.state.chinese,
            left: standing.daysLeft.map(DayWords.left),
            // What is over its day already needs no forecast.
            miss: item.view.willMiss && (standing.daysLeft ?? 0) >= 0 ? "按时限推算赶不上" : nil,
            money: ProjectListPage.money(summary.awarded, summary.requested))
    }

    private static func words(_ reason: QueueItem.Reason, _ standing: Standing, _ today: CivilDate) -> String {
        switch reason {
        case .turn(let role): "\(standing.nextAction)（\(role.chinese)）"
        case .endorsement: "大额项目，待您同意额度"
        case .pending(let item): words(item, today)
        }
    }

    private static func words(_ item: PendingItem, _ today: CivilDate) -> String {
        let head =
            switch item.kind {
            case .blocker: "堵点待您解决"
            case .consultation: "会诊待您组织决定"
            case .dispatch: "派单待您跟进"
            case .objection: "异议待您处理"
            case .amendment: "变更待您审批"
            }
        var notes: [String] = []
        if let since = item.since { notes.append("\(DayWords.day(since))起") }
        if let by = item.by {
            notes.append(item.isOverdue(on: today) ? "已过期限\(DayWords.day(by))" : "限\(DayWords.day(by))前")
        }
        notes.append(item.mustAct.chinese)
        return "\(head)：\(item.words)（\(notes.joined(separator: "，"))）"
    }
}
