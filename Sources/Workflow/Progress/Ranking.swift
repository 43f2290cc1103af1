/// A unit's place in the league table (晾晒).
public struct RankedUnit: Hashable, Sendable {
    /// From 1; equals share one.
    public let rank: Int
    public let tally: UnitTally
}

extension [UnitTally] {
    /// The best first: fewest red, then fewest yellow, then most completed; equals keep their fixed order.
    public func ranked() -> [RankedUnit] {
        let sorted = enumerated()
            .sorted { ($0.element.merits + [$0.offset]).lexicographicallyPrecedes($1.element.merits + [$1.offset]) }
            .map(\.element)
        var ranked: [RankedUnit] = []
        for (index, tally) in sorted.enumerated() {
            let isEqual = ranked.last.map { $0.tally.merits == tally.merits } ?? false
            ranked.append(RankedUnit(rank: isEqual ? ranked[index - 1].rank : index + 1, tally: tally))
        }
        return ranked
    }
}

extension UnitTally {
    /// What units are compared by, one after the other, the less the better.
    fileprivate var merits: [Int] { [byLight[.red] ?? 0, byLight[.yellow] ?? 0, -(byLight[.blue] ?? 0)] }
}
