// Carried by the commands about money, and recorded by their events.

/// 拨付: who is paid, by what paper, in which way.
public struct Payment: Hashable, Sendable {
    public var amount: Money
    public var payee: String
    public var payeeKind: PayeeKind
    public var method: PaymentMethod
    /// The holder of the account as the bank has it; nil for cash, and where it was not written down.
    public var accountName: String?
    /// Why the account bears another name than the payee's, where the policy lets it be explained.
    public var nameReason: String?
    /// Where the labour list lies: the only ground on which a person is paid (务工名册).
    public var labourList: String?
    /// Unique over the town.
    public var invoice: String?
    public var voucher: String

    /// - Parameter accountName: left out, the account bears the payee's name.
    public init(
        amount: Money, payee: String, payeeKind: PayeeKind = .supplier, method: PaymentMethod = .transfer,
        accountName: String? = nil, nameReason: String? = nil, labourList: String? = nil, invoice: String? = nil,
        voucher: String
    ) {
        self.amount = amount
        self.payee = payee
        self.payeeKind = payeeKind
        self.method = method
        self.accountName = accountName ?? (method == .transfer ? payee : nil)
        self.nameReason = nameReason
        self.labourList = labourList
        self.invoice = invoice
        self.voucher = voucher
    }
}

/// Whom money may go to.
public enum PayeeKind: String, CaseIterable, Codable, Sendable {
    case supplier, villageAccount
    /// Only for a labour list.
    case person
}

public enum PaymentMethod: String, CaseIterable, Codable, Sendable {
    case transfer, cash
}

extension Payment: Codable {
    /// Payments written down before kind, method and account name were asked for were transfers to suppliers.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        amount = try values.decode(Money.self, forKey: .amount)
        payee = try values.decode(String.self, forKey: .payee)
        payeeKind = try values.decodeIfPresent(PayeeKind.self, forKey: .payeeKind) ?? .supplier
        method = try values.decodeIfPresent(PaymentMethod.self, forKey: .method) ?? .transfer
        accountName = try values.decodeIfPresent(String.self, forKey: .accountName)
        nameReason = try values.decodeIfPresent(String.self, forKey: .nameReason)
        labourList = try values.decodeIfPresent(String.self, forKey: .labourList)
        invoice = try values.decodeIfPresent(String.self, forKey: .invoice)
        voucher = try values.decode(String.self, forKey: .voucher)
    }
}

/// 更正付款: what was written down wrongly is taken back as a whole, and what is right is posted anew.
public struct PaymentCorrection: Hashable, Codable, Sendable {
    /// Counted from 1 in the order paid.
    public var number: Int
    /// What is right; of nothing where there was no such payment.
    public var payment: Payment
    public var reason: String

    public init(number: Int, payment: Payment, reason: String) {
        self.number = number
        self.payment = payment
        self.reason = reason
    }
}

/// 退还质保金: the retained part of a settlement, paid after its return date.
public struct RetentionReturn: Hashable, Codable, Sendable {
    public var payment: Payment
    /// Why less than the whole is returned: what was mended at the contractor's cost.
    public var deductionReason: String?

    public init(payment: Payment, deductionReason: String? = nil) {
        self.payment = payment
        self.deductionReason = deductionReason
    }
}

/// 结算: the audited actual; what is left of the award is surplus.
public struct Settlement: Hashable, Codable, Sendable {
    /// What the fund pays in all.
    public var actual: Money
    public var words: String
    /// The audited cost of the whole project, every source together.
    public var totalCost: Money?
    /// 质保金: part of what is still unpaid, kept back until `retainedUntil`.
    public var retained: Money?
    public var retainedUntil: CivilDate?

    public init(
        actual: Money, words: String = "", totalCost: Money? = nil, retained: Money? = nil,
        retainedUntil: CivilDate? = nil
    ) {
        self.actual = actual
        self.words = words
        self.totalCost = totalCost
        self.retained = retained
        self.retainedUntil = retainedUntil
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
