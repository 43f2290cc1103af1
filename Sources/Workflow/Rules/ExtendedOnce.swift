/// The due day is extended at most once, to a later day; the original stays visible.
///
/// Refusal: `alreadyExtended`, `extensionNotLater`. SQL: `extended_once`.
public enum ExtendedOnce {
    public static func check(_ extension_: Extension, _ project: Project) throws(Refusal) {
        guard project.clock.originalDueOn == nil else { throw .alreadyExtended }
        if let due = project.clock.dueOn, extension_.newDueOn <= due { throw .extensionNotLater(than: due) }
    }
}
