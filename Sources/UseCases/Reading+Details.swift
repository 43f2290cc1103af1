public import Workflow

/// A project with everything that follows from its log today, beyond what its row tells.
public struct ProjectDetails: Sendable {
    public let project: Project
    public let view: ProjectView
    public let policy: Policy
    /// Days past the due day, by who caused them.
    public let lateness: Lateness
    public let clocks: ThreeClocks
    /// By when the rest is paid after acceptance; nil where there is nothing to pay.
    public let paymentClock: PaymentClock?
    /// Days of pause so far, with the one under way.
    public let pausedDays: Int
    /// Everybody who has to act now: whose turn it is, then whom its open items name, and the leader where the ladder
    /// asks for an endorsement; each once.
    public let turns: [Role]
}

/// What the promise would hold if a project were submitted today: the warning of day 0.
public struct Outlook: Hashable, Sendable {
    public let due: DueDay
    /// Working days left for the works when every office takes its full limit; below 1 the month cannot hold them.
    public let workingDaysForWorks: Int

    public var isTooShort: Bool { workingDaysForWorks < 1 }
}

extension Reading {
    public func details(_ id: ProjectID, for person: Person) async throws(UseCaseError) -> ProjectDetails {
        try permit(person, .standing, id.town)
        let (project, view) = try await fold(id, for: person)
        let today = clock.now().civilDate
        let policy = try await policy(
            view.labels.programme, project.policyVersion ?? view.labels.activePolicyVersion)
        let underWay = project.clock.suspendedOn.map { max(0, today.days(since: $0)) } ?? 0
        var turns = view.summary.turn.map { [$0] } ?? []
        let named = view.summary.pending.map(\.mustAct) + (view.summary.needsEndorsement(policy) ? [.leader] : [])
        for role in named where !turns.contains(role) { turns.append(role) }
        return ProjectDetails(
            project: project, view: view, policy: policy,
            lateness: project.lateness(on: today, policy, try await directory.calendar()),
            clocks: project.clocks(on: today), paymentClock: project.paymentClock(on: today, policy),
            pausedDays: project.clock.pausedDays + (project.state == .suspended ? underWay : 0), turns: turns)
    }

    /// nil where the village promises its own day and has not said which.
    public func outlook(
        under policy: Policy, promisedOn: CivilDate? = nil
    ) async throws(UseCaseError) -> Outlook? {
        if policy.month == .promised, promisedOn == nil { return nil }
        let due = policy.month.due(
            from: clock.now().civilDate, promised: promisedOn, calendar: try await directory.calendar())
        return Outlook(due: due, workingDaysForWorks: policy.workingDaysForWorks(due))
    }

    /// The town's leave for one person to hold two duties, past and present: it stays visible.
    public func dutyExceptions(for person: Person) async throws(UseCaseError) -> [DutyException] {
        try permit(person, .dutyExceptions, person.town)
        return try await directory.dutyExceptions(of: person.town)
    }
}
