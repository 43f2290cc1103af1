/// Decisions about money, and the ends of a project.
extension Matter {
    func disburse(_ payment: Payment) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("payee", "收款方", "payee"), payment.payee),
            (MissingItem("voucher", "付款凭证", "voucher"), payment.voucher),
        ])
        try AmountInRange.check(payment.amount, field: "amount", positive: true)
        try AdvanceWithinLimit.check(payment.amount, project, policy)
        try SpendingWithinAward.check(payment.amount, project)
        try InvoiceUsedOnce.check(payment.invoice, project)
        return .disbursed(payment)
    }

    func settle(_ settlement: Settlement) throws(Refusal) -> Event {
        try AmountInRange.check(settlement.actual, field: "actual")
        try SettledOnce.check(settlement, project)
        return .settled(settlement)
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
