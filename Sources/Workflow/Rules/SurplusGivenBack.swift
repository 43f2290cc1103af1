/// What a project cost less is given back: first to the fund, or to fund and other sources in proportion.
///
/// Refusal: `surplusNotGivenBack`. SQL: none.
public enum SurplusGivenBack {
    public static func check(_ settlement: Settlement, _ project: Project, _ policy: Policy) throws(Refusal) {
        guard let total = settlement.totalCost else { return }
        let (others, award) = (project.cashReceived, project.money.awarded)
        let limit: Money
        switch policy.money.surplus {
        case .fundFirst: limit = total > others ? total - others : .zero
        case .proRata:
            let sum = award + others
            limit = total < sum ? total.part(of: award, in: sum) : award
        }
        guard settlement.actual <= limit else { throw .surplusNotGivenBack(settlement.actual, limit: limit) }
    }
}

extension Project {
    /// Cash that has arrived from beside the fund; goods and labour pay for nothing else.
    public var cashReceived: Money {
        zip(application.sources, sources).reduce(.zero) { $1.0.kind.isCash ? $0 + $1.1.received : $0 }
    }
}
