/// Who a delay belongs to: calendar days past the due day, charged to the stage owners who took longer than planned.
public struct Lateness: Hashable, Sendable {
    public var office = 0
    public var officer = 0
    public var village = 0
    public var panel = 0

    public var total: Int { office + officer + village + panel }
}

extension Project {
    /// Days over the due day as of `today` (or of the completion), shared out in proportion to each owner's overrun.
    ///
    /// The shares sum to the whole: what rounding leaves goes to the largest overrun, in the order of the stages.
    public func lateness(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> Lateness {
        let summary = summary
        // While the clock stands still (mending, pause) the due day moves along: the same one the chart shows.
        let running = summary.isRunning ? summary.standing(on: today, policy, calendar).dueOn : clock.dueOn
        guard let dueOn = running, clock.submittedOn != nil else { return Lateness() }
        let end = clock.completedOn ?? (summary.isRunning ? today : dueOn)
        let late = max(0, end.days(since: dueOn))
        guard late > 0 else { return Lateness() }
        let overruns = overruns(until: end, policy, calendar)
        let sum = overruns.reduce(0, +)
        // Everybody kept to plan and yet it is late: the works had more to do than the month held.
        guard sum > 0 else { return Lateness(village: late) }
        var shares = overruns.map { $0 * late / sum }
        let largest = overruns.indices.max { (overruns[$0], -$0) < (overruns[$1], -$1) } ?? 2
        shares[largest] += late - shares.reduce(0, +)
        return Lateness(office: shares[0], officer: shares[1], village: shares[2], panel: shares[3])
    }

    /// Calendar days beyond plan for office, officer, village and panel.
    private func overruns(until end: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> [Int] {
        var spent = self.spent
        if summary.isRunning, let since = clock.stateSince { spent.charge(max(0, end.days(since: since)), to: state) }
        var planned = [0, 0, 0, 0]
        for span in summary.planned(policy, calendar) {
            let days = span.to.days(since: span.from)
            switch span.stage {
            case .application, .approval: planned[0] += days
            case .review: planned[1] += days
            case .execution: planned[2] += days
            case .acceptance: planned[3] += days
            case .closing, .ended: break
            }
        }
        let actual = [spent.office, spent.officer, spent.village, spent.panel]
        return zip(actual, planned).map { max(0, $0 - $1) }
    }
}

/// The three clocks, kept apart: mixing them hides delay.
public struct ThreeClocks: Hashable, Sendable {
    /// Calendar days from the need's being raised to completion (or today).
    public let need: Int?
    /// From the first submission to completion (or today).
    public let promise: Int?
    /// From acceptance to payment in full (or today).
    public let payment: Int?
}

extension Project {
    public func clocks(on today: CivilDate) -> ThreeClocks {
        let end = clock.completedOn ?? today
        let isPaid = isPaidInFull
        return ThreeClocks(
            need: application.raisedOn.map { end.days(since: $0) },
            promise: clock.submittedOn.map { end.days(since: $0) },
            payment: clock.completedOn.map { (isPaid ? (clock.paidOn ?? today) : today).days(since: $0) })
    }
}
