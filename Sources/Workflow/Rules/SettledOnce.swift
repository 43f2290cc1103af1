/// A project is settled once, at no more than its award and no less than what was paid.
///
/// Refusal: `settledAlready`, `paymentsExceedSettlement`, `settlementExceedsAward`. SQL: `encumbrance_resolved_once`.
public enum SettledOnce {
    public static func check(_ settlement: Settlement, _ project: Project) throws(Refusal) {
        let money = project.money
        guard money.settled == nil else { throw .settledAlready }
        guard settlement.actual >= money.outstanding else {
            throw .paymentsExceedSettlement(paid: money.outstanding, actual: settlement.actual)
        }
        // What is still held must cover what is still owed; recovered money went back to the fund for good.
        guard settlement.actual - money.outstanding <= money.encumbered else {
            throw .settlementExceedsAward(settlement.actual, award: money.encumbered + money.outstanding)
        }
    }
}
