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
                .must("recommended", "核实结论", "recommendation", .flag(yes: "建议立项", no: "不建议立项")),
                .text("opinion", "核实意见", "opinion", "看到了什么，为什么建议或不建议。"),
            ]
        case .return:
            [
                .must("sections", "需补正的部分", "sections to mend", .lines, "每行一项，一次列全。"),
                .text("reason", "原因", "reason"),
            ]
        case .endorse: [FieldTables.amount("同意额度"), .text("words", "意见", "words")]
        case .award:
            [
                FieldTables.amount("批复金额"), .text("conditions", "附加条件", "conditions"),
                .may(
                    "tranches", "分期拨付", "tranches", .records(FieldTables.tranche),
                    "不填按办法执行；每行一期：‰ 条件，如：300 开工登记，合计1000"),
            ]
        case .decline, .withdraw, .reopen, .carryForward, .sweep: [.text("reason", "原因", "reason")]
        case .object: [.text("words", "异议内容", "objection", "只写内容，不写姓名。")]
        case .resolveObjection:
            [
                .must("objection", "异议序号", "number of the objection", .count),
                .must("upheld", "处理结果", "ruling", .flag(yes: "异议成立，退回审批", no: "异议不成立")),
                .text("reason", "理由", "reason"),
            ]
        case .concludeNotice: [.text("proof", "公示证明", "proof of posting", "何处张贴、何种方式、照片编号。")]
        case .recordStart:
            [
                .line("contractor", "施工方", "contractor", "无资金项目可不填。"),
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
                    "数量有变才填，每行一项：名称 数量 单位"),
                .text("reason", "变更原因", "reason"),
            ]
        case .decideAmendment:
            [.must("approved", "审批结果", "decision", .flag(yes: "同意变更", no: "不同意")), .text("reason", "理由", "reason")]
        case .extend: [.must("newDueOn", "新的期限", "new due day", .date), .text("reason", "原因", "reason")]
        case .suspend: [.text("reason", "原因", "reason"), .line("evidence", "证明材料", "evidence")]
        case .resume, .chase, .comment: [.text("words", "内容", "words")]
        case .requestInspection:
            [FieldTables.documents("documents", "验收材料", "documents"), .text("words", "说明", "words")]
        case .accept: FieldTables.acceptance
        case .demandRectification:
            [
                .must("items", "整改事项", "items to rectify", .lines, "每行一项。"),
                .must("dueOn", "整改期限", "due day", .date),
            ]
        case .disburse: [FieldTables.amount("拨付金额")] + FieldTables.payment
        case .settle: FieldTables.settlement
        case .correctPayment:
            [
                .must("number", "付款序号", "number of the payment", .count, "从1起，按付款先后。"),
                .must("amount", "正确金额", "right amount", .money, "没有这笔付款的填0。"),
            ] + FieldTables.payment + [.text("reason", "更正原因", "reason")]
        case .returnRetention:
            [FieldTables.amount("退还金额")] + FieldTables.payment + [
                .text("deductionReason", "扣减原因", "reason of a deduction", "少退时填写。")
            ]
        case .recordReceipt:
            [
                .must("source", "来源序号", "number of the source", .count, "从1起，按申报表其他来源的顺序。"),
                FieldTables.amount("到位金额"), .line("evidence", "到位凭证", "evidence", "银行回单、收据、投工名册。"),
            ]
        case .recordSpending:
            [
                .must("source", "来源序号", "number of the source", .count, "从1起，按申报表其他来源的顺序。"),
                FieldTables.amount("支出金额"), .line("payee", "收款方", "payee"), .line("voucher", "付款凭证", "voucher"),
            ]
        case .recover: [FieldTables.amount("收回金额"), .text("reason", "原因", "reason")]
        case .closeOut: [.text("publication", "结果公示情况", "publication of the result")]
        case .terminate:
            [
                .text("reason", "原因", "reason"),
                .text("writeDownReason", "核销原因", "reason for writing down", "已付款项无法收回时填写。"),
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
                .must("participants", "参加单位", "participants", .lines, "每行一个。"),
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
