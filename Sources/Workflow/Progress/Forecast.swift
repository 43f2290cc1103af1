/// Whether the month can still be kept when everybody from here on takes their full limit.
extension ProjectSummary {
    /// The earliest working day on which the project can be completed; nil once it is, or before it began.
    ///
    /// Works themselves are counted as one working day: shorter than that nothing is built.
    public func forecast(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> CivilDate? {
        guard isRunning else { return nil }
        let limits = policy.limits
        let notice = policy.noticeWorkingDays ?? 0
        let works = 1
        let remaining: Int
        switch state {
        case .returned:
            remaining =
                limits.mending + limits.application + limits.review + limits.approval + notice + works
                + limits.acceptance
        case .submitted:
            remaining = limits.application + limits.review + limits.approval + notice + works + limits.acceptance
        case .inReview: remaining = limits.review + limits.approval + notice + works + limits.acceptance
        case .inApproval: remaining = limits.approval + notice + works + limits.acceptance
        case .onNotice:
            let left = noticeEndsOn.map { calendar.workingDays(after: today, through: $0) } ?? 0
            remaining = left + works + limits.acceptance
        case .inExecution, .suspended, .inRectification: remaining = works + limits.acceptance
        case .inAcceptance: remaining = limits.acceptance
        case .draft, .completed, .closedOut, .declined, .withdrawn, .terminated: return nil
        }
        // What the present stage has already used counts, but nobody finishes in the past.
        let used = min(calendar.workingDays(after: stateSince, through: today), stageLimit(policy))
        return calendar.rolled(calendar.adding(workingDays: max(0, remaining - used), to: today))
    }

    /// True when the forecast lies after the due day: the month is missed unless somebody is faster than their limit.
    public func willMiss(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> Bool {
        guard let due = standing(on: today, policy, calendar).dueOn,
            let forecast = forecast(on: today, policy, calendar)
        else { return false }
        return forecast > due
    }

    private func stageLimit(_ policy: Policy) -> Int {
        switch state {
        case .submitted: policy.limits.application
        case .returned: policy.limits.mending
        case .inReview: policy.limits.review
        case .inApproval: policy.limits.approval
        case .inAcceptance: policy.limits.acceptance
        case .draft, .onNotice, .inExecution, .suspended, .inRectification, .completed, .closedOut, .declined,
            .withdrawn, .terminated:
            0
        }
    }
}
