/// Money is paid by tranches: each waits for its event, and what is paid in all stays within those reached.
///
/// Refusal: `trancheNotReached`. SQL: none.
public enum TrancheReached {
    public static func check(_ amount: Money, _ project: Project, _ policy: Policy) throws(Refusal) {
        let plan = project.money.tranches ?? policy.money.tranches
        guard let next = plan.first(where: { !project.hasReached($0.after) }) else { return }
        let reached = plan.filter { project.hasReached($0.after) }.reduce(0) { $0 + $1.permille }
        let limit = project.money.awarded.share(permille: reached)
        let left = limit > project.money.outstanding ? limit - project.money.outstanding : .zero
        guard amount <= left else { throw .trancheNotReached(amount, limit: left, waitsFor: next.after) }
    }
}

extension Project {
    /// Whether what a tranche waits for has happened.
    public func hasReached(_ event: TrancheEvent) -> Bool {
        switch event {
        case .awarded: clock.executionOn != nil
        case .started: start != nil
        case .halfBuilt: milestones.contains(.halfBuilt) || hasReached(.built)
        case .built: milestones.contains(.built) || hasReached(.accepted)
        case .accepted: clock.completedOn != nil
        case .settled: money.settled != nil
        }
    }
}
