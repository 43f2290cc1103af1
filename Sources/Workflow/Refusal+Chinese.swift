extension Refusal {
    /// The reason and the remedy in Chinese, one or two sentences a clerk would say.
    public var chinese: String {
        switch self {
        case .roleNotPermitted(let command):
            "您无权办理“\(command.chinese)”，须由\(command.permitted.map(\.chinese).joined(separator: "或"))办理。"
        case .commandNotInState(let command, let state):
            "项目处于“\(state.chinese)”，此时不能“\(command.chinese)”。"
        case .effectiveInFuture(let day): "发生日期\(day)在今天之后，请填写今天或以前的日期。"
        case .dayOutOfOrder(let day, let notBefore): "发生日期\(day)早于上一步的\(notBefore)，请核对日期。"
        case .lateEntryUnexplained(let day): "\(day)发生的事项超过一天才录入，请填写补录原因。"
        case .incomplete(let items): "还缺：\(items.map(\.chinese).joined(separator: "、"))。请一次补齐后再提交。"
        case .amountOutOfRange: "金额超出范围，请填写0至10亿元之间、精确到分的金额。"
        case .categoryUnknown(let category): "没有“\(category)”这一类别，请从本专项的类别中选择。"
        case .budgetDoesNotAddUp(let lines, let asked):
            "预算合计\(lines.yuanText)元，与申请及其他来源合计\(asked.yuanText)元不符，请核对。"
        case .requestExceedsCap(let amount, let cap):
            "申请\(amount.yuanText)元超过单个项目上限\(cap.yuanText)元，请压缩或走其他渠道。"
        case .dutiesNotSeparate(let one, let other):
            "“\(one.chinese)”与“\(other.chinese)”不能是同一人，请由他人办理。"
        case .emergencyPapersLate(let limit): "抢修须在开工后\(limit)天内补办申报，请按一般项目申报或说明情况。"
        case .panelTooSmall(let count, let least): "验收小组只有\(count)人，至少要\(least)人。"
        case .panelNotIndependent: "验收小组成员须在任，且不得是申报、核实、批复人或施工方，请更换成员。"
        case .awardExceedsRequest(let amount, let requested):
            "批复\(amount.yuanText)元超过申请的\(requested.yuanText)元。"
        case .awardExceedsCap(let amount, let cap): "\(amount.yuanText)元超过单个项目上限\(cap.yuanText)元。"
        case .endorsementMissing(let above): "超过\(above.yuanText)元的批复须先由分管领导同意。"
        case .noticeRunning(let until): "公示到\(until)的24时为止，期满后再办理。"
        case .objectionOpen(let number): "第\(number)号异议尚未处理，请先处理。"
        case .itemUnknown(_, let number): "没有第\(number)号，或已处理完毕，请核对序号。"
        case .dueNotProvisional: "期限不是暂按周末推算的，无须重算。"
        case .adjournmentEscalated: "会诊已延期一次，再延期须由分管领导决定。"
        case .startMissing: "尚未登记开工，请先登记合同或实施方案。"
        case .amendmentPending: "有一项变更正在审批，请先办结。"
        case .amendmentMissing: "没有待审批的变更申请。"
        case .alreadyExtended: "已延期一次，不能再次延期。"
        case .extensionNotLater(let day): "新的期限须晚于\(day)。"
        case .extensionTooLong(let limit): "延期最多\(limit)天，请缩短。"
        case .suspensionBackdated(let limit): "暂停不得倒签超过\(limit)天。"
        case .pauseUsedUp(let days): "暂停累计已满\(days)天，不能再暂停。"
        case .satisfactionBelowThreshold(let permille, let needed):
            "满意和基本满意占\(permille / 10)%，未达到\(needed / 10)%，请整改后重新调查。"
        case .payeeNameDiffers(let payee, let account):
            "账户名“\(account)”与收款方“\(payee)”不一致，请核对；确属同一方的按办法写明原因。"
        case .personalPayee: "不得付给个人；务工报酬须附务工名册。"
        case .cashAboveLimit(let amount, let limit):
            "\(amount.yuanText)元超过现金限额\(limit.yuanText)元，须转账支付。"
        case .ownMoneyOutstanding(let promised, let received):
            "自筹应到位\(promised.yuanText)元，已到位\(received.yuanText)元；自筹到位后才能拨付。"
        case .trancheNotReached(let amount, let limit, let event):
            "“\(event.chinese)”之前最多还可拨付\(limit.yuanText)元，本次\(amount.yuanText)元超出。"
        case .advanceExceedsLimit(let amount, let limit):
            "验收前最多还可拨付\(limit.yuanText)元，本次\(amount.yuanText)元超出。"
        case .spendingExceedsAward(let amount, let left):
            "本次\(amount.yuanText)元超过尚可拨付的\(left.yuanText)元；超支不补，须先办理变更。"
        case .settlementExceedsAward(let amount, let award):
            "结算\(amount.yuanText)元超过批复\(award.yuanText)元；超支不补。"
        case .settledAlready: "已经结算，不能重复结算。"
        case .paymentsExceedSettlement(let paid, let actual):
            "已付\(paid.yuanText)元多于结算\(actual.yuanText)元，请先收回多付部分。"
        case .settlementExceedsBuilt(let actual, let limit):
            "按实际完成数量最多结算\(limit.yuanText)元，\(actual.yuanText)元超出。"
        case .grantExceedsShare(let actual, let limit):
            "按补助比例与上限从低，最多结算\(limit.yuanText)元，\(actual.yuanText)元超出。"
        case .surplusNotGivenBack(let actual, let limit):
            "扣除应退结余，最多结算\(limit.yuanText)元，\(actual.yuanText)元超出。"
        case .retentionExceedsLimit(let amount, let limit):
            "质保金最多\(limit.yuanText)元，\(amount.yuanText)元超出。"
        case .retentionMissing: "没有待退还的质保金。"
        case .retentionNotDue(let day): "质保期到\(day)，届时再退还。"
        case .recoveryExceedsPaid(let amount, let outstanding):
            "收回\(amount.yuanText)元超过未收回的已付\(outstanding.yuanText)元。"
        case .invoiceReused(let invoice): "发票\(invoice)已使用过，请核对。"
        case .sourceOverspent(let amount, let left):
            "该来源到位未用\(left.yuanText)元，不足以支出\(amount.yuanText)元。"
        case .paymentOfEarlierYear(let year): "该笔由\(year)年度资金支付，已结转，不能更正；多付部分请办理收回。"
        case .nothingHeld: "没有占用中的资金，无须办理。"
        case .notReadyToClose(let items): "还不能销号，缺：\(items.map(\.chinese).joined(separator: "、"))。"
        case .paidMoneyOutstanding(let amount):
            "已付的\(amount.yuanText)元尚未收回，请先收回，或写明核销原因。"
        case .fundMissing: "本镇本年度没有该专项的资金，请先下达指标。"
        case .fundExhausted(let amount, let free):
            "资金可用余额\(free.yuanText)元，不足以批复\(amount.yuanText)元。"
        case .fundYearClosed(let year): "\(year)年度资金已关账，请先重新打开该年度。"
        }
    }
}
