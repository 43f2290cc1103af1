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
        case .decideConsultation, .adjournConsultation:
            return number("consultation", project.consultations.firstIndex { $0.decision == nil })
        case .signDispatch: return number("dispatch", project.dispatches.firstIndex { $0.signedBy == nil })
        case .answerDispatch:
            return number("dispatch", project.dispatches.firstIndex { $0.signedBy != nil && $0.feedback == nil })
        case .recordStart: return ["contractAmount": [project.money.awarded.wanText]]
        case .requestAmendment: return ["amount": [project.money.awarded.wanText]]
        case .accept:
            let values = Values([("quantities", .records(project.application.quantities.map(\.values)))])
            return values.formTexts(FieldTables.acceptance)
        case .settle: return ["actual": [project.money.outstanding.wanText]]
        case .returnRetention: return ["amount": [project.money.retention?.amount ?? .zero].map(\.wanText)]
        case .correctPayment:
            guard let last = project.money.payments.last else { return [:] }
            var texts = last.payment.values.formTexts(FieldTables.payment)
            texts["number"] = [String(project.money.payments.count)]
            texts["amount"] = [last.payment.amount.wanText]
            return texts
        case .draft, .submit, .admit, .return, .decline, .object, .concludeNotice, .reportProgress,
            .decideAmendment, .extend, .suspend, .resume, .requestInspection, .demandRectification, .disburse,
            .recover, .recordReceipt, .recordSpending, .carryForward, .sweep, .closeOut, .reopen, .withdraw, .terminate,
            .raiseBlocker, .consult, .dispatch,
            .recomputeDue, .chase, .comment:
            return [:]
        }
    }

    private static func number(_ name: String, _ index: Int?) -> [String: [String]] {
        index.map { [name: [String($0 + 1)]] } ?? [:]
    }
}
