/// Less built is less paid: the settlement stays within the award's share of what was really built.
///
/// Refusal: `incomplete`, `settlementExceedsBuilt`. SQL: none.
public enum SettlementFollowsQuantities {
    /// Where less was built and no price tells by how much the award shrinks, the amount is reasoned in words.
    static func wanting(_ settlement: Settlement, _ project: Project) -> [(MissingItem, String)] {
        guard project.reductions.contains(where: { $0.cost == nil }) else { return [] }
        return [(MissingItem("words", "少建部分的核减说明", "how the reduction was reckoned"), settlement.words)]
    }

    public static func check(_ settlement: Settlement, _ project: Project) throws(Refusal) {
        var limit = project.money.awarded
        for reduction in project.reductions { if let cost = reduction.cost { limit = limit - cost } }
        guard settlement.actual <= limit else { throw .settlementExceedsBuilt(settlement.actual, limit: limit) }
    }
}

extension Project {
    /// What was to be built: as amended, or as applied for.
    public var approvedQuantities: [Quantity] { amendedQuantities ?? application.quantities }

    /// What was approved and not built, each with the part of the award it stands for, where that can be told.
    ///
    /// One kind of thing stands for the whole award. Of several, a budget line of the same name says how much each
    /// stands for; the fund bears every line in the proportion of the award to the budget.
    var reductions: [(what: String, cost: Money?)] {
        guard let built else { return [] }
        return approvedQuantities.compactMap { approved in
            let count = built.filter { $0.what == approved.what }.reduce(0) { $0 + $1.count }
            guard count < approved.count, approved.count > 0 else { return nil }
            return (approved.what, worth(of: approved).map { $0.part(approved.count - count, of: approved.count) })
        }
    }

    private func worth(of quantity: Quantity) -> Money? {
        if approvedQuantities.count == 1 { return money.awarded }
        let budget = application.budget.reduce(Money.zero) { $0 + $1.amount }
        guard budget > .zero, let line = application.budget.first(where: { $0.what == quantity.what }) else {
            return nil
        }
        return money.awarded.part(of: line.amount, in: budget)
    }
}

extension Money {
    /// So many parts of a whole number of parts, rounded up to whole fen: a reduction is never understated.
    func part(_ parts: Int, of whole: Int) -> Money {
        let (each, rest) = fen.quotientAndRemainder(dividingBy: Int64(whole))
        let (more, odd) = (rest * Int64(parts)).quotientAndRemainder(dividingBy: Int64(whole))
        return Money(fen: each * Int64(parts) + more + (odd > 0 ? 1 : 0))
    }

    /// This amount in the proportion of `part` to `whole`, rounded down to whole fen.
    func part(of part: Money, in whole: Money) -> Money {
        let product = fen.magnitude.multipliedFullWidth(by: part.fen.magnitude)
        return Money(fen: Int64(whole.fen.magnitude.dividingFullWidth(product).quotient))
    }
}
