/// One amendment at a time: asked by the secretary, decided by the director, never after completion.
///
/// Refusal: `amendmentPending`, `amendmentMissing`. SQL: none.
public enum AmendmentInTurn {
    public static func checkNone(_ project: Project) throws(Refusal) {
        guard project.amendment == nil else { throw .amendmentPending }
    }

    public static func checkAsked(_ project: Project) throws(Refusal) -> Amendment {
        guard let amendment = project.amendment else { throw .amendmentMissing }
        return amendment
    }

    /// Beyond the policy's share of the award, an amendment climbs the same ladder as the award did.
    public static func isMaterial(_ amendment: Amendment, _ project: Project, _ policy: Policy) -> Bool {
        amendment.amount > project.money.awarded + project.money.awarded.share(permille: policy.amendmentPermille)
    }
}
