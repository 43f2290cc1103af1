import Testing
import Workflow

/// A project told step by step: who did what, one day after the other, through `decide` and `evolve` and nothing else.
struct Story {
    static let id = ProjectID(town: TownID(1), year: 2026, serial: 1)

    private(set) var project: Project?
    private(set) var entries: [Entry] = []
    /// Who last did each thing, as the test saw it: independent of what the project remembers.
    private(set) var doers: [Command.Kind: Person] = [:]
    /// States passed through, in order.
    private(set) var states: [State] = []
    var policy = Policy.secretaryActsNow
    var calendar = NationalCalendar.known
    var exceptions: [DutyException] = []
    /// The day of the next step, and the day it is written down.
    var day = CivilDate("2026-03-02") ?? CivilDate(dayNumber: 0)
    var free: Money? = yuan(4_000_000)
    /// Documents handed in with every step from here on.
    var handedIn: [Document] = []
    var fundIsClosed = false
    var nextFundIsOpen = true
    var people = Cast.directory(Cast.everyone)

    init(policy: Policy = .secretaryActsNow) { self.policy = policy }

    /// The circumstances of a step by this person, written down `late` days after it happened.
    func context(_ person: Person, late days: Int = 0, reason: String? = nil) -> Context {
        Context(
            by: person, place: Cast.place, effectiveOn: day, recordedOn: day.adding(days: days), lateReason: reason,
            calendar: calendar, fundFree: free, fundIsClosed: fundIsClosed, nextFundIsOpen: nextFundIsOpen,
            people: people,
            dutyExceptions: exceptions, documents: handedIn)
    }

    /// What the rules answer, without taking the step.
    func asking(_ person: Person, _ command: Command, late days: Int = 0, reason: String? = nil) throws -> Decision {
        try decide(project, command, context(person, late: days, reason: reason), policy)
    }

    /// The refusal of a step, or nil when it is allowed.
    func refusal(_ person: Person, _ command: Command, late days: Int = 0, reason: String? = nil) -> Refusal? {
        do throws(Refusal) {
            _ = try decide(project, command, context(person, late: days, reason: reason), policy)
            return nil
        } catch { return error }
    }

    /// Takes the step; the day stays.
    mutating func take(_ person: Person, _ command: Command, late days: Int = 0, reason: String? = nil) throws {
        let decision = try asking(person, command, late: days, reason: reason)
        for event in decision.events {
            let entry = Entry(
                sequence: entries.count + 1, event: event, by: person.id, role: decision.role, effectiveOn: day,
                recordedAt: Instant(startOf: day.adding(days: days)), lateReason: reason)
            for movement in event.movements(before: project) { draw(movement) }
            project = evolve(project, Self.id, entry)
            entries.append(entry)
        }
        doers[command.kind] = person
        if let state = project?.state, state != states.last { states.append(state) }
    }

    /// The story one step on.
    func then(_ person: Person, _ command: Command) throws -> Story {
        var next = self
        try next.take(person, command)
        return next
    }

    /// The story on a later day.
    func later(days: Int) -> Story { on(day.adding(days: days)) }

    func on(_ day: CivilDate) -> Story {
        var next = self
        next.day = day
        return next
    }

    /// The project as it stands; a story without one fails the test.
    func told() throws -> Project { try #require(project) }

    private mutating func draw(_ movement: Movement) {
        let (from, to) = movement.accounts
        if from == .free { free = free.map { $0 - movement.amount } }
        if to == .free { free = free.map { $0 + movement.amount } }
    }
}
