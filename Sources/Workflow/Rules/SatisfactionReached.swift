/// Acceptance needs a survey in which the satisfied and basically satisfied reach the policy's share.
///
/// Refusal: `incomplete`, `satisfactionBelowThreshold`. SQL: none.
public enum SatisfactionReached {
    /// More answers than a county has residents are a slip of the pen; it also keeps the sums within `Int`.
    static let countLimit = 1_000_000

    /// Whether the survey can be judged: counts, or the mere grade of an old ledger, in a late entry only.
    public static func isCounted(_ satisfaction: Satisfaction, _ context: Context) -> Bool {
        let counts = counts(satisfaction)
        guard counts.allSatisfy({ (0...countLimit).contains($0) }) else { return false }
        let isLate = context.recordedOn.days(since: context.effectiveOn) > LateEntryExplained.graceDays
        return counts.contains { $0 > 0 } || (satisfaction.grade != nil && isLate)
    }

    /// Judges a survey that is counted.
    public static func check(_ satisfaction: Satisfaction, _ policy: Policy) throws(Refusal) {
        let permille: Int
        if satisfaction.total > 0 {
            permille = (satisfaction.satisfied + satisfaction.basicallySatisfied) * 1000 / satisfaction.total
        } else {
            permille = satisfaction.grade == .dissatisfied ? 0 : 1000
        }
        guard permille >= policy.satisfactionPermille else {
            throw .satisfactionBelowThreshold(permille: permille, needed: policy.satisfactionPermille)
        }
    }

    private static func counts(_ satisfaction: Satisfaction) -> [Int] {
        [satisfaction.satisfied, satisfaction.basicallySatisfied, satisfaction.dissatisfied]
    }
}
