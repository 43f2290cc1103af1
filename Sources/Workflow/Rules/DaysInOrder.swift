/// Days never move backwards and never lie in the future.
///
/// Refusal: `effectiveInFuture`, `dayOutOfOrder`. SQL: `effective_not_future`.
public enum DaysInOrder {
    public static func check(_ project: Project?, _ context: Context) throws(Refusal) {
        guard context.effectiveOn <= context.recordedOn else { throw .effectiveInFuture(context.effectiveOn) }
        if let since = project?.clock.stateSince, context.effectiveOn < since {
            throw .dayOutOfOrder(context.effectiveOn, notBefore: since)
        }
    }

    /// An answer is not given before what it answers was raised; nil when there is nothing to compare with.
    public static func check(_ context: Context, answering raisedOn: CivilDate?) throws(Refusal) {
        if let raisedOn, context.effectiveOn < raisedOn {
            throw .dayOutOfOrder(context.effectiveOn, notBefore: raisedOn)
        }
    }
}
