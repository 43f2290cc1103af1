/// Works that could not wait are applied for within the policy's days; the award ratifies them (先抢修后补手续).
///
/// Refusal: `effectiveInFuture`, `emergencyPapersLate`. SQL: none.
public enum EmergencyPapersInTime {
    public static func checkBegun(_ application: Application, _ context: Context) throws(Refusal) {
        guard let begun = application.emergencyOn, begun > context.effectiveOn else { return }
        throw .effectiveInFuture(begun)
    }

    /// Counted to the first submission; works named only after a return are held to it as well, or mending would be
    /// a way round the notice.
    public static func check(_ project: Project, _ context: Context, _ policy: Policy) throws(Refusal) {
        guard let begun = project.application.emergencyOn else { return }
        let submittedOn = project.clock.submittedOn ?? context.effectiveOn
        guard submittedOn.days(since: begun) <= policy.emergencyPapersDays else {
            throw .emergencyPapersLate(limit: policy.emergencyPapersDays)
        }
    }
}
