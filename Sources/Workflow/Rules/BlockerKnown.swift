/// Only an open blocker can be cleared, by its number.
///
/// Refusal: `itemUnknown`. SQL: none.
public enum BlockerKnown {
    public static func check(_ cleared: BlockerCleared, _ project: Project) throws(Refusal) {
        guard project.blockers.indices.contains(cleared.blocker - 1),
            project.blockers[cleared.blocker - 1].clearedOn == nil
        else { throw .itemUnknown(field: "blocker", number: cleared.blocker) }
    }
}
