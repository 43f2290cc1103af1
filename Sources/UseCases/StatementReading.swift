public import Workflow

/// Statements for people: who may see which.
public struct StatementReading: Sendable {
    public let statements: Statements
    let clock: any WallClock

    public init(statements: Statements, clock: any WallClock) {
        self.statements = statements
        self.clock = clock
    }

    public var today: CivilDate { clock.now().civilDate }

    public func funds(for person: Person) async throws(UseCaseError) -> [FundState] {
        try permit(person, .fund, person.town)
        return try await statements.funds(of: person.town)
    }

    public func fund(_ id: FundID, for person: Person) async throws(UseCaseError) -> FundState {
        try permit(person, .fund, person.town)
        return try await statements.fund(id, town: person.town)
    }

    public func statement(
        of fund: FundState, from: CivilDate?, to: CivilDate, after: StatementPlace? = nil,
        limit: Int = Statements.wholeLimit, for person: Person
    ) async throws(UseCaseError) -> FundStatement {
        try permit(person, .statements, fund.town)
        return try await statements.fund(fund, from: from, to: to, after: after, limit: limit)
    }

    public func month(
        of fund: FundState, _ day: CivilDate, for person: Person
    ) async throws(UseCaseError) -> MonthReport {
        try permit(person, .statements, fund.town)
        return try await statements.month(fund, of: day)
    }

    public func year(
        of fund: FundState, until day: CivilDate, for person: Person
    ) async throws(UseCaseError) -> YearReport {
        try permit(person, .statements, fund.town)
        return try await statements.year(fund, until: day)
    }

    public func committed(
        of fund: FundState, on day: CivilDate, for person: Person
    ) async throws(UseCaseError) -> CommittedReport {
        try permit(person, .statements, fund.town)
        return try await statements.committed(fund, on: day)
    }

    public func project(_ id: ProjectID, for person: Person) async throws(UseCaseError) -> ProjectStatement {
        try permit(person, .projectStatement, id.town)
        return try await statements.project(id, until: today)
    }

    private func permit(
        _ person: Person, _ operation: ReadOperation, _ town: TownID
    ) throws(UseCaseError) {
        guard person.town == town else { throw .notFound }
        guard person.mayRead(operation, in: town, on: today) else { throw .readRefused(operation) }
    }
}
