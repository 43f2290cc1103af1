public import Workflow

/// Where projects, their logs and their money are kept. Implemented on PostgreSQL by `Store`.
public protocol ProjectStore: Sendable {
    /// Everything a command needs, in one round trip: the fold, the fund it draws on, and the answer stored
    /// under `key` if the same request was already carried out.
    func load(_ id: ProjectID, key: RequestKey?) async throws(StoreError) -> Loaded?

    /// The same for a project that does not exist yet: the unit's labels and the fund of `year`.
    func loadForDraft(town: TownID, unit: UnitID, year: Int32, key: RequestKey?) async throws(StoreError) -> Loaded?

    /// The fund of a town, a programme and a year; nil where there is none.
    func fund(town: TownID, programme: String, year: Int32) async throws(StoreError) -> FundState?

    /// Takes the next number of the town's year. A number taken and not used stays unused.
    func reserveSerial(town: TownID, year: Int32) async throws(StoreError) -> Int32

    /// Writes one change in one transaction: entries, fold, money, notifications, stored answer.
    ///
    /// Throws `conflict` when the version is stale, `constraint` when the database refuses by a named rule,
    /// `keyUsed` when the same key was carried out meanwhile, `outcomeUnknown` when the answer was lost.
    func commit(_ change: Change) async throws(StoreError)

    /// Writes down an attempt that was refused, in a transaction of its own.
    func record(_ attempt: RefusedAttempt) async throws(StoreError)

    func record(of id: ProjectID) async throws(StoreError) -> ProjectRecord?

    /// One page of a town's projects in the order of `query`, by key and never by offset.
    func list(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord]

    /// One page of what may wait for one of the roles within a scope, the nearest due day first.
    func waiting(
        town: TownID, in scope: Scope, for roles: [Role], after: (due: CivilDate?, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord]

    /// Those of these projects that are there, in no order. For batches.
    func records(of ids: [ProjectID], in town: TownID) async throws(StoreError) -> [ProjectRecord]

    /// Every project of one town's year in chart order (area, unit, serial).
    func chartRows(town: TownID, year: Int32) async throws(StoreError) -> [ProjectRecord]

    /// The log after `sequence`, oldest first, at most `limit`.
    func entries(of id: ProjectID, after sequence: Int, limit: Int) async throws(StoreError) -> [StoredEntry]

    /// The whole fold of one project, for its page.
    func fold(of id: ProjectID) async throws(StoreError) -> (project: Project, labels: Labels)?

    /// Projects imported under these numbers already, so that an import can be repeated.
    func imported(town: TownID, numbers: [String]) async throws(StoreError) -> [String: ProjectID]
}

extension ProjectStore {
    /// One by one, for stores that hold what they have in memory.
    public func records(of ids: [ProjectID], in town: TownID) async throws(StoreError) -> [ProjectRecord] {
        var records: [ProjectRecord] = []
        for id in ids where id.town == town { if let record = try await record(of: id) { records.append(record) } }
        return records
    }
}

/// A project loaded for a command.
public struct Loaded: Sendable {
    public let project: Project?
    /// Hash of the newest entry: the next one is chained to it. Empty before the first.
    public let headHash: [UInt8]
    public let place: Place
    public let labels: Labels
    /// The fund of the town, programme and year; nil where there is none.
    public let fund: FundState?
    /// The answer already given under the request's key.
    public let replay: StoredAnswer?

    public init(
        project: Project?, headHash: [UInt8], place: Place, labels: Labels, fund: FundState?,
        replay: StoredAnswer?
    ) {
        self.project = project
        self.headHash = headHash
        self.place = place
        self.labels = labels
        self.fund = fund
        self.replay = replay
    }
}

/// Names that belong to a project's row but not to its fold.
public struct Labels: Hashable, Sendable {
    public let town: String
    public let area: String
    public let unit: String
    /// For example 云书办〔2026〕1号; empty before a serial was taken.
    public let number: String
    /// What numbers of this town begin with: 云书办.
    public let numberPrefix: String
    /// The town's programme and its active version, for projects not yet submitted.
    public let programme: String
    public let activePolicyVersion: Int

    public init(
        town: String, area: String, unit: String, number: String, numberPrefix: String, programme: String,
        activePolicyVersion: Int
    ) {
        self.programme = programme
        self.activePolicyVersion = activePolicyVersion
        self.town = town
        self.area = area
        self.unit = unit
        self.number = number
        self.numberPrefix = numberPrefix
    }
}

/// A stored row: what lists and charts show.
public struct ProjectRecord: Hashable, Sendable {
    public let summary: ProjectSummary
    public let labels: Labels
    /// What the ledger needs beyond the row; read for charts only.
    public let ledger: LedgerFold?

    public init(summary: ProjectSummary, labels: Labels, ledger: LedgerFold? = nil) {
        self.summary = summary
        self.labels = labels
        self.ledger = ledger
    }
}

/// The key a client made for one write, within one person's requests.
public struct RequestKey: Hashable, Sendable {
    public let town: TownID
    public let person: PersonID
    public let key: String
    /// SHA-256 over what was asked: the same key with another body is refused.
    public let fingerprint: [UInt8]

    public init(town: TownID, person: PersonID, key: String, fingerprint: [UInt8]) {
        self.town = town
        self.person = person
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// The answer given to a write, kept in the transaction of its effect.
public struct StoredAnswer: Hashable, Sendable {
    public let fingerprint: [UInt8]
    public let status: Int
    public let version: Int
    public let body: [UInt8]

    public init(fingerprint: [UInt8], status: Int, version: Int, body: [UInt8]) {
        self.fingerprint = fingerprint
        self.status = status
        self.version = version
        self.body = body
    }
}

/// One unit of work: what a command did.
public struct Change: Sendable {
    /// The version decided on; 0 for a new project.
    public let expectedVersion: Int
    public let after: Project
    public let labels: Labels
    /// In order; the first has sequence `expectedVersion + 1`.
    public let entries: [Entry]
    /// Hash of the entry before the first; empty for a new project.
    public let previousHash: [UInt8]
    public let movements: [PostedMovement]
    /// Encumbrances the entries end.
    public let resolutions: [Resolution]
    public let notifications: [Notification]
    public let answer: (key: RequestKey, answer: StoredAnswer)?
    /// The ledger's own number when the project came from an import.
    public let importedNumber: String?

    public init(
        expectedVersion: Int, after: Project, labels: Labels, entries: [Entry], previousHash: [UInt8],
        movements: [PostedMovement], resolutions: [Resolution] = [], notifications: [Notification],
        answer: (key: RequestKey, answer: StoredAnswer)?, importedNumber: String? = nil
    ) {
        self.expectedVersion = expectedVersion
        self.after = after
        self.labels = labels
        self.entries = entries
        self.previousHash = previousHash
        self.movements = movements
        self.resolutions = resolutions
        self.notifications = notifications
        self.answer = answer
        self.importedNumber = importedNumber
    }
}

/// A movement of a fund, tied to the entry that caused it.
public struct PostedMovement: Hashable, Sendable {
    public let fund: FundID
    public let movement: Movement
    public let sequence: Int
    public let effectiveOn: CivilDate
    /// The entry of the same log whose movement this one takes back; nil for an ordinary movement.
    public let reverses: Int?

    public init(fund: FundID, movement: Movement, sequence: Int, effectiveOn: CivilDate, reverses: Int? = nil) {
        self.reverses = reverses
        self.fund = fund
        self.movement = movement
        self.sequence = sequence
        self.effectiveOn = effectiveOn
    }
}

/// A message for whoever has to act next; leaves through the outbox.
public struct Notification: Hashable, Sendable {
    /// A person, or nil when it goes to everybody holding `role` over the place.
    public let role: Role
    public let place: Place
    /// The event's kind, for example "awarded".
    public let subject: String

    public init(role: Role, place: Place, subject: String) {
        self.role = role
        self.place = place
        self.subject = subject
    }
}

/// An attempt that was refused: kept for the audit.
public struct RefusedAttempt: Hashable, Sendable {
    public let town: TownID
    public let project: ProjectID?
    public let person: PersonID
    public let command: Command.Kind
    public let code: String
    public let at: Instant

    public init(
        town: TownID, project: ProjectID?, person: PersonID, command: Command.Kind, code: String, at: Instant
    ) {
        self.town = town
        self.project = project
        self.person = person
        self.command = command
        self.code = code
        self.at = at
    }
}

/// An entry with its place in the chain.
public struct StoredEntry: Hashable, Sendable {
    public let entry: Entry
    public let byName: String
    /// Lower-case hex of the entry's hash.
    public let hash: String

    public init(entry: Entry, byName: String, hash: String) {
        self.entry = entry
        self.byName = byName
        self.hash = hash
    }
}
