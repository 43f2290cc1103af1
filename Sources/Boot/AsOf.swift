import Store
public import UseCases
public import Workflow

extension Installation {
    /// A reporter that sees a past day: what had happened by then, folded again from the log.
    ///
    /// An entry counts from the day it took place, also when it was written down later: the chart of a past day is
    /// what is known today about that day, not what was known then.
    public func reporter(asOf day: CivilDate) -> Reporter {
        Reporter(
            projects: ProjectsAsOf(store: store, day: day), funds: FundsAsOf(store: store, day: day),
            directory: directory, checkpoints: checkpoints)
    }
}

/// A project store whose chart rows stand as of a day. Everything else is the store's own.
private struct ProjectsAsOf: ProjectStore {
    let store: PostgresStore
    let day: CivilDate

    func chartRows(town: TownID, year: Int32) async throws(StoreError) -> [ProjectRecord] {
        var records: [ProjectRecord] = []
        for record in try await store.chartRows(town: town, year: year) {
            guard let project = try await project(record.summary.id) else { continue }
            records.append(ProjectRecord(summary: project.summary, labels: record.labels))
        }
        return records
    }

    /// nil when it was not drafted by then.
    private func project(_ id: ProjectID) async throws(StoreError) -> Project? {
        var project: Project?
        var last = 0
        while true {
            let entries = try await store.entries(of: id, after: last, limit: Self.portion)
            for stored in entries where stored.entry.effectiveOn <= day {
                project = evolve(project, id, stored.entry)
            }
            guard entries.count == Self.portion, let newest = entries.last else { return project }
            last = newest.entry.sequence
        }
    }

    private static let portion = 200

    func load(_ id: ProjectID, key: RequestKey?) async throws(StoreError) -> Loaded? {
        try await store.load(id, key: key)
    }

    func loadForDraft(town: TownID, unit: UnitID, year: Int32, key: RequestKey?) async throws(StoreError) -> Loaded? {
        try await store.loadForDraft(town: town, unit: unit, year: year, key: key)
    }

    func reserveSerial(town: TownID, year: Int32) async throws(StoreError) -> Int32 {
        try await store.reserveSerial(town: town, year: year)
    }

    func commit(_ change: Change) async throws(StoreError) { try await store.commit(change) }

    func record(_ attempt: RefusedAttempt) async throws(StoreError) { try await store.record(attempt) }

    func record(of id: ProjectID) async throws(StoreError) -> ProjectRecord? { try await store.record(of: id) }

    func list(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] { try await store.list(query) }

    func waiting(
        town: TownID, in scope: Scope, for roles: [Role], after: (due: CivilDate?, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] {
        try await store.waiting(town: town, in: scope, for: roles, after: after, limit: limit)
    }

    func entries(of id: ProjectID, after sequence: Int, limit: Int) async throws(StoreError) -> [StoredEntry] {
        try await store.entries(of: id, after: sequence, limit: limit)
    }

    func fold(of id: ProjectID) async throws(StoreError) -> (project: Project, labels: Labels)? {
        try await store.fold(of: id)
    }

    func imported(town: TownID, numbers: [String]) async throws(StoreError) -> [String: ProjectID] {
        try await store.imported(town: town, numbers: numbers)
    }
}

/// Funds with the balance their movements up to a day make.
private struct FundsAsOf: FundStore {
    let store: PostgresStore
    let day: CivilDate

    func funds(town: TownID) async throws(StoreError) -> [FundState] {
        var funds: [FundState] = []
        for fund in try await store.funds(town: town) { funds.append(try await asOf(fund)) }
        return funds
    }

    func fund(_ id: FundID, town: TownID) async throws(StoreError) -> FundState? {
        guard let fund = try await store.fund(id, town: town) else { return nil }
        return try await asOf(fund)
    }

    func movements(
        fund: FundID, town: TownID, after movement: Int64, limit: Int
    ) async throws(StoreError) -> [LedgerLine] {
        try await store.movements(fund: fund, town: town, after: movement, limit: limit)
            .filter { $0.effectiveOn <= day }
    }

    private func asOf(_ fund: FundState) async throws(StoreError) -> FundState {
        var last: Int64 = 0
        var balance = FundBalance.zero
        while true {
            let lines = try await store.movements(fund: fund.id, town: fund.town, after: last, limit: Self.portion)
            for line in lines where line.effectiveOn <= day {
                balance = balance.after(line.movement)
            }
            guard lines.count == Self.portion, let newest = lines.last else { break }
            last = newest.number
        }
        return FundState(
            id: fund.id, town: fund.town, programme: fund.programme, year: fund.year,
            balance: balance)
    }

    private static let portion = 500
}
