public import Workflow

/// The daily sweep: finds what is due, over its limit or expiring, and reminds whoever's turn it is, exactly once.
///
/// It looks at each project afresh and leaves its reminders under the project's version, so that a project completed
/// a second ago is not reminded; it never updates in bulk.
public struct Sweep: Sendable {
    let projects: any ProjectStore
    let store: any SweepStore
    let directory: Directory
    let clock: any WallClock
    /// Keys read at a time: small enough to hold nothing up, large enough that a city takes a few hundred reads.
    static let pageSize = 200

    public init(
        projects: any ProjectStore, store: any SweepStore, directory: Directory, clock: any WallClock
    ) {
        self.projects = projects
        self.store = store
        self.directory = directory
        self.clock = clock
    }

    public struct Outcome: Hashable, Sendable {
        public var looked = 0
        public var reminded = 0
        public var alreadyReminded = 0
    }

    public func run(town: TownID) async throws(UseCaseError) -> Outcome {
        var outcome = Outcome()
        var last: ProjectID?
        while true {
            let after = last
            let page = try await stored { try await store.running(town: town, after: after, limit: Self.pageSize) }
            for id in page { try await remind(id, &outcome) }
            guard page.count == Self.pageSize else { return outcome }
            last = page.last
        }
    }

    private func remind(_ id: ProjectID, _ outcome: inout Outcome) async throws(UseCaseError) {
        outcome.looked += 1
        // A project that changes under our hands is looked at again; its new version may need no reminder.
        for _ in 0..<Desk.tries {
            guard let loaded = try await stored({ try await projects.load(id, key: nil) }), let project = loaded.project
            else { return }
            let policy = try await directory.policy(
                programme: loaded.labels.programme, version: project.policyVersion ?? loaded.labels.activePolicyVersion)
            let reminders = project.reminders(
                on: clock.now().civilDate, policy, try await directory.calendar())
            do throws(StoreError) {
                for reminder in reminders {
                    if try await store.put(reminder, of: project) {
                        outcome.reminded += 1
                    } else {
                        outcome.alreadyReminded += 1
                    }
                }
                return
            } catch {
                guard error == .conflict else { throw .store(error) }
            }
        }
    }
}
