/// Decisions about money, and the ends of a project.
extension Matter {
    func disburse(_ payment: Payment) throws(Refusal) -> Event {
        try check(payee: payment)
        try OwnMoneyFirst.check(project, policy)
        try TrancheReached.check(payment.amount, project, policy)
        try AdvanceWithinLimit.check(payment.amount, project, policy)
        try SpendingWithinAward.check(payment.amount, left: project.money.payable)
        try InvoiceUsedOnce.check(payment.invoice, project)
        return .disbursed(payment)
    }

    func settle(_ settlement: Settlement) throws(Refusal) -> Event {
        try ReasonGiven.check(
            SettlementFollowsQuantities.wanting(settlement, project)
                + GrantWithinShare.wanting(settlement, project, policy)
                + RetentionWithinLimit.wanting(settlement, on: day))
        try AmountInRange.check(settlement.actual, field: "actual")
        try AmountInRange.check(settlement.totalCost ?? .zero, field: "totalCost")
        try AmountInRange.check(settlement.retained ?? .zero, field: "retained")
        try SettledOnce.check(settlement, project)
        try SettlementFollowsQuantities.check(settlement, project)
        try GrantWithinShare.check(settlement, project, policy)
        try SurplusGivenBack.check(settlement, project, policy)
        try RetentionWithinLimit.check(settlement, project, policy)
        return .settled(settlement)
    }

    func correct(_ correction: PaymentCorrection) throws(Refusal) -> Event {
        let right = correction.payment
        try ReasonGiven.check(correction.reason)
        let record = try CorrectionOfPayment.record(correction, project)
        // Taken back altogether, there is nobody left to be checked.
        if right.amount > .zero { try check(payee: right) }
        try AmountInRange.check(right.amount, field: "amount")
        try AdvanceWithinLimit.check(right.amount, replacing: record.payment.amount, project, policy)
        try SpendingWithinAward.check(right.amount, left: project.money.payable + record.payment.amount)
        try RecoveryWithinPaid.check(
            afterPaying: project.money.disbursed - record.payment.amount + right.amount, project)
        let isSame = right.invoice == record.payment.invoice && right.amount > .zero
        if !isSame, right.amount > .zero { try InvoiceUsedOnce.check(right.invoice, project) }
        try CorrectionOfPayment.check(record, project)
        return .paymentCorrected(
            PaymentCorrected(
                correction: correction, releasedInvoice: isSame ? nil : record.payment.invoice,
                newInvoice: isSame || right.amount == .zero ? nil : right.invoice))
    }

    func `return`(_ back: RetentionReturn) throws(Refusal) -> Event {
        try ReasonGiven.check(RetentionReturned.wanting(back, project))
        try check(payee: back.payment)
        try RetentionReturned.check(back, project, on: day)
        try InvoiceUsedOnce.check(back.payment.invoice, project)
        return .retentionReturned(back)
    }

    /// Payee, account, way of payment and amount: the same for every payment.
    private func check(payee payment: Payment) throws(Refusal) {
        try ReasonGiven.check(
            [
                (MissingItem("payee", "收款方", "payee"), payment.payee),
                (MissingItem("voucher", "付款凭证", "voucher"), payment.voucher),
            ] + PayeeChecked.wanting(payment, context, policy))
        try AmountInRange.check(payment.amount, field: "amount", positive: true)
        try PayeeChecked.check(payment, policy)
        try TransferAboveLimit.check(payment, policy)
    }

    func record(_ receipt: SourceReceipt) throws(Refusal) -> Event {
        try ReasonGiven.check([(MissingItem("evidence", "到位凭证", "evidence"), receipt.evidence)])
        try AmountInRange.check(receipt.amount, field: "amount", positive: true)
        _ = try SourceSpentWithinReceived.source(receipt.source, project)
        return .receiptRecorded(receipt)
    }

    func record(_ spending: SourceSpending) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("payee", "收款方", "payee"), spending.payee),
            (MissingItem("voucher", "付款凭证", "voucher"), spending.voucher),
        ])
        try AmountInRange.check(spending.amount, field: "amount", positive: true)
        try SourceSpentWithinReceived.check(spending, project)
        return .spendingRecorded(spending)
    }

    func carryForward(_ reasoned: Reasoned) throws(Refusal) -> Event {
        try ReasonGiven.check(reasoned.reason)
        try MoneyStillHeld.check(project)
        guard context.nextFundIsOpen else { throw .fundMissing }
        let year = project.money.fundYear ?? project.id.year
        return .carriedForward(
            CarriedForward(amount: project.money.encumbered, fromYear: year, toYear: year + 1, reason: reasoned.reason))
    }

    func sweep(_ reasoned: Reasoned) throws(Refusal) -> Event {
        try ReasonGiven.check(reasoned.reason)
        try MoneyStillHeld.check(project)
        return .swept(reasoned)
    }

    func recover(_ recovery: Recovery) throws(Refusal) -> Event {
        try ReasonGiven.check(recovery.reason)
        try AmountInRange.check(recovery.amount, field: "amount", positive: true)
        try RecoveryWithinPaid.check(recovery, project)
        return .recovered(recovery)
    }

    func close(_ closeOut: CloseOut) throws(Refusal) -> Event {
        try CloseOutComplete.check(closeOut, project)
        return .closedOut(closeOut)
    }

    func reopen(_ reasoned: Reasoned) throws(Refusal) -> Event {
        try ReasonGiven.check(reasoned.reason)
        return .reopened(reasoned)
    }

    func terminate(_ termination: Termination) throws(Refusal) -> Event {
        try ReasonGiven.check(termination.reason)
        try PaidMoneyAccountedFor.check(termination, project)
        return .terminated(termination)
    }
}
