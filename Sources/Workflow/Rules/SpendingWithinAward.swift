/// Spending never exceeds the award: an overrun is refused unless amended first (超支不补).
///
/// Refusal: `spendingExceedsAward`. SQL: `spending_within_award`.
public enum SpendingWithinAward {
    public static func check(_ amount: Money, _ project: Project) throws(Refusal) {
        guard amount <= project.money.encumbered else {
            throw .spendingExceedsAward(amount, left: project.money.encumbered)
        }
    }
}
