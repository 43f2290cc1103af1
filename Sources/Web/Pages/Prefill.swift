import Workflow

/// What a form can know before anybody writes: enter once.
enum Prefill {
    static func texts(_ kind: Command.Kind, _ project: Project, _ today: CivilDate) -> [String: [String]] {
        let day = [today.description]
        switch kind {
        case .edit: return project.application.values.formTexts(FieldTables.application)
        case .verify: return ["visitedOn": day]
        case .endorse: return ["amount": [project.application.requested.wanText]]
        case .award: return ["amount": [(project.endorsed ?? project.application.requested).wanText]]
        case .resolveObjection:
            return number("objection", project.objections.firstIndex { $0.ruling == nil })
        case .clearBlocker: return number("blocker", project.blockers.firstIndex { $0.clearedOn == nil })
        case .recordStart: return ["contractAmount": [project.money.awarded.wanText]]
        case .requestAmendment: return ["amount": [project.money.awarded.wanText]]
        case .accept:
            let values = Values([("quantities", .records(project.application.quantities.map(\.values)))])
            return values.formTexts(FieldTables.acceptance)
        case .settle: return ["actual": [project.money.outstanding.wanText]]
        case .draft, .submit, .admit, .return, .decline, .object, .concludeNotice, .reportProgress,
            .decideAmendment, .extend, .suspend, .resume, .requestInspection, .demandRectification, .disburse,
            .recover, .closeOut, .reopen, .withdraw, .terminate, .raiseBlocker, .consult, .dispatch, .chase,
            .comment:
            return [:]
        }
    }

    private static func number(_ name: String, _ index: Int?) -> [String: [String]] {
        index.map { [name: [String($0 + 1)]] } ?? [:]
    }
}
