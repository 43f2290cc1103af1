import Synchronization
import UseCases
import Workflow

/// The ports in memory, for what HTTP itself promises. What the database promises is tested on a real one.
final class MemoryStore: ProjectStore, AccountStore, DirectoryStore, FundStore, SetupStore, HandoverStore,
    AuditStore
{
    struct Row {
        var project: Project
        var labels: Labels
        var entries: [Entry] = []
    }

    struct Content {
        var rows: [ProjectID: Row] = [:]
        var answers: [String: StoredAnswer] = [:]
        var serial: Int32 = 0
        var balance = FundBalance.zero
        var lines: [LedgerLine] = []
        var accounts = MemoryAccounts()
        var refused: [RefusedAttempt] = []
        var policies: [Policy] = [.secretaryActsNow]
        var active = (programme: "书记立办", version: 1)
        var handovers: [Handover] = []
        var dutyExceptions: [DutyException] = []
        var deputies: [Deputation] = []
        var register: [RegisterChange] = []
        var files: [ProjectID: [ProjectFile]] = [:]
        var opinions: [NewOpinion] = []
        var steps: [Int32: [OpinionStep]] = [:]
        var warningAnswers: [ProjectID: [WarningAnswer]] = [:]
        var audit: [AuditEntry] = []
        /// Thrown by the next commits and reads, to see how the edge says it.
        var failure: StoreError?
    }

    let content = Mutex(Content())
    let people: [Person]
    let logins: [String: Person]
    static let town = TownID(1)
    static let fundID = FundID(1)
    static let place = Place(town: town, area: AreaID(1), unit: UnitID(1))

    init(people: [Person], logins: [String: Person], free: Money) {
        self.people = people
        self.logins = logins
        content.withLock {
            $0.balance = FundBalance(
                appropriated: free, encumbered: .zero, disbursed: .zero, recovered: .zero, free: free)
        }
    }

    static func labels(_ number: String = "") -> Labels {
        Labels(
            town: "云岭镇", area: "东片区", unit: "东湾村", number: number, numberPrefix: "云书办", programme: "书记立办",
            activePolicyVersion: 1)
    }

    private func checked<Value>(_ body: (inout Content) throws(StoreError) -> Value) throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = content.withLock { content in
            if let failure = content.failure { return .failure(failure) }
            do throws(StoreError) { return .success(try body(&content)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private func fund(_ content: Content) -> FundState {
        FundState(id: Self.fundID, town: Self.town, programme: "书记立办", year: 2026, balance: content.balance)
    }

    private static func name(_ key: RequestKey) -> String { "\(key.person)/\(key.key)" }

    // MARK: ProjectStore

    func load(_ id: ProjectID, key: RequestKey?) async throws(StoreError) -> Loaded? {
        try checked { content throws(StoreError) -> Loaded? in
            content.rows[id].map { row in
                Loaded(
                    project: row.project, headHash: [], place: row.project.place, labels: row.labels,
                    fund: fund(content), replay: key.flatMap { content.answers[Self.name($0)] })
            }
        }
    }

    func fund(town: TownID, programme: String, year: Int32) async throws(StoreError) -> FundState? {
        try checked { content throws(StoreError) -> FundState? in year == 2026 ? fund(content) : nil }
    }

    func loadForDraft(
        town: TownID, unit: UnitID, year: Int32, key: RequestKey?
    ) async throws(StoreError) -> Loaded? {
        try checked { content throws(StoreError) -> Loaded? in
            guard unit == Self.place.unit else { return nil }
            return Loaded(
                project: nil, headHash: [], place: Self.place, labels: Self.labels(), fund: fund(content),
                replay: key.flatMap { content.answers[Self.name($0)] })
        }
    }

    func reserveSerial(town: TownID, year: Int32) async throws(StoreError) -> Int32 {
        try checked { content throws(StoreError) -> Int32 in
            content.serial += 1
            return content.serial
        }
    }

    func commit(_ change: Change) async throws(StoreError) {
        try checked { content throws(StoreError) in
            guard (content.rows[change.after.id]?.project.version ?? 0) == change.expectedVersion else {
                throw .conflict
            }
            content.rows[change.after.id, default: Row(project: change.after, labels: change.labels)].project =
                change.after
            content.rows[change.after.id]?.entries += change.entries
            for posted in change.movements { content.post(posted, change) }
            if let (key, answer) = change.answer { content.answers[Self.name(key)] = answer }
        }
    }

    func record(_ attempt: RefusedAttempt) async throws(StoreError) {
        content.withLock { $0.refused.append(attempt) }
    }

    func record(of id: ProjectID) async throws(StoreError) -> ProjectRecord? {
        try checked { content throws(StoreError) -> ProjectRecord? in
            content.rows[id].map { ProjectRecord(summary: $0.project.summary, labels: $0.labels) }
        }
    }

    func list(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] {
        try checked { content throws(StoreError) -> [ProjectRecord] in
            let ordered = content.rows.values.sorted { $0.project.id < $1.project.id }
                .filter { query.state == nil || $0.project.state == query.state }
                .filter { query.states?.contains($0.project.state) ?? true }
                .filter { query.unit == nil || $0.project.place.unit == query.unit }
                .filter { query.area == nil || $0.project.place.area == query.area }
                .drop { row in query.after.map { row.project.id <= $0.id } ?? false }
            return ordered.prefix(query.limit).map {
                ProjectRecord(summary: $0.project.summary, labels: $0.labels)
            }
        }
    }

    func waiting(
        town: TownID, in scope: Scope, for roles: [Role], after: (due: CivilDate?, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] {
        try checked { content throws(StoreError) -> [ProjectRecord] in
            let rows = content.rows.values.sorted { $0.project.id < $1.project.id }.filter { row in
                row.project.place.lies(in: scope) && row.project.summary.waitsFor.contains(where: roles.contains)
                    && after.map { row.project.id > $0.id } ?? true
            }
            return rows.prefix(limit).map { ProjectRecord(summary: $0.project.summary, labels: $0.labels) }
        }
    }

    func chartRows(town: TownID, year: Int32) async throws(StoreError) -> [ProjectRecord] {
        let records = try await list(ProjectQuery(town: town, limit: 1000))
        return try checked { content throws(StoreError) -> [ProjectRecord] in
            records.map { record in
                let project = content.rows[record.summary.id]?.project
                return ProjectRecord(
                    summary: record.summary, labels: record.labels, ledger: project.map(LedgerFold.init))
            }
        }
    }

    func entries(of id: ProjectID, after sequence: Int, limit: Int) async throws(StoreError) -> [StoredEntry] {
        try checked { content throws(StoreError) -> [StoredEntry] in
            let entries = content.rows[id]?.entries.filter { $0.sequence > sequence } ?? []
            return entries.prefix(limit).map { entry in
                StoredEntry(
                    entry: entry, byName: people.first { $0.id == entry.by }?.name ?? "",
                    hash: String(repeating: "0", count: 64))
            }
        }
    }

    func fold(of id: ProjectID) async throws(StoreError) -> (project: Project, labels: Labels)? {
        try checked { content throws(StoreError) -> (project: Project, labels: Labels)? in
            content.rows[id].map { ($0.project, $0.labels) }
        }
    }

    func imported(town: TownID, numbers: [String]) async throws(StoreError) -> [String: ProjectID] { [:] }

    // MARK: FundStore

    func fund(_ id: FundID, town: TownID) async throws(StoreError) -> FundState? {
        try checked { content throws(StoreError) -> FundState? in id == Self.fundID ? fund(content) : nil }
    }

    func funds(town: TownID) async throws(StoreError) -> [FundState] {
        try checked { content throws(StoreError) -> [FundState] in [fund(content)] }
    }

    func movements(
        fund: FundID, town: TownID, after movement: Int64, limit: Int
    ) async throws(StoreError) -> [LedgerLine] {
        try checked { content throws(StoreError) -> [LedgerLine] in
            Array(content.lines.filter { $0.number > movement }.prefix(limit))
        }
    }

    // MARK: DirectoryStore

    func towns() async throws(StoreError) -> [Town] {
        let active = content.withLock { $0.active }
        return [
            Town(
                id: Self.town, name: "云岭镇", county: "安平县", numberPrefix: "云书办", programme: active.programme,
                policyVersion: active.version)
        ]
    }

    func units(town: TownID, on day: CivilDate) async throws(StoreError) -> [UnitRecord] {
        [UnitRecord(place: Self.place, name: "东湾村", area: "东片区", secretary: "张书记", officer: "李指导")]
    }

    func people(town: TownID) async throws(StoreError) -> [Person] {
        let deputies = content.withLock { $0.deputies }
        return people.filter { $0.town == town }.map { person in
            let more = deputies.filter { $0.deputy == person.id }.map {
                Assignment(role: $0.role, scope: .town, from: $0.from, to: $0.to, standsInFor: $0.principal)
            }
            return Person(id: person.id, town: town, name: person.name, assignments: person.assignments + more)
        }
    }

    func person(_ id: PersonID, town: TownID) async throws(StoreError) -> Person? {
        people.first { $0.id == id && $0.town == town }
    }

    func policy(programme: String, version: Int) async throws(StoreError) -> Policy? {
        content.withLock { $0.policies.first { $0.programme == programme && $0.version == version } }
    }

    func policies() async throws(StoreError) -> [Policy] { content.withLock { $0.policies } }

    func calendar() async throws(StoreError) -> [WorkingCalendar.Exception] { [] }

    func dutyExceptions(town: TownID) async throws(StoreError) -> [DutyException] {
        content.withLock { $0.dutyExceptions }
    }
}

extension MemoryStore.Content {
    fileprivate mutating func post(_ posted: PostedMovement, _ change: Change) {
        balance = balance.after(posted.movement)
        lines.append(
            LedgerLine(
                number: Int64(lines.count + 1), movement: posted.movement, project: change.after.id,
                projectNumber: change.labels.number, effectiveOn: posted.effectiveOn, recordedAt: FixedClock.time,
                reason: ""))
    }
}
