/// The budget's lines add up to what is asked from the fund and from other sources.
///
/// Refusal: `budgetDoesNotAddUp`. SQL: none.
public enum BudgetAddsUp {
    public static func check(_ application: Application) throws(Refusal) {
        guard !application.budget.isEmpty else { return }
        let lines = application.budget.reduce(Money.zero) { $0 + $1.amount }
        let asked = application.sources.reduce(application.requested) { $0 + $1.promised }
        guard lines == asked else { throw .budgetDoesNotAddUp(lines: lines, asked: asked) }
    }
}
