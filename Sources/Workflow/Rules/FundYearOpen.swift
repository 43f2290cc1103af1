/// In a closed year no money moves; the director reopens it first.
///
/// Refusal: `fundYearClosed`. SQL: `fund_year_open`.
public enum FundYearOpen {
    public static func check(_ events: [Event], _ project: Project, _ context: Context) throws(Refusal) {
        guard context.fundIsClosed, events.contains(where: { !$0.movements(before: project).isEmpty }) else { return }
        throw .fundYearClosed(Int(project.money.fundYear ?? project.id.year))
    }
}
