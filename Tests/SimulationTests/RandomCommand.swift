import Seeds
import Workflow

/// Commands as careless people give them: mostly sensible, sometimes empty, too large, or about nothing.
struct RandomCommand {
    var generator: SplitMix64

    mutating func amount(_ most: Int64 = 12_000) -> Money { Money(fen: Int64.random(in: 0...most, using: &generator)) }
    mutating func words() -> String { generator.chance(95) ? "说明" : " " }
    mutating func number() -> Int { Int.random(in: 1...2, using: &generator) }

    mutating func application() -> Application {
        let requested = amount(11_000)
        let budget = [BudgetLine(what: "工程", amount: generator.chance(95) ? requested : requested + Money(fen: 1))]
        return Application(
            title: "路灯", category: generator.chance(97) ? "人居环境" : "其他", need: "巷道暗", channel: "走访",
            place: generator.chance(95) ? "村口" : "", quantities: [Quantity(what: "灯", count: 3, unit: "盏")],
            budget: requested == .zero ? [] : budget, requested: requested)
    }

    mutating func panel() -> [PersonID] {
        SimulatedTown.people.filter { $0.holds(.panelMember, on: SimulatedTown.firstDay) && generator.chance(60) }.map(
            \.id)
    }

    /// The command of a kind with random particulars.
    mutating func make(_ kind: Command.Kind, _ project: Project?, on day: CivilDate) -> Command {
        let due = project?.clock.dueOn ?? day
        let held = project?.money.encumbered.fen ?? 0
        return switch kind {
        case .draft: .draft(application())
        case .edit: .edit(application())
        case .submit: .submit
        case .admit: .admit
        case .verify: .verify(SiteVisit(visitedOn: day, recommended: generator.chance(80), opinion: words()))
        case .return: .return(Return(sections: ["预算"], reason: words()))
        case .endorse: .endorse(Endorsement(amount: amount()))
        case .award: .award(Award(amount: generator.chance(70) ? project?.application.requested ?? .zero : amount()))
        case .decline: .decline(Reasoned(reason: words()))
        case .object: .object(Objection(words: words()))
        case .resolveObjection:
            .resolveObjection(ObjectionRuling(objection: number(), upheld: generator.chance(40), reason: words()))
        case .concludeNotice: .concludeNotice(NoticeProof(proof: words()))
        case .recordStart: .recordStart(Start(contractor: "施工队", contractAmount: amount(), basis: words()))
        case .reportProgress:
            .reportProgress(ProgressReport(milestone: Milestone.allCases.randomElement(using: &generator) ?? .built))
        case .requestAmendment: .requestAmendment(Amendment(amount: amount(), reason: words()))
        case .decideAmendment: .decideAmendment(AmendmentRuling(approved: generator.chance(70), reason: words()))
        case .extend: .extend(Extension(newDueOn: due.adding(days: number() * 5 - 5), reason: words()))
        case .suspend: .suspend(Suspension(reason: words(), evidence: words()))
        case .resume: .resume(Remark(words: words()))
        case .requestInspection:
            .requestInspection(
                InspectionRequest(documents: generator.chance(90) ? [Document(kind: .afterPhoto, name: "x")] : []))
        case .accept:
            .accept(
                Acceptance(
                    panel: panel(), quantities: [Quantity(what: "灯", count: 3, unit: "盏")],
                    satisfaction: Satisfaction(satisfied: number(), basicallySatisfied: 0, dissatisfied: number() - 1)))
        case .demandRectification: .demandRectification(Rectification(items: [words()], dueOn: day))
        case .disburse:
            .disburse(
                Payment(
                    amount: Money(fen: Int64.random(in: 0...max(1, held + 1), using: &generator)), payee: words(),
                    invoice: generator.chance(50) ? "F\(number())" : nil, voucher: words()))
        case .settle: .settle(Settlement(actual: generator.chance(70) ? project?.money.awarded ?? .zero : amount()))
        case .correctPayment:
            .correctPayment(
                PaymentCorrection(
                    number: number(),
                    payment: Payment(
                        amount: amount(8_000), payee: words(), invoice: generator.chance(50) ? "F\(number())" : nil,
                        voucher: words()), reason: words()))
        case .returnRetention:
            .returnRetention(
                RetentionReturn(
                    payment: Payment(amount: amount(300), payee: words(), voucher: words()), deductionReason: words()))
        case .recordReceipt: .recordReceipt(SourceReceipt(source: number(), amount: amount(), evidence: words()))
        case .recordSpending:
            .recordSpending(SourceSpending(source: number(), amount: amount(), payee: words(), voucher: words()))
        case .carryForward: .carryForward(Reasoned(reason: words()))
        case .sweep: .sweep(Reasoned(reason: words()))
        case .recover: .recover(Recovery(amount: amount(3_000), reason: words()))
        case .closeOut: .closeOut(CloseOut(publication: words()))
        case .reopen: .reopen(Reasoned(reason: words()))
        case .withdraw: .withdraw(Reasoned(reason: words()))
        case .terminate: .terminate(Termination(reason: words(), writeDownReason: generator.chance(50) ? words() : nil))
        case .raiseBlocker: .raiseBlocker(Blocker(words: words(), mustAct: .director))
        case .clearBlocker: .clearBlocker(BlockerCleared(blocker: number(), words: words()))
        case .consult: .consult(Consultation(question: words(), participants: ["水利站"], meetBy: day))
        case .decideConsultation:
            .decideConsultation(
                ConsultationDecision(consultation: number(), decision: words(), owner: "站长", doneBy: day))
        case .adjournConsultation:
            .adjournConsultation(Adjournment(consultation: number(), meetBy: day, reason: words()))
        case .dispatch: .dispatch(Dispatch(department: "供电所", task: words(), by: day))
        case .signDispatch: .signDispatch(DispatchSigned(dispatch: number(), signedBy: words()))
        case .answerDispatch: .answerDispatch(DispatchAnswer(dispatch: number(), feedback: words()))
        case .recomputeDue: .recomputeDue
        case .chase: .chase(Remark(words: words()))
        case .comment: .comment(Remark(words: words()))
        }
    }
}
