public import Workflow

/// Funds and their ledger.
public protocol FundStore: Sendable {
    func fund(_ id: FundID, town: TownID) async throws(StoreError) -> FundState?
    func funds(town: TownID) async throws(StoreError) -> [FundState]
    /// Movements after `movement` (its number), oldest first.
    func movements(fund: FundID, town: TownID, after movement: Int64, limit: Int) async throws(StoreError)
        -> [LedgerLine]
}

/// A fund of a town, a programme and a year.
public struct FundState: Hashable, Sendable {
    public let id: FundID
    public let town: TownID
    public let programme: String
    public let year: Int32
    public let balance: FundBalance
    /// The day the year was closed; nil while money may move.
    public let closedOn: CivilDate?

    public init(
        id: FundID, town: TownID, programme: String, year: Int32, balance: FundBalance, closedOn: CivilDate? = nil
    ) {
        self.closedOn = closedOn
        self.id = id
        self.town = town
        self.programme = programme
        self.year = year
        self.balance = balance
    }
}

/// A movement as the ledger shows it.
public struct LedgerLine: Hashable, Sendable {
    public let number: Int64
    public let movement: Movement
    public let project: ProjectID?
    public let projectNumber: String?
    public let effectiveOn: CivilDate
    public let recordedAt: Instant
    public let reason: String
    /// Number of the movement this one takes back; nil for an ordinary movement.
    public let corrects: Int64?

    public init(
        number: Int64, movement: Movement, project: ProjectID?, projectNumber: String?, effectiveOn: CivilDate,
        recordedAt: Instant, reason: String, corrects: Int64? = nil
    ) {
        self.corrects = corrects
        self.number = number
        self.movement = movement
        self.project = project
        self.projectNumber = projectNumber
        self.effectiveOn = effectiveOn
        self.recordedAt = recordedAt
        self.reason = reason
    }
}
