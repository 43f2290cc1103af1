/// How a project stands on one day: its light with the reason, the days left, what comes next. Computed in one place.
public struct Standing: Hashable, Sendable {
    public let light: Light
    /// At most twelve characters: "超期8天", "审核超2天", "3天后到期".
    public let lightReason: String
    /// The day the promise ends, as of today: a clock stopped by a return moves it along.
    public let dueOn: CivilDate?
    /// Calendar days to the due day, negative when over; nil without a running promise.
    public let daysLeft: Int?
    public let nextAction: String
}

extension ProjectSummary {
    public func standing(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> Standing {
        let due = runningDue(on: today, policy, calendar)
        let (light, reason) = lit(on: today, due: due, policy, calendar)
        return Standing(
            light: light, lightReason: reason, dueOn: due,
            daysLeft: isRunning ? due.map { $0.days(since: today) } : nil, nextAction: nextAction)
    }

    /// Whose turn it is: the state's own, and the clerk's once a completed project is settled and paid in full.
    /// Nothing held is nothing owed; money that an audit takes back later is no debt to pay again.
    public var turn: Role? {
        state == .completed && settled != nil && encumbered == .zero ? .clerk : state.turn
    }

    /// Submitted, and neither completed nor ended.
    public var isRunning: Bool {
        submittedOn != nil && completedOn == nil && !state.isEnd
    }

    private func runningDue(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> CivilDate? {
        guard let dueOn else { return nil }
        switch state {
        case .returned where policy.returnStopsClock, .suspended:
            let stopped = max(0, today.days(since: stateSince))
            let counted = state == .suspended ? min(stopped, pauseLeft(policy)) : stopped
            guard counted > 0 else { return dueOn }
            // From the day before rolling, as the resumption will count: no weekend is won twice.
            let moved = (dueNominal ?? dueOn).adding(days: counted)
            return policy.month.rolls ? calendar.rolled(moved) : moved
        case .draft, .submitted, .returned, .inReview, .inApproval, .onNotice, .inExecution, .inAcceptance,
            .inRectification, .completed, .closedOut, .declined, .withdrawn, .terminated:
            return dueOn
        }
    }

    /// Days of pause that still move the due day.
    private func pauseLeft(_ policy: Policy) -> Int { max(0, policy.pauseCapDays - pausedDays) }

    /// The clock stands still on that day, so that tomorrow the due day lies a day later: nothing comes nearer.
    func isClockStopped(on today: CivilDate, _ policy: Policy) -> Bool {
        switch state {
        case .returned: policy.returnStopsClock
        case .suspended: today.days(since: stateSince) < pauseLeft(policy)
        case .draft, .submitted, .inReview, .inApproval, .onNotice, .inExecution, .inAcceptance, .inRectification,
            .completed, .closedOut, .declined, .withdrawn, .terminated:
            false
        }
    }

    /// Blue, red, yellow, green, grey: the first that applies.
    private func lit(
        on today: CivilDate, due: CivilDate?, _ policy: Policy, _ calendar: WorkingCalendar
    ) -> (Light, String) {
        if state == .completed || state == .closedOut { return (.blue, completedLate()) }
        if state == .draft || state.isEnd { return (.grey, state.chinese) }
        if let due, today > due { return (.red, "超期\(today.days(since: due))天") }
        let over = stageOver(on: today, policy, calendar)
        if over > policy.lights.stageOver { return (.red, "\(stageName)超\(over)天") }
        let blocked = blockerSince.map { calendar.workingDays(after: $0, through: today) }
        if let blocked, blocked > policy.lights.blockerOpen { return (.red, "堵点\(blocked)天未解") }
        let help = helpOver(on: today, calendar)
        if let help, help.over > policy.lights.blockerOpen { return (.red, help.words) }
        if let due, calendar.workingDays(after: today, through: due) <= policy.lights.dueSoon {
            let left = due.days(since: today)
            return (.yellow, left == 0 ? "今天到期" : "\(left)天后到期")
        }
        if over > 0 { return (.yellow, "\(stageName)超\(over)天") }
        if blocked != nil { return (.yellow, "有堵点") }
        if let help { return (.yellow, help.words) }
        return (.green, "")
    }

    /// The open consultation or dispatch that is furthest over its day, in working days; 0 while within it.
    private func helpOver(on today: CivilDate, _ calendar: WorkingCalendar) -> (over: Int, words: String)? {
        let open = pending.filter { $0.kind == .consultation || $0.kind == .dispatch }.map { item in
            (item.by.map { calendar.workingDays(after: $0, through: today) } ?? 0, item.kind.chinese)
        }
        // The first of equals, so that the words do not change from call to call.
        guard let worst = open.max(by: { $0.0 < $1.0 }), let first = open.first(where: { $0.0 == worst.0 }) else {
            return nil
        }
        return (first.0, first.0 == 0 ? "\(first.1)中" : "\(first.1)超\(first.0)天")
    }

    private func completedLate() -> String {
        guard let completedOn, let dueOn, completedOn > dueOn else { return "" }
        return "超\(completedOn.days(since: dueOn))天办结"
    }

    private var stageName: String { state == .returned ? "补正" : state.stage.chinese }

    /// Working days the present stage is over its limit; 0 while within it. Execution has no limit but the due day.
    func stageOver(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> Int {
        func over(_ limit: Int, since start: CivilDate?) -> Int {
            guard let start else { return 0 }
            return max(0, calendar.workingDays(after: start, through: today) - limit)
        }
        return switch state {
        case .submitted: over(policy.limits.application, since: stateSince)
        case .returned: over(policy.limits.mending, since: stateSince)
        case .inReview: over(policy.limits.review, since: stateSince)
        case .inApproval: over(policy.limits.approval, since: stateSince)
        // The notice runs by itself; the clerk has the next working day to conclude it.
        case .onNotice: over(1, since: noticeEndsOn)
        case .inAcceptance: over(policy.limits.acceptance, since: stateSince)
        case .draft, .inExecution, .suspended, .inRectification, .completed, .closedOut, .declined, .withdrawn,
            .terminated:
            0
        }
    }

    private var nextAction: String {
        switch state {
        case .draft: "提交申报"
        case .submitted: "受理审查"
        case .returned: "补正后重报"
        case .inReview: "现场核实"
        case .inApproval: "批复"
        case .onNotice: noticeEndsOn.map { "公示至\($0.parts.month)月\($0.parts.day)日" } ?? "公示"
        case .inExecution: "施工、申请验收"
        case .suspended: "决定恢复或终止"
        case .inAcceptance: "组织验收"
        case .inRectification: "整改后复验"
        case .completed: settled == nil ? "结算" : turn == .clerk ? "销号" : "付清"
        case .closedOut, .declined, .withdrawn, .terminated: ""
        }
    }
}
