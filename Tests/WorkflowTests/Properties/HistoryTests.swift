import Foundation
import Seeds
import Testing
import Workflow

/// Random histories, each replayable from its seed: `LIBAN_SEED=n swift test --filter HistoryTests` runs only that one,
/// `LIBAN_HISTORIES=n` sets how many are run in each of the eight lanes.
struct HistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let histories = environment["LIBAN_HISTORIES"].flatMap { Int($0) } ?? 500
    private static let steps = 60
    private static let appropriated = yuan(600_000)

    @Test(arguments: 0..<8) func everyHistoryHolds(_ lane: Int) throws {
        if let seed = Self.environment["LIBAN_SEED"].flatMap({ UInt64($0) }) {
            if lane == 0 { _ = try run(seed) }
            return
        }
        var reached: [State: Int] = [:]
        var accepted = 0
        for index in 0..<Self.histories {
            let project = try run(UInt64(lane * 1_000_000 + index))
            reached[project.state, default: 0] += 1
            accepted += project.version
        }
        // A simulation that never gets anywhere would prove nothing.
        #expect(accepted > Self.histories * 10)
        if Self.histories >= 500 { #expect(Set(reached.keys).count >= 12, "\(reached)") }
    }

    private func run(_ seed: UInt64) throws -> Project {
        var commands = RandomCommands(seed: seed)
        var story = Story(
            policy: .with { policy in
                if commands.random.chance(30) { policy.noticeWorkingDays = nil }
                if commands.random.chance(30) { policy.returnStopsClock = false }
                policy.panelMinimum = 1 + commands.random.below(2)
                if commands.random.chance(30) { policy.clockStart = .admission }
                policy.month = commands.random.pick([
                    .civilMonth(rolls: true), .civilMonth(rolls: true), .civilMonth(rolls: false),
                    .days(20, rolls: true), .workingDays(15),
                ])
            })
        story.people = Cast.directory(commands.people)
        story.free = Self.appropriated
        var auditor = Auditor(appropriated: Self.appropriated)
        while story.project == nil { take(&commands, &story, &auditor) }
        for _ in 0..<Self.steps { take(&commands, &story, &auditor) }
        let project = try story.told()
        #expect(auditor.faults.isEmpty, "LIBAN_SEED=\(seed)")
        #expect(story.free.map { $0 >= .zero } == true, "LIBAN_SEED=\(seed)")
        try replays(story, project, seed)
        shares(story, project, seed)
        return project
    }

    private func take(_ commands: inout RandomCommands, _ story: inout Story, _ auditor: inout Auditor) {
        // Most steps go forward; some are entered for a day before the last one.
        story.day = story.day.adding(days: commands.random.below(6) - 1)
        let late = commands.random.chance(20) ? commands.random.below(6) - 1 : 0
        let reason = commands.random.chance(60) ? "停电" : nil
        let (person, command) = commands.next(story)
        let before = story
        guard (try? story.take(person, command, late: late, reason: reason)) != nil else {
            #expect(story.project == before.project)
            #expect(story.entries.count == before.entries.count)
            return
        }
        guard let project = story.project, let entry = story.entries.last else { return }
        auditor.watch(entry, movements: entry.event.movements(before: before.project), after: project)
    }

    /// Lateness attributed sums to the whole lateness, as the promise and the day of completion alone tell it.
    private func shares(_ story: Story, _ project: Project, _ seed: UInt64) {
        for days in [0, 1, 7, 30, 90] {
            let today = story.day.adding(days: days)
            let due = project.summary.standing(on: today, story.policy, story.calendar).dueOn
            let end = project.clock.completedOn ?? (project.state.isEnd ? nil : today)
            let late = due.flatMap { due in end.map { max(0, $0.days(since: due)) } } ?? 0
            let found = project.lateness(on: today, story.policy, story.calendar)
            #expect(found.total == late, "LIBAN_SEED=\(seed)")
            #expect([found.office, found.officer, found.village, found.panel].allSatisfy { $0 >= 0 })
        }
        let clock = project.clock
        if let submitted = clock.submittedOn, let completed = clock.completedOn {
            #expect(project.spent.total == completed.days(since: submitted), "LIBAN_SEED=\(seed)")
        }
    }

    /// Replay never refuses, equals the fold, and survives being stored.
    private func replays(_ story: Story, _ project: Project, _ seed: UInt64) throws {
        var replayed: Project?
        for entry in story.entries {
            let stored = try EventCopy.stored(entry.event)
            #expect(stored == entry.event, "LIBAN_SEED=\(seed)")
            let copy = Entry(
                sequence: entry.sequence, event: stored, by: entry.by, role: entry.role,
                effectiveOn: entry.effectiveOn, recordedAt: entry.recordedAt, lateReason: entry.lateReason)
            replayed = evolve(replayed, Story.id, copy)
            #expect(replayed != nil, "LIBAN_SEED=\(seed)")
        }
        #expect(replayed == project, "LIBAN_SEED=\(seed)")
        let kept = try JSONDecoder().decode(Project.self, from: JSONEncoder().encode(project))
        #expect(kept == project, "LIBAN_SEED=\(seed)")
    }

    /// The same seed gives the same history, or a printed seed would be worth nothing.
    @Test func aSeedReplays() throws {
        #expect(try run(42) == run(42))
        #expect(try run(42) != run(43))
    }
}
