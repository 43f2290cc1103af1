import Seeds
import Workflow

extension SplitMix64 {
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int(next() % UInt64(elements.count))] }
}

/// Commands as careless people give them: mostly sensible, sometimes empty, too large, or about nothing.
struct RandomSteps {
    var random: SplitMix64
    /// Who could sit on a panel.
    let panel: [PersonID]

    private mutating func amount(_ most: Int64 = 11_000) -> Money {
        Money(fen: Int64.random(in: 0...most, using: &random))
    }
    private mutating func words() -> String { random.chance(97) ? "说明" : "" }
    private mutating func number() -> Int { Int.random(in: 1...2, using: &random) }

    private mutating func application() -> Application {
        let asked = random.chance(10) ? Money.zero : amount()
        let own = random.chance(30) ? [Source(kind: .ownContribution, promised: amount(500))] : []
        let sum = own.reduce(asked) { $0 + $1.promised } + Money(fen: random.chance(95) ? 0 : 1)
        return Application(
            title: random.chance(98) ? "路灯" : "", category: random.chance(97) ? "人居环境" : "其他",
            need: "巷道暗", channel: random.chance(90) ? "走访" : "", place: random.chance(95) ? "村口" : "",
            quantities: [Quantity(what: "灯", count: 3, unit: "盏")],
            budget: sum > .zero ? [BudgetLine(what: "工程", amount: sum)] : [], sources: own, requested: asked)
    }

    /// What makes sense in this state, the step that brings the project on before others; sometimes anything at all.
    mutating func kind(for project: Project) -> Command.Kind {
        let forward: [Command.Kind] = [
            .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .requestInspection, .accept, .settle,
            .disburse, .closeOut, .resume,
        ]
        if random.chance(70), let next = forward.first(where: { project.state.commands.contains($0) }) {
            if next == .recordStart, project.start != nil { return .requestInspection }
            if next == .settle, project.money.settled != nil { return random.chance(50) ? .disburse : .closeOut }
            return next
        }
        // What ends a project is rare, so that others grow old.
        let ends: Set<Command.Kind> = random.chance(75) ? [.decline, .withdraw, .terminate, .sweep] : []
        let sensible = Command.Kind.allCases.filter {
            project.state.commands.contains($0) && $0 != .draft && !ends.contains($0)
        }
        return random.chance(85) && !sensible.isEmpty
            ? random.pick(sensible) : random.pick(Command.Kind.allCases.filter { $0 != .draft })
    }

    mutating func command(_ kind: Command.Kind, _ project: Project?, on day: CivilDate) -> Command {
        switch kind {
        case .draft: .draft(application())
        case .edit: .edit(application())
        case .submit: .submit
        case .admit: .admit
        case .recomputeDue: .recomputeDue
        case .verify: .verify(SiteVisit(visitedOn: day, recommended: random.chance(80), opinion: words()))
        case .return: .return(Return(sections: ["预算"], reason: words()))
        case .endorse, .award, .decline, .object, .resolveObjection, .concludeNotice, .requestAmendment,
            .decideAmendment, .extend:
            approval(kind, project, on: day)
        case .recordStart: .recordStart(Start(contractor: words(), contractAmount: amount(), basis: words()))
        case .reportProgress:
            .reportProgress(ProgressReport(milestone: random.pick(Milestone.allCases), words: words()))
        case .suspend: .suspend(Suspension(reason: words(), evidence: words()))
        case .resume: .resume(Remark(words: words()))
        case .requestInspection:
            .requestInspection(
                InspectionRequest(documents: random.chance(90) ? [Document(kind: .afterPhoto, name: "照片")] : []))
        case .accept, .demandRectification: acceptance(kind, on: day)
        case .disburse, .settle, .recover, .closeOut, .reopen, .withdraw, .terminate: money(kind, project, on: day)
        case .correctPayment, .returnRetention, .recordReceipt, .recordSpending, .carryForward, .sweep:
            ledger(kind, project)
        case .raiseBlocker, .clearBlocker, .consult, .decideConsultation, .adjournConsultation, .dispatch,
            .signDispatch, .answerDispatch, .chase, .comment:
            help(kind, on: day)
        }
    }

    private mutating func approval(_ kind: Command.Kind, _ project: Project?, on day: CivilDate) -> Command {
        let asked = project?.application.requested ?? .zero
        return switch kind {
        case .endorse: .endorse(Endorsement(amount: random.chance(60) ? asked : amount(), words: words()))
        case .decline: .decline(Reasoned(reason: words()))
        case .object: .object(Objection(words: words()))
        case .resolveObjection:
            .resolveObjection(ObjectionRuling(objection: number(), upheld: random.chance(40), reason: words()))
        case .concludeNotice: .concludeNotice(NoticeProof(proof: words()))
        case .requestAmendment: .requestAmendment(Amendment(amount: amount(), reason: words()))
        case .decideAmendment: .decideAmendment(AmendmentRuling(approved: random.chance(70), reason: words()))
        case .extend:
            .extend(
                Extension(newDueOn: (project?.clock.dueOn ?? day).adding(days: number() * 7 - 7), reason: words()))
        case _: .award(Award(amount: random.chance(70) ? asked : amount(), conditions: words()))
        }
    }

    private mutating func acceptance(_ kind: Command.Kind, on day: CivilDate) -> Command {
        if kind == .demandRectification {
            return .demandRectification(Rectification(items: ["灯杆"], dueOn: day.adding(days: number() - 1)))
        }
        let seats = random.chance(85) ? panel : [random.pick(panel)]
        let counts = Satisfaction(
            satisfied: random.chance(90) ? 5 : 0, basicallySatisfied: number() - 1, dissatisfied: number())
        return .accept(
            Acceptance(
                panel: seats, quantities: random.chance(90) ? [Quantity(what: "灯", count: 3, unit: "盏")] : [],
                satisfaction: counts, words: words()))
    }

    private mutating func money(_ kind: Command.Kind, _ project: Project?, on day: CivilDate) -> Command {
        return switch kind {
        case .settle:
            .settle(
                Settlement(
                    actual: random.chance(70) ? project?.money.awarded ?? .zero : amount(), words: words(),
                    retained: random.chance(30) ? amount(800) : nil,
                    retainedUntil: random.chance(90) ? day.adding(days: number()) : nil))
        case .recover: .recover(Recovery(amount: amount(3_000), reason: words()))
        case .closeOut: .closeOut(CloseOut(publication: words()))
        case .reopen: .reopen(Reasoned(reason: words()))
        case .withdraw: .withdraw(Reasoned(reason: words()))
        case .terminate:
            .terminate(Termination(reason: words(), writeDownReason: random.chance(50) ? "已做部分" : nil))
        case _: .disburse(payment(project))
        }
    }

    private mutating func payment(_ project: Project?) -> Payment {
        Payment(
            amount: Money(fen: Int64.random(in: 0...(project?.money.encumbered.fen ?? 0) + 1, using: &random)),
            payee: words(),
            // Few numbers, so that other projects of the town have used them before.
            invoice: random.chance(50) ? "F\(Int.random(in: 1...9, using: &random))" : nil, voucher: words())
    }

    private mutating func ledger(_ kind: Command.Kind, _ project: Project?) -> Command {
        switch kind {
        case .correctPayment:
            return .correctPayment(PaymentCorrection(number: number(), payment: payment(project), reason: words()))
        case .returnRetention:
            var back = payment(project)
            if random.chance(80) { back.amount = project?.money.retention?.amount ?? .zero }
            return .returnRetention(
                RetentionReturn(payment: back, deductionReason: random.chance(30) ? words() : nil))
        case .recordReceipt:
            return .recordReceipt(SourceReceipt(source: number(), amount: amount(600), evidence: words()))
        case .recordSpending:
            return .recordSpending(
                SourceSpending(source: number(), amount: amount(400), payee: words(), voucher: words()))
        case .carryForward: return .carryForward(Reasoned(reason: words()))
        case _: return .sweep(Reasoned(reason: words()))
        }
    }

    private mutating func help(_ kind: Command.Kind, on day: CivilDate) -> Command {
        switch kind {
        case .raiseBlocker:
            .raiseBlocker(Blocker(words: words(), mustAct: random.pick([.director, .finance, .leader])))
        case .clearBlocker: .clearBlocker(BlockerCleared(blocker: number(), words: words()))
        case .consult: .consult(Consultation(question: words(), participants: ["水利站"], meetBy: day))
        case .decideConsultation:
            .decideConsultation(
                ConsultationDecision(consultation: number(), decision: words(), owner: "站长", doneBy: day))
        case .adjournConsultation:
            .adjournConsultation(Adjournment(consultation: number(), meetBy: day.adding(days: 2), reason: words()))
        case .dispatch: .dispatch(Dispatch(department: "供电所", task: words(), by: day.adding(days: 1)))
        case .signDispatch: .signDispatch(DispatchSigned(dispatch: number(), signedBy: words()))
        case .answerDispatch: .answerDispatch(DispatchAnswer(dispatch: number(), feedback: words()))
        case .chase: .chase(Remark(words: words()))
        case _: .comment(Remark(words: words()))
        }
    }
}
