import Workflow

/// A good command of each kind for a project as it stands: nothing is missing and every amount fits.
enum Samples {
    static func command(_ kind: Command.Kind, in story: Story, by person: Person) -> Command {
        let day = story.day
        let reasoned = Reasoned(reason: "原因")
        return switch kind {
        case .draft: .draft(Papers.application)
        case .edit: .edit(Papers.application)
        case .submit: .submit
        case .admit: .admit
        case .verify: .verify(SiteVisit(visitedOn: day, recommended: true, opinion: "属实"))
        case .return: .return(Return(sections: ["budget"], reason: "缺报价单"))
        case .endorse: .endorse(Endorsement(amount: yuan(100_000)))
        case .award: .award(Award(amount: yuan(100_000)))
        case .decline: .decline(reasoned)
        case .object: .object(Objection(words: "位置不当"))
        case .resolveObjection: .resolveObjection(ObjectionRuling(objection: 1, upheld: false, reason: "不成立"))
        case .concludeNotice: .concludeNotice(NoticeProof(proof: "公示栏照片"))
        case .recordStart: .recordStart(Papers.start)
        case .reportProgress: .reportProgress(ProgressReport(milestone: .started))
        case .requestAmendment: .requestAmendment(Amendment(amount: yuan(105_000), reason: "增加灯杆"))
        case .decideAmendment: .decideAmendment(AmendmentRuling(approved: true, reason: "同意"))
        case .extend:
            .extend(
                Extension(newDueOn: (story.project?.clock.dueOn ?? day).adding(days: 20), reason: "雨季"))
        case .suspend: .suspend(Suspension(reason: "台风", evidence: "预警"))
        case .resume: .resume(Remark(words: "天晴"))
        case .requestInspection: .requestInspection(InspectionRequest(documents: [Papers.afterPhoto]))
        case .accept:
            .accept(
                Papers.acceptance(by: [person, person.id == Cast.panelist.id ? Cast.secondPanelist : Cast.panelist]))
        case .demandRectification: .demandRectification(Rectification(items: ["灯杆"], dueOn: day.adding(days: 3)))
        case .disburse: .disburse(Papers.payment(yuan(1_000)))
        case .settle: .settle(Settlement(actual: yuan(10_000)))
        case .recover: .recover(Recovery(amount: yuan(1_000), reason: "多付"))
        case .correctPayment:
            .correctPayment(PaymentCorrection(number: 1, payment: Papers.payment(yuan(9_000)), reason: "金额录错"))
        case .returnRetention: .returnRetention(RetentionReturn(payment: Papers.payment(yuan(300))))
        case .recordReceipt: .recordReceipt(SourceReceipt(source: 1, amount: yuan(13_000), evidence: "回单 3"))
        case .recordSpending:
            .recordSpending(SourceSpending(source: 1, amount: yuan(3_000), payee: "云岭建筑队", voucher: "凭证 9"))
        case .carryForward: .carryForward(Reasoned(reason: "年末结转"))
        case .sweep: .sweep(Reasoned(reason: "年末收回"))
        case .closeOut: .closeOut(CloseOut(publication: "村务公开栏"))
        case .reopen: .reopen(reasoned)
        case .withdraw: .withdraw(reasoned)
        case .terminate: .terminate(Termination(reason: "征地争议", writeDownReason: "已完成部分"))
        case .raiseBlocker: .raiseBlocker(Blocker(words: "管线未迁", mustAct: .clerk))
        case .clearBlocker: .clearBlocker(BlockerCleared(blocker: 1, words: "已迁"))
        case .consult:
            .consult(Consultation(question: "管线", participants: ["供电所", "村委会"], meetBy: day.adding(days: 3)))
        case .decideConsultation:
            .decideConsultation(
                ConsultationDecision(consultation: 1, decision: "先迁后建", owner: "站长", doneBy: day.adding(days: 5)))
        case .adjournConsultation:
            .adjournConsultation(Adjournment(consultation: 1, meetBy: day.adding(days: 6), reason: "供电所出差"))
        case .dispatch: .dispatch(Dispatch(department: "供电所", task: "迁线", by: day.adding(days: 3)))
        case .signDispatch: .signDispatch(DispatchSigned(dispatch: 1, signedBy: "所长"))
        case .answerDispatch: .answerDispatch(DispatchAnswer(dispatch: 1, feedback: "已迁"))
        case .recomputeDue: .recomputeDue
        case .chase: .chase(Remark(words: "请抓紧"))
        case .comment: .comment(Remark(words: "备注"))
        }
    }
}
