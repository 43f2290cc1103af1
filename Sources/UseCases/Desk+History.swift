public import Workflow

/// One step of a project's past, as a ledger tells it.
public struct PastStep: Sendable {
    public let by: Person
    public let command: Command
    public let on: CivilDate

    public init(by: Person, command: Command, on: CivilDate) {
        self.by = by
        self.command = command
        self.on = on
    }
}

/// A project's past to be entered after the fact (补录), in one transaction.
public struct PastProject: Sendable {
    public let place: Place
    /// The number the old ledger gave it; importing it again changes nothing.
    public let number: String
    public let year: Int32
    public let steps: [PastStep]
    public let lateReason: String

    public init(place: Place, number: String, year: Int32, steps: [PastStep], lateReason: String) {
        self.place = place
        self.number = number
        self.year = year
        self.steps = steps
        self.lateReason = lateReason
    }
}

/// A past step that the rules refuse: which, and why.
public struct RefusedPast: Error, Equatable, Sendable {
    public let step: Int
    public let command: Command.Kind
    public let refusal: Refusal
}

extension Desk {
    /// Runs every step of a past through the same rules, each on its own day, and keeps the result as one unit of work.
    ///
    /// - Parameter commit: false only checks.
    /// - Returns: the project as it stands afterwards.
    public func enter(
        _ past: PastProject, commit: Bool
    ) async throws(UseCaseError) -> Result<Project, RefusedPast> {
        guard let first = past.steps.first else { throw .notFound }
        let request = CommandRequest(
            by: first.by, target: .draft(town: past.place.town, unit: past.place.unit), command: first.command,
            effectiveOn: first.on)
        let loaded = try await stored {
            try await projects.loadForDraft(
                town: past.place.town, unit: past.place.unit, year: past.year, key: nil)
        }
        guard let loaded else { throw .notFound }
        let policy = try await policy(for: loaded)
        let calendar = try await directory.calendar()
        let now = clock.now()
        let trial = ProjectID(town: past.place.town, year: past.year, serial: Int32.max)
        var run = PastRun(
            loaded: loaded, policy: policy, calendar: calendar, now: now, lateReason: past.lateReason,
            dutyExceptions: try await directory.dutyExceptions(of: past.place.town))
        for step in past.steps {
            let people = try await directory.people(named: step.command, town: request.town)
            if let refused = run.take(step, people, id: trial) { return .failure(refused) }
        }
        guard commit else {
            return .success(try Fold(id: trial, project: nil, fund: loaded.fund).appending(run.entries).project)
        }
        let serial = try await stored { try await projects.reserveSerial(town: past.place.town, year: past.year) }
        let id = ProjectID(town: past.place.town, year: past.year, serial: serial)
        let folded = try Fold(id: id, project: nil, fund: loaded.fund).appending(run.entries)
        let labels = loaded.labels.numbered(past.number)
        try await stored {
            try await projects.commit(
                Change(
                    expectedVersion: 0, after: folded.project, labels: labels, entries: run.entries,
                    previousHash: [], movements: folded.movements, resolutions: folded.resolutions,
                    notifications: [], answer: nil,
                    importedNumber: past.number))
        }
        return .success(folded.project)
    }
}

/// The rules over a sequence of past steps, without any store.
private struct PastRun {
    let loaded: Loaded
    let policy: Policy
    let calendar: WorkingCalendar
    let now: Instant
    let lateReason: String
    let dutyExceptions: [DutyException]
    var project: Project?
    var entries: [Entry] = []
    /// The fund's free money as the past draws on it.
    var free: Money?

    init(
        loaded: Loaded, policy: Policy, calendar: WorkingCalendar, now: Instant, lateReason: String,
        dutyExceptions: [DutyException]
    ) {
        self.dutyExceptions = dutyExceptions
        self.loaded = loaded
        self.policy = policy
        self.calendar = calendar
        self.now = now
        self.lateReason = lateReason
        free = loaded.fund?.balance.free
    }

    mutating func take(_ step: PastStep, _ people: [PersonID: Person], id: ProjectID) -> RefusedPast? {
        let context = Context(
            by: step.by, place: loaded.place, effectiveOn: step.on, recordedOn: now.civilDate, lateReason: lateReason,
            calendar: calendar, fundFree: free, people: people, dutyExceptions: dutyExceptions,
            documents: papers(for: step.command.kind))
        let decision: Decision
        do throws(Refusal) {
            decision = try decide(project, step.command, context, policy)
        } catch {
            return RefusedPast(step: entries.count + 1, command: step.command.kind, refusal: error)
        }
        for event in decision.events {
            let entry = Entry(
                sequence: entries.count + 1, event: event, by: step.by.id, role: decision.role, effectiveOn: step.on,
                recordedAt: now, lateReason: lateReason)
            for movement in event.movements(before: project) { draw(movement) }
            entries.append(entry)
            project = evolve(project, id, entry)
        }
        return nil
    }

    /// What the policy asks for beyond what the step's own particulars carry: papers kept in the office (纸质件).
    private func papers(for command: Command.Kind) -> [Document] {
        if command == .submit || command == .requestInspection { return [] }
        return policy.documents[command].documents.map(LedgerPast.paper)
    }

    private mutating func draw(_ movement: Movement) {
        guard let held = free else { return }
        let (from, to) = movement.accounts
        if from == .free { free = held - movement.amount }
        if to == .free { free = held + movement.amount }
    }
}
