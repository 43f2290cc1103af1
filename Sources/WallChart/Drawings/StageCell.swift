import Workflow

/// One step of the road as the stage grid shows it; notice (公示) stands on its own between approval and execution.
enum Step: Int, CaseIterable, Sendable {
    case application, review, approval, notice, execution, acceptance, closing

    var chinese: String {
        switch self {
        case .application: "申报"
        case .review: "审核"
        case .approval: "审批"
        case .notice: "公示"
        case .execution: "实施"
        case .acceptance: "验收"
        case .closing: "销号"
        }
    }

    var stage: Stage {
        switch self {
        case .application: .application
        case .review: .review
        case .approval, .notice: .approval
        case .execution: .execution
        case .acceptance: .acceptance
        case .closing: .closing
        }
    }

    /// The step a state belongs to; nil at an end.
    init?(_ state: State) {
        switch state {
        case .draft, .submitted, .returned: self = .application
        case .inReview: self = .review
        case .inApproval: self = .approval
        case .onNotice: self = .notice
        case .inExecution, .suspended: self = .execution
        case .inAcceptance, .inRectification: self = .acceptance
        case .completed: self = .closing
        case .closedOut, .declined, .withdrawn, .terminated: return nil
        }
    }
}

/// What a cell of the stage grid says.
enum StageCell: Hashable, Sendable {
    /// The day the step was left, and the days it took.
    case done(on: CivilDate, days: Int)
    /// The step is on; since when.
    case current(since: CivilDate?)
    case toCome(planned: CivilDate?)
    /// The project ended here without going on.
    case ended
    /// The road leads past this step.
    case skipped

    /// The cells of one project, one per step.
    static func cells(of row: ChartRow) -> [StageCell] {
        let entered = Step.allCases.map { day($0, of: row) }
        guard let now = Step(row.state) else { return finished(row, entered) }
        return Step.allCases.map { step in
            if step.rawValue > now.rawValue { return .toCome(planned: planned(step, row)) }
            if step == now { return .current(since: row.stageSince ?? entered[step.rawValue]) }
            return left(step, entered, until: row.stageSince)
        }
    }

    /// A road that is over: every step it took, and the one at which it ended.
    private static func finished(_ row: ChartRow, _ entered: [CivilDate?]) -> [StageCell] {
        let last = entered.lastIndex { $0 != nil }
        return Step.allCases.map { step in
            if row.state != .closedOut, step.rawValue == last ?? 0 { return .ended }
            return left(step, entered, until: end(of: row))
        }
    }

    /// A step is left when the next one that was entered begins.
    private static func left(_ step: Step, _ entered: [CivilDate?], until end: CivilDate?) -> StageCell {
        guard let from = entered[step.rawValue],
            let after = entered[(step.rawValue + 1)...].lazy.compactMap({ $0 }).first ?? end
        else { return .skipped }
        return .done(on: after, days: max(0, after.days(since: from)))
    }

    private static func end(of row: ChartRow) -> CivilDate? {
        row.ledger.closedOn ?? row.stageSince ?? row.completedOn
    }

    private static func day(_ step: Step, of row: ChartRow) -> CivilDate? {
        switch step {
        case .application, .review, .approval, .execution, .acceptance:
            row.actual.first { $0.stage == step.stage }?.from
        case .notice: row.ledger.noticeEndsOn == nil ? nil : row.ledger.awardedOn
        case .closing: row.completedOn
        }
    }

    private static func planned(_ step: Step, _ row: ChartRow) -> CivilDate? {
        guard let span = row.planned.last(where: { $0.stage == step.stage }) else { return nil }
        return switch step {
        case .approval: span.noticeFrom ?? span.to
        case .notice: span.noticeFrom == nil ? nil : span.to
        case .application, .review, .execution, .acceptance, .closing: span.to
        }
    }
}
