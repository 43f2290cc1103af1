/// No award, first or amended, exceeds the cap the project was submitted under.
///
/// Refusal: `awardExceedsCap`. SQL: `award_within_cap`.
public enum AwardWithinCap {
    public static func check(_ amount: Money, _ project: Project, _ policy: Policy) throws(Refusal) {
        let cap = project.money.cap ?? policy.cap
        guard amount <= cap else { throw .awardExceedsCap(amount, cap: cap) }
    }
}
