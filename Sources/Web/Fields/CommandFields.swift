import Workflow

/// What each command carries, as a table: it decodes API requests, decodes forms and draws them.
///
/// Text may be left empty here: whether it is needed is a rule of the core, which names everything missing at once.
extension Command.Kind {
    var fields: [Field] {
        switch self {
        case .draft:
            [
                .must("unit", "村（社区）", "unit", .count),
                .must("application", "申报内容", "application", .record(FieldTables.application)),
            ]
        case .edit: FieldTables.application
        case .submit, .admit: []
        case .verify:
            [
                .must("visitedOn", "现场核实日期", "day of the visit", .date),
                .must(
                    "recommended", "核实结论", "recommendation",
                    .flag(yes: .yes("建议立项", "recommend"), no: .no("不建议立项", "do not recommend"))),
                .text("opinion", "核实意见", "opinion", "hint.opinion"),
            ]
        case .return:
            [
                .must("sections", "需补正的部分", "sections to mend", .lines, "hint.sections"),
                .text("reason", "原因", "reason"),
            ]
        case .endorse: [FieldTables.amount("同意额度"), .text("words", "意见", "words")]
        case .award:
            [
                FieldTables.amount("批复金额"), .text("conditions", "附加条件", "conditions"),
                .may(
                    "tranches", "分期拨付", "tranches", .records(FieldTables.tranche),
                    "hint.tranches"),
            ]
        case .decline, .withdraw, .reopen, .carryForward, .sweep: [.text("reason", "原因", "reason")]
        case .object: [.text("words", "异议内容", "objection", "hint.objection")]
        case .resolveObjection:
            [
                .must("objection", "异议序号", "number of the objection", .count),
                .must(
                    "upheld", "处理结果", "ruling",
                    .flag(yes: .yes("异议成立，退回审批", "upheld: back to approval"), no: .no("异议不成立", "not upheld"))),
                .text("reason", "理由", "reason"),
            ]
        case .concludeNotice: [.text("proof", "公示证明", "proof of posting", "hint.proof")]
        case .recordStart:
            [
                .line("contractor", "施工方", "contractor", "hint.contractor"),
                .must("contractAmount", "合同金额", "contract amount", .money),
                .line("basis", "合同编号或实施方案", "contract number or plan"),
            ]
        case .reportProgress:
            [
                .must("milestone", "进度节点", "milestone", .choice(Choices.milestones)),
                .text("words", "说明", "words"), FieldTables.documents("photos", "照片", "photos"),
            ]
        case .requestAmendment:
            [
                FieldTables.amount("变更后金额"),
                .may(
                    "quantities", "变更后数量", "quantities instead", .records(FieldTables.quantity),
                    "hint.amendedQuantities"),
                .text("reason", "变更原因", "reason"),
            ]
        case .decideAmendment:
            [
                .must(
                    "approved", "审批结果", "decision", .flag(yes: .yes("同意变更", "approved"), no: .no("不同意", "not approved"))
                ),
                .text("reason", "理由", "reason"),
            ]
        case .extend: [.must("newDueOn", "新的期限", "new due day", .date), .text("reason", "原因", "reason")]
        case .suspend: [.text("reason", "原因", "reason"), .line("evidence", "证明材料", "evidence")]
        case .resume, .chase, .comment: [.text("words", "内容", "words")]
        case .requestInspection:
            [FieldTables.documents("documents", "验收材料", "documents"), .text("words", "说明", "words")]
        case .accept: FieldTables.acceptance
        case .demandRectification:
            [
                .must("items", "整改事项", "items to rectify", .lines, "hint.onePerLine"),
                .must("dueOn", "整改期限", "due day", .date),
            ]
        case .disburse: [FieldTables.amount("拨付金额")] + FieldTables.payment
        case .settle: FieldTables.settlement
        case .correctPayment:
            [
                .must("number", "付款序号", "number of the payment", .count, "hint.paymentNumber"),
                .must("amount", "正确金额", "right amount", .money, "hint.rightAmount"),
            ] + FieldTables.payment + [.text("reason", "更正原因", "reason")]
        case .returnRetention:
            [FieldTables.amount("退还金额")] + FieldTables.payment + [
                .text("deductionReason", "扣减原因", "reason of a deduction", "hint.deductionReason")
            ]
        case .recordReceipt:
            [
                .must("source", "来源序号", "number of the source", .count, "hint.sourceNumber"),
                FieldTables.amount("到位金额"), .line("evidence", "到位凭证", "evidence", "hint.evidence"),
            ]
        case .recordSpending:
            [
                .must("source", "来源序号", "number of the source", .count, "hint.sourceNumber"),
                FieldTables.amount("支出金额"), .line("payee", "收款方", "payee"), .line("voucher", "付款凭证", "voucher"),
            ]
        case .recover: [FieldTables.amount("收回金额"), .text("reason", "原因", "reason")]
        case .closeOut: [.text("publication", "结果公示情况", "publication of the result")]
        case .terminate:
            [
                .text("reason", "原因", "reason"),
                .text("writeDownReason", "核销原因", "reason for writing down", "hint.writeDownReason"),
            ]
        case .raiseBlocker:
            [
                .must("kind", "堵点类型", "kind of blocker", .choice(Choices.blockerKinds)),
                .line("words", "堵点", "blocker"),
                .must("mustAct", "由谁解决", "who must act", .choice(Choices.roles)),
            ]
        case .clearBlocker:
            [.must("blocker", "堵点序号", "number of the blocker", .count), .text("words", "解决情况", "words")]
        case .consult:
            [
                .text("question", "会诊问题", "question"),
                .must("participants", "参加单位", "participants", .lines, "hint.participants"),
                .must("meetBy", "会诊日期", "day of the meeting", .date),
            ]
        case .decideConsultation:
            [
                .must("consultation", "会诊序号", "number of the consultation", .count),
                .text("decision", "会诊决定", "decision"), .line("owner", "责任人", "owner"),
                .must("doneBy", "完成期限", "done by", .date),
            ]
        case .adjournConsultation:
            [
                .must("consultation", "会诊序号", "number of the consultation", .count),
                .must("meetBy", "改到哪天", "new day", .date), .text("reason", "原因", "reason"),
            ]
        case .dispatch:
            [
                .line("department", "承办部门", "department"), .text("task", "事项", "task"),
                .must("by", "完成期限", "by", .date),
            ]
        case .signDispatch:
            [.must("dispatch", "派单序号", "number of the dispatch", .count), .line("signedBy", "签收人", "signed by")]
        case .answerDispatch:
            [.must("dispatch", "派单序号", "number of the dispatch", .count), .text("feedback", "办理情况", "feedback")]
        case .recomputeDue: []
        }
    }
}
