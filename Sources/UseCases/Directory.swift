import Locking
public import Workflow

/// What changes rarely and is asked on every command: policies, the calendar, people named in commands.
///
/// A policy version never changes once stored, so it is kept for good. The calendar is kept for a minute:
/// a new year's table shows up everywhere within that time.
public final class Directory: Sendable {
    let store: any DirectoryStore
    private let clock: any WallClock
    private let kept = Locked(Kept())

    private struct Kept {
        var policies: [String: Policy] = [:]
        var calendar: (WorkingCalendar, readAt: Instant)?
        var dutyExceptions: [TownID: ([DutyException], readAt: Instant)] = [:]
    }

    static let calendarSeconds: Int64 = 60

    public init(store: any DirectoryStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    public func policy(programme: String, version: Int) async throws(UseCaseError) -> Policy {
        let name = "\(programme)/\(version)"
        if let policy = kept.withLock({ $0.policies[name] }) { return policy }
        let found = try await stored { try await store.policy(programme: programme, version: version) }
        guard let found else { throw .store(.corrupt("no policy \(name)")) }
        kept.withLock { $0.policies[name] = found }
        return found
    }

    /// Every version of every programme, straight from the store.
    public func policies() async throws(UseCaseError) -> [Policy] {
        try await stored { try await store.policies() }
    }

    public func calendar() async throws(UseCaseError) -> WorkingCalendar {
        let now = clock.now()
        if let (calendar, readAt) = kept.withLock({ $0.calendar }), now < readAt.adding(seconds: Self.calendarSeconds) {
            return calendar
        }
        let calendar = WorkingCalendar(try await stored { try await store.calendar() })
        kept.withLock { $0.calendar = (calendar, now) }
        return calendar
    }

    /// Kept as long as the calendar: leave is given in advance, not within the minute.
    func dutyExceptions(of town: TownID) async throws(UseCaseError) -> [DutyException] {
        let now = clock.now()
        if let (kept, readAt) = kept.withLock({ $0.dutyExceptions[town] }),
            now < readAt.adding(seconds: Self.calendarSeconds)
        {
            return kept
        }
        let found = try await stored { try await store.dutyExceptions(town: town) }
        kept.withLock { $0.dutyExceptions[town] = (found, now) }
        return found
    }

    /// Leave given a moment ago holds at once.
    func forgetDutyExceptions(of town: TownID) { kept.withLock { $0.dutyExceptions[town] = nil } }

    /// The people a command names: the panel of an acceptance.
    func people(named command: Command, town: TownID) async throws(UseCaseError) -> [PersonID: Person] {
        guard case .accept(let acceptance) = command else { return [:] }
        var people: [PersonID: Person] = [:]
        for id in Set(acceptance.panel) {
            people[id] = try await stored { try await store.person(id, town: town) }
        }
        return people
    }

    public func people(of town: TownID) async throws(UseCaseError) -> [Person] {
        try await stored { try await store.people(town: town) }
    }

    public func units(of town: TownID, on day: CivilDate) async throws(UseCaseError) -> [UnitRecord] {
        try await stored { try await store.units(town: town, on: day) }
    }

    public func towns() async throws(UseCaseError) -> [Town] {
        try await stored { try await store.towns() }
    }
}
