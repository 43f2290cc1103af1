/// A pause is counted, capped, and not backdated by more than the policy's days.
///
/// Refusal: `pauseUsedUp`, `suspensionBackdated`. SQL: none.
public enum PauseWithinCap {
    public static func check(_ project: Project, _ context: Context, _ policy: Policy) throws(Refusal) {
        guard context.recordedOn.days(since: context.effectiveOn) <= policy.suspensionBackdatingDays else {
            throw .suspensionBackdated(limit: policy.suspensionBackdatingDays)
        }
        guard project.clock.pausedDays < policy.pauseCapDays else { throw .pauseUsedUp(days: policy.pauseCapDays) }
    }

    /// Days of this pause that move the due day: what is left of the cap at most.
    public static func counted(_ days: Int, _ project: Project, _ policy: Policy) -> Int {
        min(days, max(0, policy.pauseCapDays - project.clock.pausedDays))
    }
}
