public import Workflow

/// A due day that a new holiday table moved, or confirmed.
public struct RecomputedDue: Hashable, Sendable {
    public let id: ProjectID
    public let before: CivilDate
    public let after: CivilDate

    public var isMoved: Bool { before != after }
}

/// After a year's holiday table arrived: every provisional due day is computed again, through the one door.
public struct Recomputation: Sendable {
    let desk: Desk
    let store: any SweepStore

    public init(desk: Desk, store: any SweepStore) {
        self.desk = desk
        self.store = store
    }

    /// - Parameter person: the clerk in whose name it is done.
    /// - Returns: what was computed again, in the order of keys; the list of what moved is for the office to check.
    public func run(town: TownID, by person: Person) async throws(UseCaseError) -> [RecomputedDue] {
        var found: [RecomputedDue] = []
        var last: ProjectID?
        while true {
            let after = last
            let page = try await stored {
                try await store.provisional(town: town, after: after, limit: Sweep.pageSize)
            }
            for id in page {
                if let due = try await recompute(id, by: person) { found.append(due) }
            }
            guard page.count == Sweep.pageSize else { return found }
            last = page.last
        }
    }

    private func recompute(_ id: ProjectID, by person: Person) async throws(UseCaseError) -> RecomputedDue? {
        guard let before = try await stored({ try await desk.projects.record(of: id) })?.summary.dueOn else {
            return nil
        }
        _ = try await desk.perform(
            CommandRequest(by: person, target: .project(id), command: .recomputeDue)
        ) { RenderedAnswer(status: 200, version: $0.summary.version, body: []) }
        let after = try await stored { try await desk.projects.record(of: id) }?.summary.dueOn
        return RecomputedDue(id: id, before: before, after: after ?? before)
    }
}
