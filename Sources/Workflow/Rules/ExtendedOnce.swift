/// The due day is extended at most once, to a later day within the policy's reach; the original stays visible.
///
/// Refusal: `alreadyExtended`, `extensionNotLater`, `extensionTooLong`. SQL: `extended_once`.
public enum ExtendedOnce {
    public static func check(_ extension_: Extension, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard project.clock.originalDueOn == nil else { throw .alreadyExtended }
        guard let due = project.clock.dueOn else { return }
        guard extension_.newDueOn > due else { throw .extensionNotLater(than: due) }
        guard extension_.newDueOn.days(since: due) <= policy.extensionCapDays else {
            throw .extensionTooLong(limit: policy.extensionCapDays)
        }
    }
}
