/// Of a source beside the fund no more is spent than has arrived.
///
/// Refusal: `itemUnknown`, `sourceOverspent`. SQL: `source_spent_within_received`.
public enum SourceSpentWithinReceived {
    static func source(_ number: Int, _ project: Project) throws(Refusal) -> Source {
        guard let source = project.application.sources.numbered(number) else {
            throw .itemUnknown(field: "source", number: number)
        }
        return source
    }

    public static func check(_ spending: SourceSpending, _ project: Project) throws(Refusal) {
        _ = try source(spending.source, project)
        let balance = project.sources.numbered(spending.source) ?? SourceBalance()
        let left = balance.received - balance.spent
        guard spending.amount <= left else { throw .sourceOverspent(spending.amount, left: left) }
    }
}
