/// "What may I do now, and why not the rest?" — answered by `decide` itself, one probe per command.
public struct Possibility: Hashable, Sendable {
    public let command: Command.Kind
    /// nil when the command is open to this person now.
    public let refusal: Refusal?
}

/// Every command with yes or its first refusal. Conditions that depend on what the person will write
/// (a missing reason, say) are not refusals here: the probes carry good particulars.
public func possibilities(_ project: Project, _ context: Context, _ policy: Policy) -> [Possibility] {
    var context = context
    context.documents = DocumentKind.allCases.map { Document(kind: $0, name: "·") }
    return Command.Kind.allCases.filter { $0 != .draft }.map { kind in
        do throws(Refusal) {
            _ = try decide(project, Command.probe(kind, project, context), context, policy)
            return Possibility(command: kind, refusal: nil)
        } catch {
            return Possibility(command: kind, refusal: error)
        }
    }
}

extension Command {
    /// The command with particulars as good as the project allows.
    static func probe(_ kind: Kind, _ project: Project, _ context: Context) -> Command {
        let words = "·"
        let day = context.effectiveOn
        let penny = Money(fen: 1)
        return switch kind {
        case .draft: .draft(project.application)
        case .edit: .edit(project.application)
        case .submit: .submit
        case .admit: .admit
        case .verify: .verify(SiteVisit(visitedOn: day, recommended: true, opinion: words))
        case .return: .return(Return(sections: [words], reason: words))
        case .endorse: .endorse(Endorsement(amount: project.application.requested, words: words))
        case .award: .award(Award(amount: project.application.requested, conditions: words))
        case .decline: .decline(Reasoned(reason: words))
        case .object: .object(Objection(words: words))
        case .resolveObjection:
            .resolveObjection(ObjectionRuling(objection: project.openObjection ?? 1, upheld: false, reason: words))
        case .concludeNotice: .concludeNotice(NoticeProof(proof: words))
        case .recordStart: .recordStart(Start(contractor: words, contractAmount: .zero, basis: words))
        case .reportProgress:
            .reportProgress(ProgressReport(milestone: .started, words: words, photos: context.documents))
        case .requestAmendment: .requestAmendment(Amendment(amount: project.money.awarded, reason: words))
        case .decideAmendment: .decideAmendment(AmendmentRuling(approved: true, reason: words))
        case .extend:
            .extend(Extension(newDueOn: (project.clock.dueOn ?? day).adding(days: 1), reason: words))
        case .suspend: .suspend(Suspension(reason: words, evidence: words))
        case .resume: .resume(Remark(words: words))
        case .requestInspection: .requestInspection(InspectionRequest(documents: context.documents, words: words))
        case .accept: .accept(project.goodAcceptance(by: Array(context.people.keys), words))
        case .demandRectification: .demandRectification(Rectification(items: [words], dueOn: day))
        case .disburse: .disburse(Payment(amount: penny, payee: words, invoice: words, voucher: words))
        case .settle:
            // Whatever the whole cost: what is paid already can be settled.
            .settle(Settlement(actual: project.money.outstanding, words: words, totalCost: .limit))
        case .recover: .recover(Recovery(amount: penny, reason: words))
        case .correctPayment: .correctPayment(project.goodCorrection(words))
        case .returnRetention: .returnRetention(project.goodReturn(words))
        case .recordReceipt: .recordReceipt(SourceReceipt(source: 1, amount: penny, evidence: words))
        case .recordSpending: .recordSpending(project.goodSpending(words))
        case .carryForward: .carryForward(Reasoned(reason: words))
        case .sweep: .sweep(Reasoned(reason: words))
        case .closeOut: .closeOut(CloseOut(publication: words))
        case .reopen: .reopen(Reasoned(reason: words))
        case .withdraw: .withdraw(Reasoned(reason: words))
        case .terminate: .terminate(Termination(reason: words, writeDownReason: words))
        case .raiseBlocker: .raiseBlocker(Blocker(words: words, mustAct: .secretary))
        case .clearBlocker: .clearBlocker(BlockerCleared(blocker: project.blockerToClear, words: words))
        case .consult: .consult(Consultation(question: words, participants: [words], meetBy: day))
        case .decideConsultation: .decideConsultation(project.goodDecision(on: day, words))
        case .adjournConsultation:
            .adjournConsultation(
                Adjournment(consultation: project.openConsultation, meetBy: day, reason: words))
        case .dispatch: .dispatch(Dispatch(department: words, task: words, by: day))
        case .signDispatch: .signDispatch(DispatchSigned(dispatch: project.dispatchToSign, signedBy: words))
        case .answerDispatch: .answerDispatch(DispatchAnswer(dispatch: project.dispatchToAnswer, feedback: words))
        case .recomputeDue: .recomputeDue
        case .chase: .chase(Remark(words: words))
        case .comment: .comment(Remark(words: words))
        }
    }
}
