/// A step that needs words has them; all missing words are named at once.
///
/// Refusal: `incomplete`. SQL: none.
public enum ReasonGiven {
    /// Each item with the words given for it.
    public static func check(_ fields: [(MissingItem, String)]) throws(Refusal) {
        let missing = fields.filter { $0.1.isBlank }.map(\.0)
        guard missing.isEmpty else { throw .incomplete(missing) }
    }

    public static func check(_ reason: String) throws(Refusal) {
        try check([(MissingItem("reason", "原因", "reason"), reason)])
    }
}
