public import Workflow

/// Statements and reports of a town's money, for batches and pages alike. Who may see them is `StatementReading`'s.
public struct Statements: Sendable {
    let store: any StatementStore
    let funds: any FundStore
    let projects: any ProjectStore
    let directory: Directory

    /// More lines than any fund-year has; a statement is whole or says that it goes on.
    public static let wholeLimit = 50_000

    public init(
        store: any StatementStore, funds: any FundStore, projects: any ProjectStore, directory: Directory
    ) {
        self.store = store
        self.funds = funds
        self.projects = projects
        self.directory = directory
    }

    /// 资金明细账 of the booking days asked for; `nil` begins with the fund.
    ///
    /// - Parameter after: where an earlier page of the same days ended.
    public func fund(
        _ fund: FundState, from: CivilDate?, to: CivilDate, after: StatementPlace? = nil, limit: Int = wholeLimit
    ) async throws(UseCaseError) -> FundStatement {
        let reference = try await reference(fund)
        let start = from ?? CivilDate(year: 1900, month: 1, day: 1) ?? to
        let parts = try await stored {
            try await store.statement(
                of: fund.id, town: fund.town, after: after ?? .before(start), until: to, limit: limit + 1)
        }
        let lines = Array(parts.lines.prefix(limit))
        let acts = try await acts(of: fund, until: to)
        let firstOfYear = CivilDate(year: Int(fund.year), month: 1, day: 1) ?? to
        return FundStatement(
            fund: reference, from: from ?? min(firstOfYear, lines.first?.bookedOn ?? firstOfYear), to: to,
            opening: AccountSums(parts.before), lines: lines, closing: AccountSums(parts.until),
            goesOn: parts.lines.count > limit, acts: acts)
    }

    /// 月报 of the month that the day lies in.
    public func month(_ fund: FundState, of day: CivilDate) async throws(UseCaseError) -> MonthReport {
        let reference = try await reference(fund)
        let (first, last) = (day.firstOfMonth, day.lastOfMonth)
        let parts = try await stored {
            try await store.statement(
                of: fund.id, town: fund.town, after: .before(first), until: last, limit: Self.wholeLimit)
        }
        let acts = try await acts(of: fund, until: last)
        return MonthReport(
            statement: FundStatement(
                fund: reference, from: first, to: last, opening: AccountSums(parts.before), lines: parts.lines,
                closing: AccountSums(parts.until), acts: acts), toDate: parts.until)
    }

    /// 年报 up to and with a day.
    public func year(_ fund: FundState, until day: CivilDate) async throws(UseCaseError) -> YearReport {
        let reference = try await reference(fund)
        let parts = try await stored { try await store.months(of: fund.id, town: fund.town, until: day) }
        return YearReport(
            fund: reference, until: day, months: parts.months, closing: AccountSums(parts.until),
            acts: try await acts(of: fund, until: day))
    }

    /// 已批未付 at the end of a day.
    public func committed(_ fund: FundState, on day: CivilDate) async throws(UseCaseError) -> CommittedReport {
        let reference = try await reference(fund)
        let parts = try await stored { try await store.commitments(of: fund.id, town: fund.town, on: day) }
        return CommittedReport(
            fund: reference, on: day, commitments: parts.commitments,
            held: AccountSums(parts.until).encumbered)
    }

    /// 项目资金账 with its tranche plan.
    public func project(_ id: ProjectID, until day: CivilDate) async throws(UseCaseError) -> ProjectStatement {
        guard let (project, labels) = try await stored({ try await projects.fold(of: id) }) else { throw .notFound }
        let policy = try await directory.policy(
            programme: labels.programme, version: project.policyVersion ?? labels.activePolicyVersion)
        let lines = try await stored { try await store.lines(of: id, until: day) }
        return ProjectStatement(
            project: ProjectReference(
                id: id, number: labels.number, title: project.application.title, unit: labels.unit),
            state: project.state, money: project.money, requested: project.application.requested, to: day,
            lines: lines, tranches: project.paymentPlan(under: policy))
    }

    /// The town's funds, the newest year first.
    public func funds(of town: TownID) async throws(UseCaseError) -> [FundState] {
        try await stored { try await funds.funds(town: town) }
    }

    public func fund(_ id: FundID, town: TownID) async throws(UseCaseError) -> FundState {
        guard let found = try await stored({ try await funds.fund(id, town: town) }) else { throw .notFound }
        return found
    }

    private func acts(of fund: FundState, until day: CivilDate) async throws(UseCaseError) -> [FundYearAct] {
        try await stored { try await store.acts(of: fund.id, town: fund.town, until: day) }
    }

    private func reference(_ fund: FundState) async throws(UseCaseError) -> FundReference {
        let town = try await directory.towns().first { $0.id == fund.town }
        return FundReference(
            id: fund.id, town: town?.name ?? "", programme: fund.programme, year: Int(fund.year))
    }
}
