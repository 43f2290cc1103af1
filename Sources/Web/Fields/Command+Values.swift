import Workflow

extension Command {
    /// The command of this kind with these values.
    init(_ kind: Kind, _ values: Values) throws(Problem) {
        switch kind {
        case .draft: self = .draft(try Application(try values.record("application")))
        case .edit: self = .edit(try Application(values))
        case .submit: self = .submit
        case .admit: self = .admit
        case .verify: self = .verify(try SiteVisit(values))
        case .return: self = .return(Return(sections: values.texts("sections"), reason: values.text("reason")))
        case .endorse:
            self = .endorse(Endorsement(amount: try values.money("amount"), words: values.text("words")))
        case .award:
            self = .award(try Award(values))
        case .decline: self = .decline(Reasoned(reason: values.text("reason")))
        case .object: self = .object(Objection(words: values.text("words")))
        case .resolveObjection: self = .resolveObjection(try ObjectionRuling(values))
        case .concludeNotice: self = .concludeNotice(NoticeProof(proof: values.text("proof")))
        case .recordStart: self = .recordStart(try Start(values))
        case .reportProgress:
            self = .reportProgress(
                ProgressReport(
                    milestone: try values.choice("milestone", Milestone.self), words: values.text("words"),
                    photos: try values.documents("photos")))
        case .requestAmendment:
            self = .requestAmendment(try Amendment(values))
        case .decideAmendment:
            self = .decideAmendment(
                AmendmentRuling(approved: try values.flag("approved"), reason: values.text("reason")))
        case .extend:
            self = .extend(Extension(newDueOn: try values.date("newDueOn"), reason: values.text("reason")))
        case .suspend: self = .suspend(Suspension(reason: values.text("reason"), evidence: values.text("evidence")))
        case .resume: self = .resume(Remark(words: values.text("words")))
        case .requestInspection:
            self = .requestInspection(
                InspectionRequest(documents: try values.documents("documents"), words: values.text("words")))
        case .accept: self = .accept(try Acceptance(values))
        case .demandRectification:
            self = .demandRectification(Rectification(items: values.texts("items"), dueOn: try values.date("dueOn")))
        case .disburse:
            self = .disburse(try Payment(values))
        case .settle: self = .settle(try Settlement(values))
        case .recover: self = .recover(Recovery(amount: try values.money("amount"), reason: values.text("reason")))
        case .correctPayment: self = .correctPayment(try PaymentCorrection(values))
        case .returnRetention: self = .returnRetention(try RetentionReturn(values))
        case .recordReceipt: self = .recordReceipt(try SourceReceipt(values))
        case .recordSpending: self = .recordSpending(try SourceSpending(values))
        case .carryForward: self = .carryForward(Reasoned(reason: values.text("reason")))
        case .sweep: self = .sweep(Reasoned(reason: values.text("reason")))
        case .closeOut: self = .closeOut(CloseOut(publication: values.text("publication")))
        case .reopen: self = .reopen(Reasoned(reason: values.text("reason")))
        case .withdraw: self = .withdraw(Reasoned(reason: values.text("reason")))
        case .terminate:
            self = .terminate(
                Termination(
                    reason: values.text("reason"), writeDownReason: values.optionalText("writeDownReason")))
        case .raiseBlocker: self = .raiseBlocker(try Blocker(values))
        case .clearBlocker: self = .clearBlocker(try BlockerCleared(values))
        case .consult: self = .consult(try Consultation(values))
        case .decideConsultation: self = .decideConsultation(try ConsultationDecision(values))
        case .adjournConsultation: self = .adjournConsultation(try Adjournment(values))
        case .dispatch: self = .dispatch(try Dispatch(values))
        case .signDispatch: self = .signDispatch(try DispatchSigned(values))
        case .answerDispatch: self = .answerDispatch(try DispatchAnswer(values))
        case .recomputeDue: self = .recomputeDue
        case .chase: self = .chase(Remark(words: values.text("words")))
        case .comment: self = .comment(Remark(words: values.text("words")))
        }
    }
}

extension SiteVisit {
    init(_ values: Values) throws(Problem) {
        self.init(
            visitedOn: try values.date("visitedOn"), recommended: try values.flag("recommended"),
            opinion: values.text("opinion"))
    }
}

extension ObjectionRuling {
    init(_ values: Values) throws(Problem) {
        self.init(
            objection: try values.count("objection"), upheld: try values.flag("upheld"), reason: values.text("reason"))
    }
}

extension Start {
    init(_ values: Values) throws(Problem) {
        self.init(
            contractor: values.text("contractor"), contractAmount: try values.money("contractAmount"),
            basis: values.text("basis"))
    }
}
