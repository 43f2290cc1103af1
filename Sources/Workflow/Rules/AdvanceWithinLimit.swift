/// Before acceptance at most the policy's share of the award is paid.
///
/// Refusal: `advanceExceedsLimit`. SQL: none.
public enum AdvanceWithinLimit {
    public static func check(_ amount: Money, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard project.clock.completedOn == nil else { return }
        let limit = project.money.awarded.share(permille: policy.advancePermille)
        let left = limit > project.money.outstanding ? limit - project.money.outstanding : .zero
        guard amount <= left else { throw .advanceExceedsLimit(amount, limit: left) }
    }
}
