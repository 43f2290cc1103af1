import Seeds
import UseCases
import Workflow

/// The store's promises in memory, with faults at its seam: a commit that fails before it happened, a commit whose
/// answer is lost, a reader who sees yesterday's row. One thread only: the runner awaits every call.
final class SimulatedStore: ProjectStore, @unchecked Sendable {
    struct Row {
        var versions: [Project] = []
        var entries: [Entry] = []
    }

    var rows: [ProjectID: Row] = [:]
    var ledger: [(project: ProjectID, movement: Movement)] = []
    var answers: [String: (key: RequestKey, answer: StoredAnswer)] = [:]
    var refusals = 0
    var generator: SplitMix64
    /// Percent of commits and loads that go wrong.
    var faults = 0
    private var serial: Int32 = 0
    private var free = SimulatedTown.appropriated

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    private func labels() -> Labels {
        Labels(
            town: "T", area: "A", unit: "U", number: "", numberPrefix: "N",
            programme: SimulatedTown.policy.programme, activePolicyVersion: SimulatedTown.policy.version)
    }

    private func loaded(_ project: Project?, _ place: Place, _ key: RequestKey?) -> Loaded {
        Loaded(
            project: project, headHash: [], place: place, labels: labels(), fund: fund,
            replay: key.flatMap { answers[Self.name($0)]?.answer })
    }

    private var fund: FundState {
        FundState(
            id: SimulatedTown.fund, town: SimulatedTown.town, programme: SimulatedTown.policy.programme,
            year: SimulatedTown.year,
            balance: FundBalance(
                appropriated: SimulatedTown.appropriated, encumbered: .zero, disbursed: .zero, recovered: .zero,
                free: free))
    }

    private static func name(_ key: RequestKey) -> String { "\(key.person)/\(key.key)" }

    func load(_ id: ProjectID, key: RequestKey?) async throws(StoreError) -> Loaded? {
        guard let row = rows[id], let newest = row.versions.last else { return nil }
        // A stale read: allowed to happen, must never be written upon.
        if generator.chance(faults), row.versions.count > 1 {
            return loaded(row.versions[row.versions.count - 2], newest.place, key)
        }
        return loaded(newest, newest.place, key)
    }

    func loadForDraft(
        town: TownID, unit: UnitID, year: Int32, key: RequestKey?
    ) async throws(StoreError) -> Loaded? {
        loaded(nil, SimulatedTown.place(unit), key)
    }

    /// One year only: there is nothing to carry money forward to.
    func fund(town: TownID, programme: String, year: Int32) async throws(StoreError) -> FundState? { nil }

    func reserveSerial(town: TownID, year: Int32) async throws(StoreError) -> Int32 {
        serial += 1
        return serial
    }

    func commit(_ change: Change) async throws(StoreError) {
        if generator.chance(faults) { throw .unavailable("simulated") }
        let id = change.after.id
        guard rows[id]?.versions.last?.version ?? 0 == change.expectedVersion else { throw .conflict }
        if let (key, _) = change.answer, answers[Self.name(key)] != nil { throw .keyUsed }
        var balance = free
        for posted in change.movements {
            let (from, to) = posted.movement.accounts
            if from == .free { balance = balance - posted.movement.amount }
            if to == .free { balance = balance + posted.movement.amount }
        }
        guard balance >= .zero else { throw .constraint(name: "award_within_fund", message: "") }
        free = balance
        rows[id, default: Row()].versions.append(change.after)
        rows[id, default: Row()].entries += change.entries
        ledger += change.movements.map { (id, $0.movement) }
        if let (key, answer) = change.answer { answers[Self.name(key)] = (key, answer) }
        if generator.chance(faults) { throw .outcomeUnknown("simulated: the answer was lost") }
    }

    func record(_ attempt: RefusedAttempt) async throws(StoreError) { refusals += 1 }
    func record(of id: ProjectID) async throws(StoreError) -> ProjectRecord? { nil }
    func list(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] { [] }
    func waiting(
        town: TownID, in scope: Scope, for roles: [Role], after: (due: CivilDate?, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] { [] }

    func chartRows(town: TownID, year: Int32) async throws(StoreError) -> [ProjectRecord] { [] }
    func entries(of id: ProjectID, after: Int, limit: Int) async throws(StoreError) -> [StoredEntry] { [] }
    func fold(of id: ProjectID) async throws(StoreError) -> (project: Project, labels: Labels)? { nil }
    func imported(town: TownID, numbers: [String]) async throws(StoreError) -> [String: ProjectID] { [:] }
}

/// The directory of the simulated town; its calendar changes under way when a table arrives.
final class SimulatedDirectory: DirectoryStore, @unchecked Sendable {
    var exceptions: [WorkingCalendar.Exception] = []

    func towns() async throws(StoreError) -> [Town] { [] }
    func units(town: TownID, on day: CivilDate) async throws(StoreError) -> [UnitRecord] { [] }
    func people(town: TownID) async throws(StoreError) -> [Person] { SimulatedTown.people }
    func person(_ id: PersonID, town: TownID) async throws(StoreError) -> Person? {
        SimulatedTown.people.first { $0.id == id }
    }
    func policy(programme: String, version: Int) async throws(StoreError) -> Policy? { SimulatedTown.policy }
    func policies() async throws(StoreError) -> [Policy] { [SimulatedTown.policy] }
    func calendar() async throws(StoreError) -> [WorkingCalendar.Exception] { exceptions }
    func dutyExceptions(town: TownID) async throws(StoreError) -> [DutyException] { [] }
}
