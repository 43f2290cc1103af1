/// At most the policy's share of a settlement is kept back, of what is still unpaid, and with the day it is returned.
///
/// Refusal: `incomplete`, `retentionExceedsLimit`. SQL: `retention_within_limit`.
public enum RetentionWithinLimit {
    static func wanting(_ settlement: Settlement, on day: CivilDate) -> [(MissingItem, String)] {
        guard let retained = settlement.retained, retained > .zero else { return [] }
        let item = MissingItem("retainedUntil", "质保金返还日期（须晚于结算）", "later day on which it is returned")
        return [(item, (settlement.retainedUntil ?? day) > day ? "given" : "")]
    }

    public static func check(_ settlement: Settlement, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard let retained = settlement.retained else { return }
        let share = settlement.actual.share(permille: min(policy.money.retentionPermille, MoneyRules.retentionCap))
        let limit = min(share, settlement.actual - project.money.outstanding)
        guard retained <= limit else { throw .retentionExceedsLimit(retained, limit: limit) }
    }
}
