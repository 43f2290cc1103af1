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

    /// Beyond the policy's share of the original award, an amendment climbs the same ladder as the award did.
    /// Counted from the original, so that many small steps do not go round the ladder.
    public static func isMaterial(_ amount: Money, original: Money, _ policy: Policy) -> Bool {
        amount > original + original.share(permille: policy.amendmentPermille)
    }
}
