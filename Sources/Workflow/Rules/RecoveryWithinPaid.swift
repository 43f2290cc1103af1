/// No more comes back than was paid.
///
/// Refusal: `recoveryExceedsPaid`. SQL: `recovery_within_paid`.
public enum RecoveryWithinPaid {
    public static func check(_ recovery: Recovery, _ project: Project) throws(Refusal) {
        guard recovery.amount <= project.money.outstanding else {
            throw .recoveryExceedsPaid(recovery.amount, outstanding: project.money.outstanding)
        }
    }
}
