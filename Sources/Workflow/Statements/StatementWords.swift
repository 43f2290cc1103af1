/// What a statement says in words about a movement (摘要).
extension StatementLine {
    /// 拨付, and 拨付（更正） for what was taken back.
    public var kindChinese: String {
        Flow(kind: kind, from: from, to: to, amount: amount, count: 1).chinese
    }

    public var payee: String? { payment?.payee }
    public var voucher: String? { payment?.voucher }
    public var invoice: String? { payment?.invoice }

    /// The holder of the account that was paid, who stands on the bank's statement.
    var accountHolder: String? { payment.map { $0.accountName ?? $0.payee } }

    private var payment: Payment? {
        guard let cause else { return nil }
        if case .disbursed(let payment) = cause { return payment }
        if case .retentionReturned(let back) = cause, kind == .disburse { return back.payment }
        if case .paymentCorrected(let corrected) = cause, corrects == nil { return corrected.correction.payment }
        return nil
    }

    /// Why the money moved: the reason somebody wrote, or what happened to the project.
    public var why: String {
        let again = corrects.map { "更正第\($0)号" } ?? ""
        let (what, words) = cause.map(Self.words) ?? ("", reason)
        return [again, what, words].filter { !$0.isBlank }.joined(separator: "：")
    }

    private static func words(_ cause: Event) -> (what: String, words: String) {
        switch cause {
        case .awarded(let award): ("批复", award.conditions)
        case .objectionResolved(let ruling): ("异议成立，撤销批复", ruling.reason)
        case .amendmentDecided(let ruling): ("变更批准", ruling.reason)
        case .disbursed(let payment):
            ("付款", "收款人\(payment.payee)" + (payment.invoice.map { "，发票\($0)" } ?? ""))
        case .settled(let settlement): ("结算结余", settlement.words)
        case .recovered(let recovery): ("收回", recovery.reason)
        case .paymentCorrected(let corrected): ("更正付款", corrected.correction.reason)
        case .retentionReturned(let back):
            (
                "退还质保金",
                ["收款人\(back.payment.payee)", back.deductionReason ?? ""].filter { !$0.isBlank }.joined(separator: "，")
            )
        case .carriedForward(let carried): ("\(carried.fromYear)年结转至\(carried.toYear)年", carried.reason)
        case .swept(let reasoned): ("统筹收回", reasoned.reason)
        case .declined(let reasoned): ("不予立项", reasoned.reason)
        case .withdrawn(let reasoned): ("撤回", reasoned.reason)
        case .terminated(let termination): ("终止", termination.reason)
        case .drafted, .edited, .submitted, .admitted, .verified, .returned, .endorsed, .objected, .noticeConcluded,
            .startRecorded, .progressReported, .amendmentRequested, .extended, .suspended, .resumed,
            .inspectionRequested, .accepted, .rectificationDemanded, .receiptRecorded, .spendingRecorded, .closedOut,
            .reopened, .blockerRaised,
            .blockerCleared, .consulted, .consultationDecided, .consultationAdjourned, .dispatched, .dispatchSigned,
            .dispatchAnswered, .dueRecomputed, .dutyExceptionUsed, .documented, .chased, .commented:
            ("", "")
        }
    }
}
