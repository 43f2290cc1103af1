/// Above the ladder's step the leader endorses the amount before the director awards it.
///
/// Refusal: `endorsementMissing`. SQL: none.
public enum LeaderEndorsesLargeAward {
    public static func check(_ amount: Money, _ project: Project, _ policy: Policy) throws(Refusal) {
        let step = policy.ladder.first { amount <= $0.upTo } ?? policy.ladder.last
        guard let step, step.leaderEndorses else { return }
        guard let endorsed = project.endorsed, endorsed >= amount else {
            let below = policy.ladder.last { !$0.leaderEndorses }?.upTo ?? .zero
            throw .endorsementMissing(above: below)
        }
    }
}
