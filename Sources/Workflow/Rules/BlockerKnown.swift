/// Only an open blocker can be cleared, by its number.
///
/// Refusal: `itemUnknown`. SQL: none.
public enum BlockerKnown {
    public static func check(_ cleared: BlockerCleared, _ project: Project) throws(Refusal) {
        guard let blocker = project.blockers.numbered(cleared.blocker), blocker.clearedOn == nil else {
            throw .itemUnknown(field: "blocker", number: cleared.blocker)
        }
    }
}
