// Carried by the commands about money, and recorded by their events.

/// 拨付.
public struct Payment: Hashable, Codable, Sendable {
    public var amount: Money
    public var payee: String
    public var invoice: String?
    public var voucher: String

    public init(amount: Money, payee: String, invoice: String? = nil, voucher: String) {
        self.amount = amount
        self.payee = payee
        self.invoice = invoice
        self.voucher = voucher
    }
}

/// 结算: the audited actual; what is left of the award is surplus.
public struct Settlement: Hashable, Codable, Sendable {
    public var actual: Money
    public var words: String

    public init(actual: Money, words: String = "") {
        self.actual = actual
        self.words = words
    }
}

/// 收回.
public struct Recovery: Hashable, Codable, Sendable {
    public var amount: Money
    public var reason: String

    public init(amount: Money, reason: String) {
        self.amount = amount
        self.reason = reason
    }
}

/// 终止; money already paid is recovered before, or written down here with its reason.
public struct Termination: Hashable, Codable, Sendable {
    public var reason: String
    public var writeDownReason: String?

    public init(reason: String, writeDownReason: String? = nil) {
        self.reason = reason
        self.writeDownReason = writeDownReason
    }
}
