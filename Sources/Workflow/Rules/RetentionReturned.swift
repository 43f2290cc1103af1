/// What was kept back is returned once, from its day on, whole or less a reasoned deduction.
///
/// Refusal: `incomplete`, `spendingExceedsAward`, `retentionMissing`, `retentionNotDue`. SQL: none.
public enum RetentionReturned {
    static func wanting(_ back: RetentionReturn, _ project: Project) -> [(MissingItem, String)] {
        guard let retention = project.money.retention, back.payment.amount < retention.amount else { return [] }
        return [(MissingItem("deductionReason", "扣减原因", "reason of the deduction"), back.deductionReason ?? "")]
    }

    public static func check(_ back: RetentionReturn, _ project: Project, on day: CivilDate) throws(Refusal) {
        guard let retention = project.money.retention else { throw .retentionMissing }
        guard back.payment.amount <= retention.amount else {
            throw .spendingExceedsAward(back.payment.amount, left: retention.amount)
        }
        guard day >= retention.until else { throw .retentionNotDue(until: retention.until) }
    }
}
