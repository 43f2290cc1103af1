/// A project belongs to one of its programme's categories.
///
/// Refusal: `categoryUnknown`. SQL: none.
public enum CategoryOfPolicy {
    public static func check(_ application: Application, _ policy: Policy) throws(Refusal) {
        guard policy.categories.contains(application.category) else {
            throw .categoryUnknown(application.category)
        }
    }
}
