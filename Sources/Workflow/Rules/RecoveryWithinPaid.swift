/// No more comes back than was paid.
///
/// Refusal: `recoveryExceedsPaid`. SQL: `recovery_within_paid`.
public enum RecoveryWithinPaid {
    public static func check(_ recovery: Recovery, _ project: Project) throws(Refusal) {
        guard recovery.amount <= project.money.outstanding else {
            throw .recoveryExceedsPaid(recovery.amount, outstanding: project.money.outstanding)
        }
    }

    /// A correction cannot leave less paid than has come back already.
    static func check(afterPaying paid: Money, _ project: Project) throws(Refusal) {
        guard project.money.recovered <= paid else {
            throw .recoveryExceedsPaid(project.money.recovered, outstanding: paid)
        }
    }
}
