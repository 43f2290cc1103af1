import Workflow

extension Desk {
    /// Decides the command on what was loaded and makes the unit of work that carries it out.
    func prepared(
        _ request: CommandRequest, _ loaded: Loaded, _ render: @Sendable (ProjectView) -> RenderedAnswer
    ) async throws(UseCaseError) -> (Change, RenderedAnswer) {
        let now = clock.now()
        let policy = try await policy(for: loaded)
        let calendar = try await directory.calendar()
        let nextFund = try await nextFund(request, loaded)
        let context = Context(
            by: request.by, place: loaded.place, effectiveOn: request.effectiveOn ?? now.civilDate,
            recordedOn: now.civilDate, lateReason: request.lateReason, calendar: calendar,
            fundFree: loaded.fund?.balance.free, fundIsClosed: loaded.fund?.closedOn != nil,
            nextFundIsOpen: nextFund.map { $0.closedOn == nil } ?? false,
            people: try await directory.people(named: request.command, town: request.town),
            dutyExceptions: try await directory.dutyExceptions(of: request.town), documents: request.documents)
        let decision: Decision
        do throws(Refusal) {
            decision = try decide(loaded.project, request.command, context, policy)
        } catch {
            await record(error, request, loaded.project?.id)
            throw .refused(error)
        }
        let (id, labels) = try await named(request, loaded, year: context.effectiveOn.year)
        let entries = decision.events.enumerated().map { index, event in
            Entry(
                sequence: (loaded.project?.version ?? 0) + index + 1, event: event, by: request.by.id,
                role: decision.role, effectiveOn: context.effectiveOn, recordedAt: now,
                lateReason: context.lateReason)
        }
        let folded = try Fold(id: id, project: loaded.project, fund: loaded.fund, nextFund: nextFund)
            .appending(entries)
        let view = ProjectView(
            summary: folded.project.summary, labels: labels,
            standing: folded.project.summary.standing(on: now.civilDate, policy, calendar),
            forecastOn: folded.project.summary.forecast(on: now.civilDate, policy, calendar))
        let answer = render(view)
        let change = Change(
            expectedVersion: loaded.project?.version ?? 0, after: folded.project, labels: labels, entries: entries,
            previousHash: loaded.headHash, movements: folded.movements, resolutions: folded.resolutions,
            notifications: Self.notifications(before: loaded.project, after: folded.project, entries),
            answer: request.key.map { key in
                (
                    key,
                    StoredAnswer(
                        fingerprint: key.fingerprint, status: answer.status, version: answer.version,
                        body: answer.body)
                )
            })
        return (change, answer)
    }

    /// The fund of the year after the one that holds the project's money; asked for only where it is needed.
    private func nextFund(_ request: CommandRequest, _ loaded: Loaded) async throws(UseCaseError) -> FundState? {
        guard request.command.kind == .carryForward, let fund = loaded.fund else { return nil }
        return try await stored {
            try await projects.fund(town: fund.town, programme: fund.programme, year: fund.year + 1)
        }
    }

    /// The version the project was submitted under; before a submission, the programme's active one.
    func policy(for loaded: Loaded) async throws(UseCaseError) -> Policy {
        try await directory.policy(
            programme: loaded.labels.programme,
            version: loaded.project?.policyVersion ?? loaded.labels.activePolicyVersion)
    }

    /// The project's key and number; a new project takes the next serial only once its draft was found good.
    private func named(
        _ request: CommandRequest, _ loaded: Loaded, year: Int
    ) async throws(UseCaseError) -> (ProjectID, Labels) {
        if let project = loaded.project { return (project.id, loaded.labels) }
        let serial = try await stored { try await projects.reserveSerial(town: request.town, year: Int32(year)) }
        return (
            ProjectID(town: request.town, year: Int32(year), serial: serial),
            loaded.labels.numbered(year: year, serial: serial)
        )
    }

    func record(_ refusal: Refusal, _ request: CommandRequest, _ project: ProjectID?) async {
        let attempt = RefusedAttempt(
            town: request.town, project: project, person: request.by.id, command: request.command.kind,
            code: refusal.code.rawValue, at: clock.now())
        // The refusal itself is the answer; that it could not be noted must not turn it into an error.
        try? await projects.record(attempt)
    }

    /// Whoever's turn it becomes is told, and the village is told of everything the office does.
    static func notifications(before: Project?, after: Project, _ entries: [Entry]) -> [Notification] {
        guard let last = entries.last else { return [] }
        var roles: [Role] = []
        if before?.state != after.state, let turn = after.state.turn { roles.append(turn) }
        if last.role != .secretary, !roles.contains(.secretary) { roles.append(.secretary) }
        return roles.map { Notification(role: $0, place: after.place, subject: last.event.kind.rawValue) }
    }
}

extension Labels {
    func numbered(year: Int, serial: Int32) -> Labels { numbered("\(numberPrefix)〔\(year)〕\(serial)号") }

    func numbered(_ number: String) -> Labels {
        Labels(
            town: town, area: area, unit: unit, number: number,
            numberPrefix: numberPrefix, programme: programme, activePolicyVersion: activePolicyVersion)
    }
}

/// What new entries come to.
struct Folded {
    let project: Project
    let movements: [PostedMovement]
    let resolutions: [Resolution]
}

/// A project with the movements its new entries make.
struct Fold {
    let id: ProjectID
    let project: Project?
    let fund: FundState?
    var nextFund: FundState?

    func appending(_ entries: [Entry]) throws(UseCaseError) -> Folded {
        var current = project
        var movements: [PostedMovement] = []
        var resolutions: [Resolution] = []
        for entry in entries {
            if let resolution = entry.resolution(before: current) { resolutions.append(resolution) }
            for movement in entry.event.movements(before: current) {
                guard let fund = movement.kind == .bringForward ? nextFund : fund else {
                    throw .refused(.fundMissing)
                }
                movements.append(
                    PostedMovement(
                        fund: fund.id, movement: movement, sequence: entry.sequence, effectiveOn: entry.effectiveOn,
                        reverses: movement.isReversal ? entry.event.reverses(in: current) : nil))
            }
            current = evolve(current, id, entry)
        }
        guard let current else { throw .store(.corrupt("the log of \(id) does not begin with a draft")) }
        return Folded(project: current, movements: movements, resolutions: resolutions)
    }
}
