/// One row of the rule index: where to find a rule from any of its names.
public struct RuleRow: Sendable {
    /// File, type and test begin with it.
    public let stem: String
    public let chinese: String
    public let refusals: [Refusal.Code]
    /// The named constraint or guard of the database that backs it, where data alone can tell.
    public let constraint: String?
}

/// Every rule of the core, in order of precedence.
public let ruleIndex: [RuleRow] = [
    RuleRow(
        stem: "RolePermitsCommand", chinese: "有权的人才能办：当日在任、辖区覆盖该村",
        refusals: [.roleNotPermitted], constraint: nil),
    RuleRow(
        stem: "StateAllowsCommand", chinese: "不越步：只能办本状态允许的事",
        refusals: [.commandNotInState], constraint: "transition_declared"),
    RuleRow(
        stem: "DaysInOrder", chinese: "日期不倒流，也不超前",
        refusals: [.effectiveInFuture, .dayOutOfOrder], constraint: "effective_not_future"),
    RuleRow(
        stem: "LateEntryExplained", chinese: "超过一天的补录要写原因",
        refusals: [.lateEntryUnexplained], constraint: "late_entry_explained"),
    RuleRow(
        stem: "DueRecomputedOnce", chinese: "只重算暂按周末推算的期限", refusals: [.dueNotProvisional], constraint: nil),
    RuleRow(
        stem: "DutiesSeparate", chinese: "申报、核实、批复、验收、拨付、销号不得由同一人办理",
        refusals: [.dutiesNotSeparate], constraint: "duties_separate"),
    RuleRow(
        stem: "ReasonGiven", chinese: "该写明的都写明，缺项一次告知",
        refusals: [.incomplete], constraint: nil),
    RuleRow(
        stem: "ApplicationComplete", chinese: "申报要素齐全，缺项一次告知",
        refusals: [.incomplete], constraint: nil),
    RuleRow(
        stem: "InKindValued", chinese: "实物、投工写明数量与计价依据",
        refusals: [.incomplete], constraint: nil),
    RuleRow(
        stem: "StepComplete", chinese: "每一步按办法带齐材料、填全要素，缺项一次告知",
        refusals: [.incomplete], constraint: nil),
    RuleRow(
        stem: "AmountInRange", chinese: "金额在零至十亿元之间，精确到分",
        refusals: [.amountOutOfRange], constraint: "amounts_in_range"),
    RuleRow(
        stem: "CategoryOfPolicy", chinese: "类别须在本专项之内",
        refusals: [.categoryUnknown], constraint: nil),
    RuleRow(
        stem: "BudgetAddsUp", chinese: "预算合计等于申请与其他来源之和",
        refusals: [.budgetDoesNotAddUp], constraint: nil),
    RuleRow(
        stem: "RequestWithinCap", chinese: "申请不超过单个项目上限",
        refusals: [.requestExceedsCap], constraint: "request_within_cap"),
    RuleRow(
        stem: "EmergencyPapersInTime", chinese: "先抢修后补手续，限期补办",
        refusals: [.effectiveInFuture, .emergencyPapersLate], constraint: nil),
    RuleRow(
        stem: "PanelIndependent", chinese: "验收小组人数够、在任、独立",
        refusals: [.panelTooSmall, .panelNotIndependent], constraint: nil),
    RuleRow(
        stem: "AwardWithinRequest", chinese: "批复不超过申请",
        refusals: [.awardExceedsRequest], constraint: nil),
    RuleRow(
        stem: "AwardWithinCap", chinese: "批复及变更后不超过单个项目上限",
        refusals: [.awardExceedsCap], constraint: "award_within_cap"),
    RuleRow(
        stem: "LeaderEndorsesLargeAward", chinese: "超过分级额度先由分管领导同意",
        refusals: [.endorsementMissing], constraint: nil),
    RuleRow(
        stem: "NoticeServedInFull", chinese: "公示期满才能实施",
        refusals: [.noticeRunning], constraint: nil),
    RuleRow(
        stem: "ObjectionsResolved", chinese: "异议处理完毕才能结束公示",
        refusals: [.objectionOpen, .itemUnknown], constraint: nil),
    RuleRow(
        stem: "OpenItem", chinese: "只能处理仍未了结的堵点、会诊、派单",
        refusals: [.itemUnknown], constraint: nil),
    RuleRow(
        stem: "AdjournmentEscalates", chinese: "会诊只延期一次，再延期由分管领导决定",
        refusals: [.adjournmentEscalated], constraint: nil),
    RuleRow(
        stem: "StartRecorded", chinese: "登记开工之后才能申请验收",
        refusals: [.startMissing], constraint: nil),
    RuleRow(
        stem: "AmendmentInTurn", chinese: "变更一次一项，先申请后审批",
        refusals: [.amendmentPending, .amendmentMissing], constraint: nil),
    RuleRow(
        stem: "ExtendedOnce", chinese: "延期只一次，新期限更晚",
        refusals: [.alreadyExtended, .extensionNotLater, .extensionTooLong], constraint: "extended_once"),
    RuleRow(
        stem: "PauseWithinCap", chinese: "暂停有上限、不倒签",
        refusals: [.suspensionBackdated, .pauseUsedUp], constraint: nil),
    RuleRow(
        stem: "SatisfactionReached", chinese: "满意度达标才能验收合格",
        refusals: [.incomplete, .satisfactionBelowThreshold], constraint: nil),
    RuleRow(
        stem: "PayeeChecked", chinese: "款付给账户相符的收款方，个人仅限务工名册",
        refusals: [.payeeNameDiffers, .personalPayee], constraint: nil),
    RuleRow(
        stem: "TransferAboveLimit", chinese: "超过现金限额一律转账",
        refusals: [.cashAboveLimit], constraint: nil),
    RuleRow(
        stem: "OwnMoneyFirst", chinese: "自筹到位在先，拨付在后",
        refusals: [.ownMoneyOutstanding], constraint: nil),
    RuleRow(
        stem: "TrancheReached", chinese: "按进度分期拨付",
        refusals: [.trancheNotReached], constraint: nil),
    RuleRow(
        stem: "AdvanceWithinLimit", chinese: "验收前拨付不超过批复的规定比例",
        refusals: [.advanceExceedsLimit], constraint: nil),
    RuleRow(
        stem: "SpendingWithinAward", chinese: "拨付不超过批复",
        refusals: [.spendingExceedsAward], constraint: "spending_within_award"),
    RuleRow(
        stem: "SettledOnce", chinese: "结算一次，不超批复，不少于已付",
        refusals: [.settledAlready, .paymentsExceedSettlement, .settlementExceedsAward],
        constraint: "encumbrance_resolved_once"),
    RuleRow(
        stem: "SettlementFollowsQuantities", chinese: "少建少付：按实际完成数量结算",
        refusals: [.incomplete, .settlementExceedsBuilt], constraint: nil),
    RuleRow(
        stem: "GrantWithinShare", chinese: "按补助比例与上限从低结算",
        refusals: [.incomplete, .grantExceedsShare], constraint: nil),
    RuleRow(
        stem: "SurplusGivenBack", chinese: "结余按规定退回",
        refusals: [.surplusNotGivenBack], constraint: nil),
    RuleRow(
        stem: "RetentionWithinLimit", chinese: "质保金不超比例，写明返还日期",
        refusals: [.incomplete, .retentionExceedsLimit], constraint: "retention_within_limit"),
    RuleRow(
        stem: "RetentionReturned", chinese: "质保金到期退还，一次",
        refusals: [.incomplete, .spendingExceedsAward, .retentionMissing, .retentionNotDue], constraint: nil),
    RuleRow(
        stem: "RecoveryWithinPaid", chinese: "收回不超过已付",
        refusals: [.recoveryExceedsPaid], constraint: "recovery_within_paid"),
    RuleRow(
        stem: "InvoiceUsedOnce", chinese: "一张发票只用一次",
        refusals: [.invoiceReused], constraint: "invoice_used_once"),
    RuleRow(
        stem: "SourceSpentWithinReceived", chinese: "其他来源先到位后支出",
        refusals: [.itemUnknown, .sourceOverspent], constraint: "source_spent_within_received"),
    RuleRow(
        stem: "CorrectionOfPayment", chinese: "更正付款：整笔冲回，重新登记",
        refusals: [.itemUnknown, .paymentOfEarlierYear], constraint: "correction_reverses_whole"),
    RuleRow(
        stem: "MoneyStillHeld", chinese: "只结转、收回仍占用的资金",
        refusals: [.nothingHeld], constraint: "encumbrance_not_negative"),
    RuleRow(
        stem: "CloseOutComplete", chinese: "结算、付清、公布结果后才能销号",
        refusals: [.notReadyToClose], constraint: "closed_out_settled"),
    RuleRow(
        stem: "PaidMoneyAccountedFor", chinese: "终止前已付资金收回或写明核销原因",
        refusals: [.paidMoneyOutstanding], constraint: nil),
    RuleRow(
        stem: "AwardWithinFund", chinese: "批复不超过资金可用余额",
        refusals: [.fundMissing, .fundExhausted], constraint: "award_within_fund"),
    RuleRow(
        stem: "FundYearOpen", chinese: "已关账年度不动资金",
        refusals: [.fundYearClosed], constraint: "fund_year_open"),
]
