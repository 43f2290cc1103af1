import Workflow

/// What leaders ask first, counted from the rows: the band, the terminal chart and the legend all read it here.
struct ChartFacts {
    /// Red rows, the longest overdue first.
    let reds: [ChartRow]
    /// Open rows whose due day is still to come, the nearest first.
    let upcoming: [ChartRow]
    let overdue: Int
    let withinThreeDays: Int
    let withinSevenDays: Int
    let later: Int
    let decisions: [Decision]
    let ranking: [RankedUnit]
    /// Red now and not on the last printed edition, and the reverse.
    let newReds: [ChartRow]
    let clearedReds: [ChartRow]
    /// Not late yet, and no longer to be saved at ordinary speed.
    let forecastMisses: [ChartRow]
    /// The most decimals any awarded amount needs, at least two: amounts line up at their points.
    let fractionDigits: Int

    /// Rows that wait for the same people to do the same thing.
    struct Decision: Hashable {
        let state: State
        let turn: Role
        /// Distinct names, in row order.
        let names: [String]
        let count: Int
    }

    init(_ report: ChartReport) {
        let rows = report.projects
        reds = Self.stable(rows.filter { $0.light == .red }) { ($0.daysLeft ?? 0) < ($1.daysLeft ?? 0) }
        let open = rows.filter { !$0.state.isEnd && $0.completedOn == nil && $0.daysLeft != nil }
        upcoming = Self.stable(open.filter { ($0.daysLeft ?? 0) >= 0 }) { ($0.daysLeft ?? 0) < ($1.daysLeft ?? 0) }
        func count(_ range: ClosedRange<Int>) -> Int { open.count { range.contains($0.daysLeft ?? 0) } }
        overdue = count(Int.min...(-1))
        withinThreeDays = count(0...3)
        withinSevenDays = count(4...7)
        later = count(8...Int.max)
        decisions = Self.decisionOrder.compactMap { state in Self.decision(on: state, in: rows) }
        ranking = report.units.ranked()
        let before = report.previous?.reds ?? []
        newReds = reds.filter { !before.contains($0.id) }
        clearedReds = rows.filter { $0.light != .red && before.contains($0.id) }
        forecastMisses = rows.filter { $0.forecastMiss && $0.light != .red }
        fractionDigits = (rows.map(\.awarded) + [report.totals.awarded]).reduce(2) { most, amount in
            max(most, amount.fractionDigits)
        }
    }

    /// The most decimals of the six amounts of the money table, each at least two: they line up at their points.
    static func digits(_ rows: [ChartRow]) -> [Int] {
        var digits = [2, 2, 2, 2, 2, 2]
        for row in rows {
            let amounts = [row.requested, row.sources, row.awarded, row.disbursed, row.settled, row.surplus ?? .zero]
            for (index, amount) in amounts.enumerated() { digits[index] = max(digits[index], amount.fractionDigits) }
        }
        return digits
    }

    /// What can be unstuck by somebody's word today, the director's first. Works under way wait for nobody's word.
    private static let decisionOrder: [State] = [
        .inApproval, .suspended, .onNotice, .inAcceptance, .submitted, .inReview, .returned, .inRectification,
    ]

    private static func decision(on state: State, in rows: [ChartRow]) -> Decision? {
        let waiting = rows.filter { $0.state == state }
        guard let turn = waiting.first?.turn ?? state.turn, !waiting.isEmpty else { return nil }
        var names: [String] = []
        for name in waiting.compactMap(\.turnName) where !names.contains(name) { names.append(name) }
        return Decision(state: state, turn: turn, names: names, count: waiting.count)
    }

    private static func stable<T>(_ items: [T], _ less: (T, T) -> Bool) -> [T] {
        items.enumerated()
            .sorted { a, b in
                if less(a.element, b.element) { return true }
                if less(b.element, a.element) { return false }
                return a.offset < b.offset
            }
            .map(\.element)
    }
}
