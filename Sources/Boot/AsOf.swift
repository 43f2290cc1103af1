import Store
public import UseCases
public import Workflow

/// Which entries a chart of a past minute counts.
public enum Knowledge: Sendable {
    /// Those recorded by that minute: the chart as it was.
    case ofThatMinute
    /// Those of today: an entry counts from the day it took place, also when it was written down later (补录).
    case ofToday
}

extension Installation {
    /// A reporter that sees a past minute, folded again from the log.
    ///
    /// Entries of the minute itself count to its end, because charts are made within it.
    public func reporter(asOf moment: Instant, _ knowledge: Knowledge) -> Reporter {
        let end = moment.minute.adding(seconds: 60)
        let past =
            switch knowledge {
            case .ofThatMinute: Past(store: store, recordedBy: Instant(microseconds: end.microseconds - 1), day: end)
            case .ofToday: Past(store: store, recordedBy: Instant(startOf: Self.never), day: end)
            }
        return Reporter(
            projects: ProjectsAsOf(past: past), funds: FundsAsOf(past: past), directory: directory,
            checkpoints: checkpoints, editions: store,
            knownOn: knowledge == .ofToday ? clock.now().civilDate : nil)
    }

    /// 2999-12-31: nothing is recorded later.
    private static let never = CivilDate(dayNumber: 376_199)
}

/// What counts: recorded by a moment, and of no later day.
private struct Past {
    let store: PostgresStore
    let recordedBy: Instant
    let day: CivilDate

    init(store: PostgresStore, recordedBy: Instant, day end: Instant) {
        self.store = store
        self.recordedBy = recordedBy
        day = Instant(microseconds: end.microseconds - 1).civilDate
    }
}

/// A project store whose chart rows stand as of a day. Everything else is the store's own.
private struct ProjectsAsOf: ProjectStore {
    let past: Past
    var store: PostgresStore { past.store }

    /// Projects that were not drafted by then are left out.
    func chartRows(town: TownID, year: Int32) async throws(StoreError) -> [ProjectRecord] {
        var projects: [ProjectID: Project] = [:]
        for (id, entry) in try await store.history(
            town: town, year: year, recordedBy: past.recordedBy, effectiveBy: past.day)
        {
            projects[id] = evolve(projects[id], id, entry)
        }
        return try await store.chartRows(town: town, year: year).compactMap { record in
            projects[record.summary.id].map {
                ProjectRecord(summary: $0.summary, labels: record.labels, ledger: LedgerFold($0))
            }
        }
    }

    func load(_ id: ProjectID, key: RequestKey?) async throws(StoreError) -> Loaded? {
        try await store.load(id, key: key)
    }

    func loadForDraft(town: TownID, unit: UnitID, year: Int32, key: RequestKey?) async throws(StoreError) -> Loaded? {
        try await store.loadForDraft(town: town, unit: unit, year: year, key: key)
    }

    func fund(town: TownID, programme: String, year: Int32) async throws(StoreError) -> FundState? {
        try await store.fund(town: town, programme: programme, year: year)
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
    let past: Past
    var store: PostgresStore { past.store }

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
            .filter(counts)
    }

    private func counts(_ line: LedgerLine) -> Bool {
        line.effectiveOn <= past.day && line.recordedAt <= past.recordedBy
    }

    private func asOf(_ fund: FundState) async throws(StoreError) -> FundState {
        var last: Int64 = 0
        var balance = FundBalance.zero
        while true {
            let lines = try await store.movements(fund: fund.id, town: fund.town, after: last, limit: Self.portion)
            for line in lines where counts(line) {
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
