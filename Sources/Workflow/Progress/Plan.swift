/// The backward plan (倒排工期): where each stage has to lie for the month to be kept.
extension ProjectSummary {
    /// The plan of a submitted project.
    public func planned(_ policy: Policy, _ calendar: WorkingCalendar) -> [StageSpan] {
        guard let submittedOn, let dueOn else { return [] }
        return policy.planned(from: submittedOn, due: dueOn, calendar)
    }

    /// Spans as they happened, the last one open to `today` while the project runs.
    public func actual(until today: CivilDate) -> [StageSpan] {
        let entered: [(Stage, CivilDate?)] = [
            (.application, submittedOn), (.review, admittedOn), (.approval, verifiedOn), (.execution, executionOn),
            (.acceptance, inspectionOn),
        ]
        let begun = entered.compactMap { stage, day in day.map { (stage, $0) } }
        let end = completedOn ?? (isRunning ? max(today, stateSince) : stateSince)
        return begun.indices.map { index in
            let to = index + 1 < begun.count ? begun[index + 1].1 : end
            return StageSpan(stage: begun[index].0, from: begun[index].1, to: max(begun[index].1, to))
        }
    }
}

extension Policy {
    /// Planned spans from the submission forward by the policy's limits, and from the due day backward for acceptance;
    /// execution gets what is left, which may be nothing.
    public func planned(
        from submittedOn: CivilDate, due dueOn: CivilDate, _ calendar: WorkingCalendar
    ) -> [StageSpan] {
        var spans: [StageSpan] = []
        var cursor = submittedOn
        let approval = limits.approval + (noticeWorkingDays ?? 0)
        for (stage, days) in [(Stage.application, limits.application), (.review, limits.review), (.approval, approval)]
        {
            let end = min(calendar.adding(workingDays: days, to: cursor), dueOn)
            let hasNotice = stage == .approval && noticeWorkingDays != nil
            let award = hasNotice ? min(calendar.adding(workingDays: limits.approval, to: cursor), end) : nil
            spans.append(StageSpan(stage: stage, from: cursor, to: end, noticeFrom: award))
            cursor = end
        }
        let handOver = max(cursor, calendar.adding(workingDays: -limits.acceptance, to: dueOn))
        spans.append(StageSpan(stage: .execution, from: cursor, to: handOver))
        spans.append(StageSpan(stage: .acceptance, from: handOver, to: dueOn))
        return spans
    }

    /// Working days left for the works when every office takes its full limit; negative when the month cannot
    /// hold them.
    public func workingDaysForWorks(_ due: DueDay) -> Int {
        due.workingDays - limits.application - limits.review - limits.approval - (noticeWorkingDays ?? 0)
            - limits.acceptance
    }
}
