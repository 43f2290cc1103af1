/// Works that could not wait are applied for within the policy's days; the award ratifies them (先抢修后补手续).
///
/// Refusal: `effectiveInFuture`, `emergencyPapersLate`. SQL: none.
public enum EmergencyPapersInTime {
    public static func check(_ application: Application, _ context: Context, _ policy: Policy) throws(Refusal) {
        guard let begun = application.emergencyOn else { return }
        guard begun <= context.effectiveOn else { throw .effectiveInFuture(begun) }
        guard context.effectiveOn.days(since: begun) <= policy.emergencyPapersDays else {
            throw .emergencyPapersLate(limit: policy.emergencyPapersDays)
        }
    }
}
