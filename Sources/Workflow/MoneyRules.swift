/// How a programme's money is paid, settled and kept apart: the part of a policy that is about money.
public struct MoneyRules: Hashable, Codable, Sendable {
    /// Which share of the award may be paid from which event on; empty where only the advance before acceptance is
    /// limited. An award may name its own.
    public var tranches: [Tranche]
    /// Nothing is paid before the village's own contribution has arrived.
    public var ownMoneyFirst: Bool
    /// The fund's share of the audited whole cost in thousandths; nil where the fund pays whatever was awarded.
    public var sharePermille: Int?
    /// Who gets what a project cost less.
    public var surplus: SurplusRule
    /// The most that may be kept back of a settlement, in thousandths. 30 at most: 建设工程质量保证金管理办法.
    public var retentionPermille: Int
    /// Above this a payment is made by transfer only.
    public var cashLimit: Money
    /// Calendar days from acceptance within which the rest is paid: 30 for small and medium enterprises
    /// (国务院令第802号).
    public var paymentDays: Int
    /// What holds where the account bears another name than the payee's.
    public var accountName: AccountNameRule

    public init(
        tranches: [Tranche], ownMoneyFirst: Bool, sharePermille: Int?, surplus: SurplusRule, retentionPermille: Int,
        cashLimit: Money, paymentDays: Int, accountName: AccountNameRule
    ) {
        self.tranches = tranches
        self.ownMoneyFirst = ownMoneyFirst
        self.sharePermille = sharePermille
        self.surplus = surplus
        self.retentionPermille = retentionPermille
        self.cashLimit = cashLimit
        self.paymentDays = paymentDays
        self.accountName = accountName
    }

    /// The most any policy may let be retained, in thousandths of the settlement; the database holds it as well.
    public static let retentionCap = 30

    /// What held before policies said anything about it.
    public static let usual = MoneyRules(
        tranches: [], ownMoneyFirst: false, sharePermille: nil, surplus: .fundFirst, retentionPermille: 30,
        cashLimit: Money(fen: 100_000), paymentDays: 30, accountName: .explain)
}

/// A part of the award and what it waits for.
public struct Tranche: Hashable, Codable, Sendable {
    public var permille: Int
    public var after: TrancheEvent

    public init(permille: Int, after: TrancheEvent) {
        self.permille = permille
        self.after = after
    }
}

extension [Tranche] {
    /// A plan pays the whole award and nothing twice.
    public var isWhole: Bool {
        allSatisfy { (1...1000).contains($0.permille) } && reduce(0) { $0 + $1.permille } == 1000
    }
}

/// What a tranche waits for, in the order of a project's life.
public enum TrancheEvent: String, CaseIterable, Codable, Sendable {
    case awarded, started, halfBuilt, built, accepted, settled

    public var chinese: String {
        switch self {
        case .awarded: "批复生效"
        case .started: "开工登记"
        case .halfBuilt: "工程过半"
        case .built: "完工"
        case .accepted: "验收合格"
        case .settled: "审定结算"
        }
    }
}

/// Who gets what a project cost less than was planned.
public enum SurplusRule: String, CaseIterable, Codable, Sendable {
    /// All of it goes back to the fund: the other sources are used up first.
    case fundFirst
    /// Fund and cash sources get it in proportion to what they gave.
    case proRata
}

public enum AccountNameRule: String, CaseIterable, Codable, Sendable {
    /// Nobody compares.
    case unchecked
    /// Another name needs an explanation.
    case explain
    /// Another name is refused.
    case refuse
}

// What was stored before these existed has none of them: read as nothing, or as what held then.
extension KeyedDecodingContainer {
    func decode(_ type: MoneyRules.Type, forKey key: Key) throws -> MoneyRules {
        try decodeIfPresent(type, forKey: key) ?? .usual
    }

    func decode(_ type: [PaymentRecord].Type, forKey key: Key) throws -> [PaymentRecord] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [SourceBalance].Type, forKey key: Key) throws -> [SourceBalance] {
        try decodeIfPresent(type, forKey: key) ?? []
    }
}
