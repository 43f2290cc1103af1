import UseCases
import Workflow

/// Forecast, clocks, lateness and help of a project, in words.
enum StandingWords {
    /// One blocker, consultation or dispatch.
    struct Help {
        let name: String
        let words: String
        let state: String
        let meta: String
        let bad: Bool
        let ok: Bool
    }

    static func content(_ details: ProjectDetails, _ today: CivilDate) -> [String: Any] {
        let project = details.project
        let (clocks, help) = (clocks(details), help(project, today))
        var content: [String: Any] = [
            "onBehalf": project.onBehalf, "exception": project.duties.exceptionUsed,
            "emergency": project.application.emergencyOn != nil, "willMiss": details.view.willMiss,
            "clocks": clocks, "hasClocks": !clocks.isEmpty, "help": help, "hasHelp": !help.isEmpty,
            "policy": "\(details.policy.programme) 第\(details.policy.version)版",
            "policyLink": PolicyPage.address(details.policy.programme, details.policy.version),
        ]
        content["forecast"] = forecast(details.view)
        content["turn"] = details.turns.map(\.chinese).joined(separator: "、").nilIfEmpty
        return content
    }

    private static func forecast(_ view: ProjectView) -> String? {
        guard let day = view.forecastOn, let due = view.standing.dueOn else { return nil }
        let forecast = "预计最早\(day)办结（按各环节时限、施工至少1个工作日推算）"
        if day <= due { return forecast + "，赶得上期限。" }
        // Once it is over, that it will be late is no news; when it can be done at the earliest still is.
        return forecast + ((view.standing.daysLeft ?? 0) < 0 ? "。" : "，赶不上期限\(due)：各环节须比时限更快。")
    }

    private static func clocks(_ details: ProjectDetails) -> [ProjectFacts.Fact] {
        var facts: [ProjectFacts.Fact] = []
        func add(_ label: String, _ days: Int?) {
            if let days { facts.append(.init(label: label, value: "\(days)天")) }
        }
        let (clocks, late) = (details.clocks, details.lateness)
        add("诉求（提出至办结）", clocks.need)
        add("承诺（申报至办结）", clocks.promise)
        add("付款（办结至付清）", clocks.payment)
        if details.pausedDays > 0 { add("其中暂停", details.pausedDays) }
        if late.total > 0 {
            let owners = [("党建办", late.office), ("指导员", late.officer), ("村（社区）", late.village), ("验收小组", late.panel)]
            let shares = owners.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)天" }.joined(separator: "、")
            facts.append(.init(label: "超期\(late.total)天归属", value: shares))
        }
        return facts
    }

    /// Open ones first, each kind in the order raised.
    private static func help(_ project: Project, _ today: CivilDate) -> [Help] {
        let all =
            project.blockers.enumerated().map { blocker($1, $0 + 1, today) }
            + project.consultations.enumerated().map { consultation($1, $0 + 1, today) }
            + project.dispatches.enumerated().map { dispatch($1, $0 + 1, today) }
        return all.filter { !$0.ok } + all.filter(\.ok)
    }

    private static func blocker(_ record: BlockerRecord, _ number: Int, _ today: CivilDate) -> Help {
        let days = today.days(since: record.raisedOn)
        return Help(
            name: "堵点\(number)（\(record.kind.chinese)）", words: record.words,
            state: record.clearedOn == nil ? "未解决" : "已解决",
            meta: record.clearedOn.map { "\(record.raisedOn)提出，\($0)解决" }
                ?? "\(record.raisedOn)提出，" + (days > 0 ? "已\(days)天，" : "") + "由\(record.mustAct.chinese)解决",
            bad: record.clearedOn == nil, ok: record.clearedOn != nil)
    }

    private static func consultation(_ record: ConsultationRecord, _ number: Int, _ today: CivilDate) -> Help {
        let state = record.state(on: today)
        let participants = record.participants.joined(separator: "、")
        let adjourned = record.adjournments > 0 ? "，已延期\(record.adjournments)次" : ""
        let meta =
            record.decision.map { "决定：\($0.decision)；责任人\($0.owner)，\($0.doneBy)前完成" }
            ?? "\(record.calledOn)召集，\(record.meetBy)前会诊\(adjourned)"
        return Help(
            name: "会诊\(number)", words: record.question, state: state.zh, meta: "\(meta)；参加：\(participants)",
            bad: state == .overdue, ok: state == .done)
    }

    private static func dispatch(_ record: DispatchRecord, _ number: Int, _ today: CivilDate) -> Help {
        let state = record.state(on: today)
        let signed = record.signedBy.map { "，\($0)签收" } ?? "，待签收"
        let answer = record.feedback.map { "；反馈：\($0)" } ?? ""
        return Help(
            name: "派单\(number) → \(record.department)", words: record.task, state: state.zh,
            meta: "\(record.sentOn)派出，限\(record.by)前\(signed)\(answer)", bad: state == .overdue, ok: state == .done)
    }
}

extension Outlook {
    /// The warning of day 0: whether the month can hold the works if the application is handed in today.
    var words: String {
        let until = "今天提交，期限到\(due.due)" + (due.isProvisional ? "（暂定，待节假日安排公布）" : "")
        if isTooShort {
            return until + "；扣除受理、审核、审批、公示、验收各环节时限后已没有施工时间，赶不上。请先与党建办商定各环节提前办理，备齐材料再提交。"
        }
        return until + "；扣除各环节时限后，留给施工的有\(workingDaysForWorks)个工作日。"
    }
}
