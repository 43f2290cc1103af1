/// What a person asks for. Imperative; the event that records it is the same verb in the past tense.
public enum Command: Hashable, Sendable {
    case draft(Application)
    case edit(Application)
    /// Also resubmission after a return.
    case submit
    case admit
    case verify(SiteVisit)
    case `return`(Return)
    case endorse(Endorsement)
    case award(Award)
    case decline(Reasoned)
    case object(Objection)
    case resolveObjection(ObjectionRuling)
    case concludeNotice(NoticeProof)
    case recordStart(Start)
    case reportProgress(ProgressReport)
    case requestAmendment(Amendment)
    case decideAmendment(AmendmentRuling)
    case extend(Extension)
    case suspend(Suspension)
    case resume(Remark)
    case requestInspection(InspectionRequest)
    case accept(Acceptance)
    case demandRectification(Rectification)
    case disburse(Payment)
    case settle(Settlement)
    case recover(Recovery)
    case correctPayment(PaymentCorrection)
    case returnRetention(RetentionReturn)
    case recordReceipt(SourceReceipt)
    case recordSpending(SourceSpending)
    case carryForward(Reasoned)
    case sweep(Reasoned)
    case closeOut(CloseOut)
    case reopen(Reasoned)
    case withdraw(Reasoned)
    case terminate(Termination)
    case raiseBlocker(Blocker)
    case clearBlocker(BlockerCleared)
    case consult(Consultation)
    case decideConsultation(ConsultationDecision)
    case adjournConsultation(Adjournment)
    case dispatch(Dispatch)
    case signDispatch(DispatchSigned)
    case answerDispatch(DispatchAnswer)
    case recomputeDue
    case chase(Remark)
    case comment(Remark)

    /// The command's name: the path segment of the API and the word of the audit.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case draft, edit, submit, admit, verify, `return`, endorse, award, decline, object, resolveObjection
        case concludeNotice, recordStart, reportProgress, requestAmendment, decideAmendment, extend, suspend, resume
        case requestInspection, accept, demandRectification, disburse, settle, recover, correctPayment
        case returnRetention, recordReceipt, recordSpending, carryForward, sweep, closeOut, reopen, withdraw
        case terminate, raiseBlocker, clearBlocker, consult, decideConsultation, adjournConsultation
        case dispatch, signDispatch, answerDispatch, recomputeDue, chase, comment
    }

    public var kind: Kind {
        switch self {
        case .draft: .draft
        case .edit: .edit
        case .submit: .submit
        case .admit: .admit
        case .verify: .verify
        case .return: .return
        case .endorse: .endorse
        case .award: .award
        case .decline: .decline
        case .object: .object
        case .resolveObjection: .resolveObjection
        case .concludeNotice: .concludeNotice
        case .recordStart: .recordStart
        case .reportProgress: .reportProgress
        case .requestAmendment: .requestAmendment
        case .decideAmendment: .decideAmendment
        case .extend: .extend
        case .suspend: .suspend
        case .resume: .resume
        case .requestInspection: .requestInspection
        case .accept: .accept
        case .demandRectification: .demandRectification
        case .disburse: .disburse
        case .settle: .settle
        case .recover: .recover
        case .correctPayment: .correctPayment
        case .returnRetention: .returnRetention
        case .recordReceipt: .recordReceipt
        case .recordSpending: .recordSpending
        case .carryForward: .carryForward
        case .sweep: .sweep
        case .closeOut: .closeOut
        case .reopen: .reopen
        case .withdraw: .withdraw
        case .terminate: .terminate
        case .raiseBlocker: .raiseBlocker
        case .clearBlocker: .clearBlocker
        case .consult: .consult
        case .decideConsultation: .decideConsultation
        case .adjournConsultation: .adjournConsultation
        case .dispatch: .dispatch
        case .signDispatch: .signDispatch
        case .answerDispatch: .answerDispatch
        case .recomputeDue: .recomputeDue
        case .chase: .chase
        case .comment: .comment
        }
    }
}

extension Command.Kind {
    public var chinese: String {
        switch self {
        case .draft: "起草"
        case .edit: "修改"
        case .submit: "申报"
        case .admit: "受理"
        case .verify: "现场核实"
        case .return: "退回补正"
        case .endorse: "领导同意"
        case .award: "批复"
        case .decline: "不予立项"
        case .object: "登记异议"
        case .resolveObjection: "处理异议"
        case .concludeNotice: "公示期满"
        case .recordStart: "开工登记"
        case .reportProgress: "进度上报"
        case .requestAmendment: "申请变更"
        case .decideAmendment: "变更审批"
        case .extend: "延期"
        case .suspend: "暂停"
        case .resume: "恢复"
        case .requestInspection: "申请验收"
        case .accept: "验收合格"
        case .demandRectification: "要求整改"
        case .disburse: "拨付"
        case .settle: "结算"
        case .recover: "收回资金"
        case .correctPayment: "更正付款"
        case .returnRetention: "退还质保金"
        case .recordReceipt: "登记资金到位"
        case .recordSpending: "登记自筹支出"
        case .carryForward: "结转下年"
        case .sweep: "收回未用指标"
        case .closeOut: "销号"
        case .reopen: "重新打开"
        case .withdraw: "撤回"
        case .terminate: "终止"
        case .raiseBlocker: "上报堵点"
        case .clearBlocker: "解除堵点"
        case .consult: "会诊"
        case .decideConsultation: "会诊决定"
        case .adjournConsultation: "会诊延期"
        case .dispatch: "派单"
        case .signDispatch: "派单签收"
        case .answerDispatch: "派单反馈"
        case .recomputeDue: "重算期限"
        case .chase: "催办"
        case .comment: "备注"
        }
    }
}
