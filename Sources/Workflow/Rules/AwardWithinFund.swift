/// The fund cannot be overspent: an award needs free money, and the database holds the cap.
///
/// Refusal: `fundMissing`, `fundExhausted`. SQL: `award_within_fund`.
public enum AwardWithinFund {
    public static func check(_ amount: Money, free: Money?) throws(Refusal) {
        guard amount > .zero else { return }
        guard let free else { throw .fundMissing }
        guard amount <= free else { throw .fundExhausted(amount, free: free) }
    }
}
