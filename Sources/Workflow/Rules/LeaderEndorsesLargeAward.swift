/// Above the ladder's step the leader endorses the amount before the director awards it.
///
/// Refusal: `endorsementMissing`. SQL: none.
public enum LeaderEndorsesLargeAward {
    public static func check(_ amount: Money, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard policy.leaderEndorses(amount) else { return }
        guard let endorsed = project.endorsed, endorsed >= amount else {
            throw .endorsementMissing(above: policy.ladder.last { !$0.leaderEndorses }?.upTo ?? .zero)
        }
    }
}

extension Policy {
    /// Whether an award of this size climbs to a step of the ladder on which the leader endorses it.
    public func leaderEndorses(_ amount: Money) -> Bool {
        (ladder.first { amount <= $0.upTo } ?? ladder.last)?.leaderEndorses ?? false
    }
}
