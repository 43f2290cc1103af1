import Store
import Synchronization
import TestSupport
import Testing
import Workflow

@testable import Boot
@testable import UseCases

/// The daily round on a real database.
struct SweepTests {
    @Test func aSecondSweepRemindsOfNothingNew() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            _ = try await town.submit()
            // The clerk has one working day to admit; on the third the stage is over its limit.
            town.clock.move(to: day("2026-09-07"))
            let first = try await town.installation.sweep.run(town: town.sample.id)
            #expect(first == Sweep.Outcome(looked: 1, reminded: 1, alreadyReminded: 0))
            let second = try await town.installation.sweep.run(town: town.sample.id)
            #expect(second == Sweep.Outcome(looked: 1, reminded: 0, alreadyReminded: 1))
            #expect(try await town.reminders() == ["stageOverLimit"])
        }
    }

    /// The panel accepts between the sweep's look and its reminder: the version has moved on, and nobody is reminded.
    @Test func aProjectCompletedASecondBeforeIsNotReminded() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let id = try await town.submit()
            try await town.bringToAcceptance(id)
            town.clock.move(to: try #require(try await town.installation.store.record(of: id)?.summary.dueOn))
            let project = try #require(try await town.installation.store.fold(of: id)?.project)
            let due = project.reminders(
                on: town.clock.now().civilDate, .secretaryActsNow, try await town.installation.directory.calendar())
            #expect(!due.isEmpty, "without the acceptance there would be something to be reminded of")
            let store = CompletingStore(store: town.installation.store) { try? await town.accept(id) }
            let sweep = Sweep(
                projects: town.installation.store, store: store, directory: town.installation.directory,
                clock: town.clock)
            let outcome = try await sweep.run(town: town.sample.id)
            #expect(outcome == Sweep.Outcome(looked: 1, reminded: 0, alreadyReminded: 0))
            #expect(try await town.reminders().isEmpty)
            #expect(try await town.installation.store.record(of: id)?.summary.state == .completed)
        }
    }
}

/// Lets something happen just before the first reminder is put.
private final class CompletingStore: SweepStore {
    let store: PostgresStore
    private let before: @Sendable () async -> Void
    private let isDone = Mutex(false)

    init(store: PostgresStore, before: @escaping @Sendable () async -> Void) {
        self.store = store
        self.before = before
    }

    func running(town: TownID, after id: ProjectID?, limit: Int) async throws(StoreError) -> [ProjectID] {
        try await store.running(town: town, after: id, limit: limit)
    }

    func provisional(town: TownID, after id: ProjectID?, limit: Int) async throws(StoreError) -> [ProjectID] {
        try await store.provisional(town: town, after: id, limit: limit)
    }

    func put(_ reminder: Reminder, of project: Project) async throws(StoreError) -> Bool {
        let isFirst = isDone.withLock { done in
            defer { done = true }
            return !done
        }
        if isFirst { await before() }
        return try await store.put(reminder, of: project)
    }
}
