/// Spending never exceeds the award: an overrun is refused unless amended first (超支不补).
///
/// Refusal: `spendingExceedsAward`. SQL: `spending_within_award`.
public enum SpendingWithinAward {
    /// - Parameter left: what is held and not kept back.
    public static func check(_ amount: Money, left: Money) throws(Refusal) {
        guard amount <= left else { throw .spendingExceedsAward(amount, left: left) }
    }
}
