/// Decisions while the village builds, and at the inspection.
extension Matter {
    func record(_ start: Start) throws(Refusal) -> Event {
        var needed = [(MissingItem("basis", "合同编号或实施方案", "contract number or plan"), start.basis)]
        if project.money.awarded > .zero {
            needed.append((MissingItem("contractor", "施工方", "contractor"), start.contractor))
        }
        try ReasonGiven.check(needed)
        try AmountInRange.check(start.contractAmount, field: "contractAmount")
        return .startRecorded(start)
    }

    func extend(_ extension_: Extension) throws(Refusal) -> Event {
        try ReasonGiven.check(extension_.reason)
        try ExtendedOnce.check(extension_, project, policy)
        return .extended(extension_)
    }

    func suspend(_ suspension: Suspension) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("reason", "原因", "reason"), suspension.reason),
            (MissingItem("evidence", "证明材料", "evidence"), suspension.evidence),
        ])
        try AmendmentInTurn.checkNone(project)
        try PauseWithinCap.check(project, context, policy)
        return .suspended(suspension)
    }

    func resume(_ remark: Remark) throws(Refusal) -> Event {
        let paused = project.clock.suspendedOn.map { day.days(since: $0) } ?? 0
        let counted = PauseWithinCap.counted(paused, project, policy)
        return .resumed(Resumed(words: remark.words, pausedDays: counted, due: moved(by: counted)))
    }

    func inspect(_ request: InspectionRequest) throws(Refusal) -> Event {
        try StartRecorded.check(project)
        try AmendmentInTurn.checkNone(project)
        return .inspectionRequested(request)
    }

    func accept(_ acceptance: Acceptance) throws(Refusal) -> Event {
        var missing: [MissingItem] = []
        if acceptance.quantities.isEmpty, !project.application.quantities.isEmpty {
            missing.append(MissingItem("quantities", "实际完成数量", "quantities as built"))
        }
        if !SatisfactionReached.isCounted(acceptance.satisfaction, context) {
            missing.append(MissingItem("satisfaction", "满意度调查票数", "satisfaction counts"))
        }
        guard missing.isEmpty else { throw .incomplete(missing) }
        try PanelIndependent.check(acceptance.panel, project, context, policy)
        try SatisfactionReached.check(acceptance.satisfaction, policy)
        return .accepted(acceptance)
    }

    func demand(_ rectification: Rectification) throws(Refusal) -> Event {
        guard rectification.dueOn >= day else { throw .dayOutOfOrder(rectification.dueOn, notBefore: day) }
        try ReasonGiven.check([(MissingItem("items", "整改事项", "items"), rectification.items.joined())])
        return .rectificationDemanded(rectification)
    }
}
