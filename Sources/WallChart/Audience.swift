public import Workflow

extension ChartReport {
    /// The same report without what is not public: projects not yet on notice are not there, people become offices,
    /// and the words of blockers, consultations, dispatches and remarks are gone. Every format of a public chart is
    /// made from this, so none can leak.
    public var forEverybody: ChartReport {
        var report = holding(\.state.isPublished)
        report.projects = report.projects.map(\.forEverybody)
        return report
    }

    /// The sheet of one unit: its projects only, with totals of their own.
    public func sheet(of unit: String) -> ChartReport {
        var report = selecting(ChartSelection(unit: unit))
        report.town = unit
        report.selection = nil
        return report
    }
}

extension ChartRow {
    var forEverybody: ChartRow {
        var facts = ledger
        facts.remark = nil
        facts.leader = nil
        return ChartRow(
            id: id, number: number, title: title, area: area, unit: unit, category: category,
            secretary: Role.secretary.chinese, officer: Role.guidanceOfficer.chinese, state: state, light: light,
            lightReason: lightReason, turn: turn, turnName: nil, requested: requested, awarded: awarded,
            disbursed: disbursed, settled: settled, submittedOn: submittedOn, dueOn: dueOn,
            dueProvisional: dueProvisional, completedOn: completedOn, daysLeft: daysLeft,
            blocker: blocker == nil ? nil : "有堵点", nextAction: nextAction, actual: actual, planned: planned,
            recordedLate: recordedLate, forecastMiss: forecastMiss, stageSince: stageSince, sources: sources,
            surplus: surplus, openConsultation: openConsultation == nil ? nil : "已会诊",
            openDispatch: openDispatch == nil ? nil : "已派单", ledger: facts)
    }
}
