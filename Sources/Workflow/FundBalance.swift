/// What a fund's accounts hold, in the order a statement lists them; all of them follow from its movements.
public struct FundBalance: Hashable, Codable, Sendable {
    /// 下达: every instalment so far.
    public let appropriated: Money
    /// 上年结转: held money that came over from the year before.
    public let broughtForward: Money
    /// 占用: held by awards and not paid yet.
    public let encumbered: Money
    /// 已拨, gross: what came back is not taken off.
    public let disbursed: Money
    /// 收回.
    public let recovered: Money
    /// 结转下年: held money that went over to the next year.
    public let carriedForward: Money
    /// 统筹收回: given back to the treasury.
    public let swept: Money
    /// 可用: what may still be awarded.
    public let free: Money

    public init(
        appropriated: Money, broughtForward: Money = .zero, encumbered: Money, disbursed: Money, recovered: Money,
        carriedForward: Money = .zero, swept: Money = .zero, free: Money
    ) {
        self.appropriated = appropriated
        self.broughtForward = broughtForward
        self.encumbered = encumbered
        self.disbursed = disbursed
        self.recovered = recovered
        self.carriedForward = carriedForward
        self.swept = swept
        self.free = free
    }

    public static let zero = FundBalance(
        appropriated: .zero, encumbered: .zero, disbursed: .zero, recovered: .zero, free: .zero)

    /// The balance after one more movement.
    public func after(_ movement: Movement) -> FundBalance {
        let (from, to) = movement.accounts
        func moved(_ account: Movement.Account) -> Money {
            (to == account ? movement.amount : .zero) - (from == account ? movement.amount : .zero)
        }
        return FundBalance(
            appropriated: appropriated - moved(.source), broughtForward: broughtForward - moved(.broughtForward),
            encumbered: encumbered + moved(.encumbered), disbursed: disbursed + moved(.disbursed),
            recovered: recovered - moved(.recovered), carriedForward: carriedForward + moved(.carriedForward),
            swept: swept + moved(.swept), free: free + moved(.free))
    }
}
