public import Workflow

/// A project that waits for somebody, and why.
public struct QueueItem: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// It is the turn of one of their roles.
        case turn(Role)
        /// The amount climbs to the ladder's step on which the leader endorses it, and nobody has.
        case endorsement
        /// An open blocker names one of their roles.
        case blocker(words: String, since: CivilDate, mustAct: Role)
    }

    public let view: ProjectView
    public let reasons: [Reason]
}

extension Reading {
    /// Rows read at a time.
    private static let queuePage = 200

    /// What waits for this person (待我办理): the nearest due day first, whatever has no due day last.
    ///
    /// Read state by state over the person's own scopes, each by its index; a fold is loaded only where the row alone
    /// cannot tell (an open blocker, a large award).
    public func queue(for person: Person) async throws(UseCaseError) -> [QueueItem] {
        try permit(person, .queue, person.town)
        let today = clock.now().civilDate
        var found: [ProjectID: (record: ProjectRecord, reasons: [QueueItem.Reason])] = [:]
        for scope in person.scopes(on: today) {
            for state in State.allCases where !state.isEnd {
                for record in try await records(of: state, in: scope, person.town)
                where found[record.summary.id] == nil {
                    let reasons = try await reasons(for: person, record, today)
                    if !reasons.isEmpty { found[record.summary.id] = (record, reasons) }
                }
            }
        }
        let waiting = Array(found.values)
        let views = try await views(waiting.map(\.record))
        func urgency(_ item: QueueItem) -> (Int, ProjectID) {
            (item.view.standing.daysLeft ?? Int.max, item.view.summary.id)
        }
        return zip(views, waiting).map { QueueItem(view: $0, reasons: $1.reasons) }
            .sorted { urgency($0) < urgency($1) }
    }

    private func records(
        of state: State, in scope: Scope, _ town: TownID
    ) async throws(UseCaseError) -> [ProjectRecord] {
        var query = ProjectQuery(town: town, state: state, order: .due, limit: Self.queuePage)
        switch scope {
        case .unit(let unit): query.unit = unit
        case .area(let area): query.area = area
        case .town: break
        }
        var records: [ProjectRecord] = []
        while true {
            let next = query
            let page = try await stored { try await projects.list(next) }
            records += page
            guard page.count == Self.queuePage, let last = page.last?.summary else { return records }
            query.after = (last.dueOn, last.id)
        }
    }

    private func reasons(
        for person: Person, _ record: ProjectRecord, _ today: CivilDate
    ) async throws(UseCaseError) -> [QueueItem.Reason] {
        let summary = record.summary
        func holds(_ role: Role) -> Bool { person.holds(role, over: summary.place, on: today) }
        var reasons: [QueueItem.Reason] = []
        if let turn = summary.turn, holds(turn) { reasons.append(.turn(turn)) }
        let policy = try await policy(
            record.labels.programme, summary.policyVersion ?? record.labels.activePolicyVersion)
        let mayEndorse =
            summary.state == .inApproval && holds(.leader) && policy.leaderEndorses(summary.requested)
        guard mayEndorse || summary.blockerSince != nil else { return reasons }
        guard let project = try await stored({ try await projects.fold(of: summary.id) })?.project else {
            return reasons
        }
        if mayEndorse, project.endorsed == nil { reasons.append(.endorsement) }
        return reasons
            + project.blockers.filter { $0.clearedOn == nil && holds($0.mustAct) }.map {
                .blocker(words: $0.words, since: $0.raisedOn, mustAct: $0.mustAct)
            }
    }
}

extension Person {
    /// Where this person holds a role today, each once; the town alone where they hold one over all of it.
    fileprivate func scopes(on day: CivilDate) -> Set<Scope> {
        let scopes = Set(assignments.filter { $0.holds(on: day) }.map(\.scope))
        return scopes.contains(.town) ? [.town] : scopes
    }
}
