/// Completion can be inspected only after a start was recorded, with a contract or, without money, a plan.
///
/// Refusal: `startMissing`. SQL: none.
public enum StartRecorded {
    public static func check(_ project: Project) throws(Refusal) {
        guard project.start != nil else { throw .startMissing }
    }
}
