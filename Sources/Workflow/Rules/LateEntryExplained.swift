/// What is entered more than a day after it happened needs a reason and is marked 补录.
///
/// Refusal: `lateEntryUnexplained`. SQL: `late_entry_explained`.
public enum LateEntryExplained {
    /// One day of grace: an evening visit is often written down the next morning.
    static let graceDays = 1

    public static func check(_ context: Context) throws(Refusal) {
        guard context.recordedOn.days(since: context.effectiveOn) > graceDays else { return }
        if (context.lateReason ?? "").isBlank { throw .lateEntryUnexplained(context.effectiveOn) }
    }
}
