public import Workflow

/// A project that waits for somebody, and why.
public struct QueueItem: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// It is the turn of one of their roles.
        case turn(Role)
        /// The amount climbs to the ladder's step on which the leader endorses it, and nobody has.
        case endorsement
        /// Something open on it names one of their roles: a blocker, a consultation, a dispatch, an objection or an
        /// asked amendment.
        case pending(PendingItem)
    }

    public let view: ProjectView
    public let reasons: [Reason]
}

extension Reading {
    /// Rows read at a time.
    private static let queuePage = 200

    /// What waits for this person (待我办理): the nearest due day first, whatever has no due day last.
    ///
    /// Read over the person's own scopes from the rows that wait for one of their roles; no fold is loaded.
    public func queue(for person: Person) async throws(UseCaseError) -> [QueueItem] {
        try permit(person, .queue, person.town)
        let today = clock.now().civilDate
        var found: [ProjectID: (record: ProjectRecord, reasons: [QueueItem.Reason])] = [:]
        for (scope, roles) in person.scopes(on: today) {
            for record in try await waiting(for: roles, in: scope, person.town)
            where found[record.summary.id] == nil {
                let reasons = try await reasons(for: person, record, today)
                if !reasons.isEmpty { found[record.summary.id] = (record, reasons) }
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

    private func waiting(
        for roles: [Role], in scope: Scope, _ town: TownID
    ) async throws(UseCaseError) -> [ProjectRecord] {
        var records: [ProjectRecord] = []
        while true {
            let after = records.last.map { (due: $0.summary.dueOn, id: $0.summary.id) }
            let page = try await stored {
                try await projects.waiting(town: town, in: scope, for: roles, after: after, limit: Self.queuePage)
            }
            records += page
            guard page.count == Self.queuePage else { return records }
        }
    }

    private func reasons(
        for person: Person, _ record: ProjectRecord, _ today: CivilDate
    ) async throws(UseCaseError) -> [QueueItem.Reason] {
        let summary = record.summary
        func holds(_ role: Role) -> Bool { person.holds(role, over: summary.place, on: today) }
        var reasons: [QueueItem.Reason] = []
        if let turn = summary.turn, holds(turn) { reasons.append(.turn(turn)) }
        if holds(.leader) {
            let policy = try await policy(
                record.labels.programme, summary.policyVersion ?? record.labels.activePolicyVersion)
            if summary.needsEndorsement(policy) { reasons.append(.endorsement) }
        }
        return reasons + summary.pending.filter { holds($0.mustAct) }.map { .pending($0) }
    }
}

extension Person {
    /// Where this person holds which roles today; a scope that lies in a wider one is read again, and its rows are
    /// known by then.
    fileprivate func scopes(on day: CivilDate) -> [Scope: [Role]] {
        Dictionary(
            grouping: assignments.filter { $0.holds(on: day) }, by: \.scope
        ).mapValues { Array(Set($0.map(\.role))) }
    }
}
