/// A project ends early only when money already paid is recovered, or written down with a reason.
///
/// Refusal: `paidMoneyOutstanding`. SQL: none.
public enum PaidMoneyAccountedFor {
    public static func check(_ termination: Termination, _ project: Project) throws(Refusal) {
        guard project.money.outstanding > .zero else { return }
        if (termination.writeDownReason ?? "").isBlank { throw .paidMoneyOutstanding(project.money.outstanding) }
    }
}
