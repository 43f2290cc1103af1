/// Acceptance needs a survey in which the satisfied and basically satisfied reach the policy's share.
///
/// Refusal: `incomplete`, `satisfactionBelowThreshold`. SQL: none.
public enum SatisfactionReached {
    public static func check(_ satisfaction: Satisfaction, _ context: Context, _ policy: Policy) throws(Refusal) {
        // Old ledgers kept only the grade; it stands in for the counts in a late entry, never in a fresh one.
        if satisfaction.total == 0, let grade = satisfaction.grade, context.lateReason != nil {
            guard grade != .dissatisfied else {
                throw .satisfactionBelowThreshold(permille: 0, needed: policy.satisfactionPermille)
            }
            return
        }
        let counts = [satisfaction.satisfied, satisfaction.basicallySatisfied, satisfaction.dissatisfied]
        guard satisfaction.total > 0, counts.allSatisfy({ (0...1_000_000).contains($0) }) else {
            throw .incomplete([MissingItem("satisfaction", "满意度调查票数", "satisfaction counts")])
        }
        let permille = (satisfaction.satisfied + satisfaction.basicallySatisfied) * 1000 / satisfaction.total
        guard permille >= policy.satisfactionPermille else {
            throw .satisfactionBelowThreshold(permille: permille, needed: policy.satisfactionPermille)
        }
    }
}
