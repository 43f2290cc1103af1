/// Before acceptance at most the policy's share of the award is paid.
///
/// Refusal: `advanceExceedsLimit`. SQL: none.
public enum AdvanceWithinLimit {
    /// - Parameter replacing: an earlier payment that this one is put in the place of.
    public static func check(
        _ amount: Money, replacing old: Money = .zero, _ project: Project, _ policy: Policy
    ) throws(Refusal) {
        guard project.clock.completedOn == nil else { return }
        let limit = project.money.awarded.share(permille: policy.advancePermille)
        let paid = project.money.outstanding - old
        let left = limit > paid ? limit - paid : .zero
        // To put less in the place of an earlier payment is never too much.
        guard amount <= left || amount <= old else { throw .advanceExceedsLimit(amount, limit: left) }
    }
}
