// Carried by the commands about money beside the fund, and recorded by their events.

/// 资金到位: money, goods or labour of a source that has arrived.
public struct SourceReceipt: Hashable, Codable, Sendable {
    /// Counted from 1 in the order of the application.
    public var source: Int
    /// In kind, by the valuation the application names.
    public var amount: Money
    /// What shows it: a bank slip, a receipt, a list of who worked.
    public var evidence: String

    public init(source: Int, amount: Money, evidence: String) {
        self.source = source
        self.amount = amount
        self.evidence = evidence
    }
}

/// 资金使用: what of a source was spent on the project.
public struct SourceSpending: Hashable, Codable, Sendable {
    public var source: Int
    public var amount: Money
    public var payee: String
    public var voucher: String

    public init(source: Int, amount: Money, payee: String, voucher: String) {
        self.source = source
        self.amount = amount
        self.payee = payee
        self.voucher = voucher
    }
}

/// 结转: the money still held goes over to the fund of the next year.
public struct CarriedForward: Hashable, Codable, Sendable {
    public let amount: Money
    public let fromYear: Int32
    public let toYear: Int32
    public let reason: String
}

/// What a correction does to the invoices the town has seen.
public struct PaymentCorrected: Hashable, Codable, Sendable {
    public let correction: PaymentCorrection
    /// The invoice of the payment taken back, where it is free for others again.
    public let releasedInvoice: String?
    /// The invoice used from now on, where it is another one.
    public let newInvoice: String?
}
