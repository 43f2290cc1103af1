/// Above the ladder's step the leader endorses the amount before the director awards it.
///
/// Refusal: `endorsementMissing`. SQL: none.
public enum LeaderEndorsesLargeAward {
    public static func check(_ amount: Money, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard amount > policy.endorsementAbove else { return }
        guard let endorsed = project.endorsed, endorsed >= amount else {
            throw .endorsementMissing(above: policy.endorsementAbove)
        }
    }
}
