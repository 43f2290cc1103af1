public import Workflow

/// Everything people look at: projects, logs, possibilities, funds. Reads write nothing.
public struct Reading: Sendable {
    let projects: any ProjectStore
    let funds: any FundStore
    let directory: Directory
    let clock: any WallClock
    let checkpoints: Checkpoints
    let editions: (any EditionStore)?

    public init(
        projects: any ProjectStore, funds: any FundStore, directory: Directory, clock: any WallClock,
        checkpoints: Checkpoints, editions: (any EditionStore)? = nil
    ) {
        self.checkpoints = checkpoints
        self.editions = editions
        self.projects = projects
        self.funds = funds
        self.directory = directory
        self.clock = clock
    }

    public func project(_ id: ProjectID, for person: Person) async throws(UseCaseError) -> ProjectView {
        try permit(person, .project, id.town)
        let record = try await stored { try await projects.record(of: id) }
        guard let record else { throw .notFound }
        return try await view(record)
    }

    /// The whole fold, for the project's page.
    public func fold(
        _ id: ProjectID, for person: Person
    ) async throws(UseCaseError) -> (project: Project, view: ProjectView) {
        try permit(person, .project, id.town)
        let found = try await stored { try await projects.fold(of: id) }
        guard let found else { throw .notFound }
        return (found.project, try await view(ProjectRecord(summary: found.project.summary, labels: found.labels)))
    }

    /// One page; the next one begins after its last row.
    public func list(_ query: ProjectQuery, for person: Person) async throws(UseCaseError) -> [ProjectView] {
        try permit(person, .projectList, query.town)
        let records = try await stored { try await projects.list(query) }
        return try await views(records)
    }

    public func entries(
        of id: ProjectID, after sequence: Int, limit: Int, for person: Person
    ) async throws(UseCaseError) -> [StoredEntry] {
        try permit(person, .events, id.town)
        return try await stored {
            try await projects.entries(of: id, after: sequence, limit: limit)
        }
    }

    /// What this person may do with the project now, and why not the rest.
    public func possibilities(_ id: ProjectID, for person: Person) async throws(UseCaseError) -> [Possibility] {
        try permit(person, .possibilities, id.town)
        let loaded = try await stored { try await projects.load(id, key: nil) }
        guard let loaded, let project = loaded.project else { throw .notFound }
        let today = clock.now().civilDate
        let barred = project.duties.barredFromPanel
        let panel = try await directory.people(of: id.town)
            // Of the person who asks the rules judge by themselves, with the town's leave for two duties.
            .filter {
                $0.holds(.panelMember, over: project.place, on: today)
                    && (!barred.contains($0.id) || $0.id == person.id)
            }
        let context = Context(
            by: person, place: project.place, effectiveOn: today, recordedOn: today,
            calendar: try await directory.calendar(),
            fundFree: loaded.fund?.balance.free, fundIsClosed: loaded.fund?.closedOn != nil,
            // Whether next year's fund is there is seen when somebody carries over, which is done for all at once.
            nextFundIsOpen: true,
            people: Dictionary(panel.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            dutyExceptions: try await directory.dutyExceptions(of: id.town))
        return Workflow.possibilities(
            project, context,
            try await policy(loaded.labels.programme, project.policyVersion ?? loaded.labels.activePolicyVersion))
    }

    public func funds(of town: TownID, for person: Person) async throws(UseCaseError) -> [FundState] {
        try permit(person, .fund, town)
        return try await stored { try await funds.funds(town: town) }
    }

    public func ledger(
        of fund: FundID, after number: Int64, limit: Int, for person: Person
    ) async throws(UseCaseError) -> [LedgerLine] {
        try permit(person, .fundEntries, person.town)
        return try await stored {
            try await funds.movements(fund: fund, town: person.town, after: number, limit: limit)
        }
    }

    public func units(of town: TownID, for person: Person) async throws(UseCaseError) -> [UnitRecord] {
        try permit(person, .units, town)
        let today = clock.now().civilDate
        return try await directory.units(of: town, on: today)
    }

    public func people(for person: Person) async throws(UseCaseError) -> [Person] {
        try permit(person, .people, person.town)
        return try await directory.people(of: person.town)
    }

    /// The town's chart as of now, for a person who may see it.
    public func chart(of town: TownID, year: Int?, for person: Person) async throws(UseCaseError) -> ChartReport {
        try permit(person, .chart, town)
        return try await Reporter(
            projects: projects, funds: funds, directory: directory, checkpoints: checkpoints, editions: editions
        ).report(town: town, year: year, asOf: clock.now())
    }

    func permit(_ person: Person, _ operation: ReadOperation, _ town: TownID) throws(UseCaseError) {
        // Another town's key reads like one that does not exist: nobody learns what is there.
        guard person.town == town else { throw .notFound }
        guard person.mayRead(operation, in: town, on: clock.now().civilDate) else { throw .readRefused(operation) }
    }
}
