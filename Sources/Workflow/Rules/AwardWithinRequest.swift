/// An award is at most what was asked for.
///
/// Refusal: `awardExceedsRequest`. SQL: none.
public enum AwardWithinRequest {
    public static func check(_ amount: Money, _ project: Project) throws(Refusal) {
        guard amount <= project.application.requested else {
            throw .awardExceedsRequest(amount, requested: project.application.requested)
        }
    }
}
