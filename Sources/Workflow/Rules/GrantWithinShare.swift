/// Where the fund bears a share, it pays the lower of that share of the settled whole cost and of the cap.
///
/// Refusal: `incomplete`, `grantExceedsShare`. SQL: none.
public enum GrantWithinShare {
    /// The whole cost is asked for where the share, or the surplus of other sources, is reckoned from it.
    static func wanting(
        _ settlement: Settlement, _ project: Project, _ policy: Policy
    ) -> [(MissingItem, String)] {
        guard policy.money.sharePermille != nil || project.cashReceived > .zero else { return [] }
        let item = MissingItem("totalCost", "审定总造价", "audited cost of the whole")
        return [(item, settlement.totalCost == nil ? "" : "given")]
    }

    public static func check(_ settlement: Settlement, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard let permille = policy.money.sharePermille, let total = settlement.totalCost else { return }
        let limit = min(total.share(permille: permille), project.money.cap ?? policy.cap)
        guard settlement.actual <= limit else { throw .grantExceedsShare(settlement.actual, limit: limit) }
    }
}
