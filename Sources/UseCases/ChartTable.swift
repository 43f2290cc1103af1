import Workflow

/// Rows, totals and axis of one chart: pure, from what was read.
struct ChartTable {
    let units: [UnitRecord]
    let people: [Person]
    let calendar: WorkingCalendar
    let today: CivilDate
    private let byUnit: [UnitID: UnitRecord]

    init(units: [UnitRecord], people: [Person], calendar: WorkingCalendar, today: CivilDate) {
        self.units = units
        self.people = people
        self.calendar = calendar
        self.today = today
        byUnit = Dictionary(units.map { ($0.place.unit, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func row(_ record: ProjectRecord, _ policy: Policy) -> ChartRow {
        let summary = record.summary
        let unit = byUnit[summary.place.unit]
        let standing = summary.standing(on: today, policy, calendar)
        return ChartRow(
            id: summary.id, number: record.labels.number, title: summary.title, area: record.labels.area,
            unit: record.labels.unit, category: summary.category, secretary: unit?.secretary ?? "",
            officer: unit?.officer ?? "", state: summary.state, light: standing.light,
            lightReason: standing.lightReason, turn: summary.turn,
            turnName: summary.turn.flatMap { holder(of: $0, summary.place, unit) },
            requested: summary.requested, awarded: summary.awarded, disbursed: summary.disbursed,
            settled: summary.settled ?? .zero, submittedOn: summary.submittedOn, dueOn: standing.dueOn,
            dueProvisional: summary.dueProvisional, completedOn: summary.completedOn, daysLeft: standing.daysLeft,
            blocker: summary.blocker, nextAction: standing.nextAction, actual: summary.actual(until: today),
            planned: summary.planned(policy, calendar), recordedLate: summary.recordedLate,
            forecastMiss: summary.willMiss(on: today, policy, calendar), stageSince: summary.stateSince,
            sources: record.ledger?.sources ?? .zero, surplus: summary.settled.map { max(.zero, summary.awarded - $0) },
            openConsultation: summary.open(.consultation)?.words, openDispatch: summary.open(.dispatch)?.words,
            ledger: ledger(record))
    }

    private func ledger(_ record: ProjectRecord) -> LedgerFacts {
        let summary = record.summary
        var facts = record.ledger?.facts ?? LedgerFacts()
        facts.admittedOn = summary.admittedOn
        facts.awardedOn = summary.awardedOn
        facts.noticeEndsOn = summary.noticeEndsOn
        facts.closedOn = summary.closedOn
        return facts
    }

    private func holder(of role: Role, _ place: Place, _ unit: UnitRecord?) -> String? {
        switch role {
        case .secretary: unit?.secretary
        case .guidanceOfficer: unit?.officer
        case .clerk, .director, .leader, .finance, .panelMember, .auditor, .admin, .securityAdmin, .auditAdmin:
            // Whose office it is comes before whoever stands in for them.
            (people.first { $0.holds(role, over: place, on: today, inOwnRight: true) }
                ?? people.first { $0.holds(role, over: place, on: today) })?.name
        }
    }

    /// One per unit, in official order, also for units without a project.
    func tallies(_ rows: [ChartRow]) -> [UnitTally] {
        let grouped = Dictionary(grouping: rows, by: \.unit)
        return units.map { unit in
            let own = grouped[unit.name] ?? []
            return UnitTally(
                area: unit.area, unit: unit.name, byLight: own.reduce(into: [:]) { $0[$1.light, default: 0] += 1 },
                awarded: own.reduce(.zero) { $0 + $1.awarded }, disbursed: own.reduce(.zero) { $0 + $1.disbursed })
        }
    }

    /// From the Monday before the first submission to the Sunday after the last due day, with today inside.
    func axis(_ rows: [ChartRow]) -> [ChartDay] {
        let first = min(rows.compactMap(\.submittedOn).min() ?? today, today)
        let last = max(rows.flatMap { [$0.dueOn, $0.completedOn] }.compactMap { $0 }.max() ?? today, today)
        let from = first.adding(days: 1 - first.weekday)
        let to = last.adding(days: 7 - last.weekday)
        return (0...to.days(since: from)).map { offset in
            let day = from.adding(days: offset)
            return ChartDay(date: day, isWorking: calendar.isWorking(day))
        }
    }
}
