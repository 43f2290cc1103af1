/// What went from one account to another, and how often: a sum over movements of one kind.
public struct Flow: Hashable, Sendable {
    public let kind: Movement.Kind
    public let from: Movement.Account
    public let to: Movement.Account
    public var amount: Money
    public var count: Int

    public init(kind: Movement.Kind, from: Movement.Account, to: Movement.Account, amount: Money, count: Int) {
        self.kind = kind
        self.from = from
        self.to = to
        self.amount = amount
        self.count = count
    }
}

/// The balances of a fund's accounts as sums of movements, whatever their kinds: only the two accounts count.
///
/// An account outside the fund stands below zero by what came from it, so all of them together are zero.
public struct AccountSums: Hashable, Sendable {
    private var byAccount: [Movement.Account: Int64] = [:]

    public static let zero = AccountSums()

    public init() {}

    public init(_ flows: some Sequence<Flow>) {
        for flow in flows { add(flow.amount, from: flow.from, to: flow.to) }
    }

    public subscript(_ account: Movement.Account) -> Money { Money(fen: byAccount[account] ?? 0) }

    public mutating func add(_ amount: Money, from: Movement.Account, to: Movement.Account) {
        byAccount[from, default: 0] -= amount.fen
        byAccount[to, default: 0] += amount.fen
    }

    /// 可用: may still be awarded.
    public var free: Money { self[.free] }
    /// 占用: awarded and not yet paid.
    public var encumbered: Money { self[.encumbered] }
    /// 已付净额: paid, less what came back.
    public var paid: Money { self[.disbursed] + self[.recovered] }
    /// 下达净额: what the fund was given, less what it gave up.
    public var appropriated: Money { Money(fen: -Movement.Account.outside.reduce(0) { $0 + self[$1].fen }) }

}

extension Movement.Account {
    /// Where money lies that is in the fund, has been paid from it, or came from and went elsewhere.
    enum Place { case inFund, paid, outside }

    var place: Place {
        switch self {
        case .free, .encumbered: .inFund
        case .disbursed, .recovered: .paid
        case .source, .carriedForward, .broughtForward, .swept: .outside
        }
    }

    static let outside = allCases.filter { $0.place == .outside }
}
