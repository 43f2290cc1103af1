public import Workflow

/// Funds and their ledger.
public protocol FundStore: Sendable {
    func fund(_ id: FundID, town: TownID) async throws(StoreError) -> FundState?
    func funds(town: TownID) async throws(StoreError) -> [FundState]
    /// Movements after `movement` (its number), oldest first.
    func movements(fund: FundID, town: TownID, after movement: Int64, limit: Int) async throws(StoreError)
        -> [LedgerLine]
}

/// Changing funds themselves. Each call is one transaction.
public protocol FundOfficeStore: Sendable {
    /// Opens the fund of a year, with the act that says so; a fund that is there is left as it is.
    func open(_ fund: NewFund, _ act: FundAct) async throws(StoreError) -> FundID
    /// Posts movements of the fund itself, all or none. A movement that takes another one back names its number.
    func post(_ movements: [FundMovement], to fund: FundID, town: TownID, _ act: FundAct) async throws(StoreError)
    /// Number of the movement that took this one back; nil where none did.
    func correction(of movement: Int64, fund: FundID, town: TownID) async throws(StoreError) -> Int64?
    /// Closes or reopens the year.
    func mark(_ mark: FundMark, _ fund: FundID, town: TownID, _ act: FundAct) async throws(StoreError)
    /// The projects whose money a fund holds, by their keys, after `id`.
    func holding(
        _ fund: FundState, after id: ProjectID?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord]
}

public struct NewFund: Hashable, Sendable {
    public let town: TownID
    public let programme: String
    public let year: Int32

    public init(town: TownID, programme: String, year: Int32) {
        self.town = town
        self.programme = programme
        self.year = year
    }
}

/// Who changed a fund, why, on which day, and when it was written down.
public struct FundAct: Hashable, Sendable {
    public let by: PersonID
    public let reason: String
    public let on: CivilDate
    public let at: Instant

    public init(by: PersonID, reason: String, on: CivilDate, at: Instant) {
        self.by = by
        self.reason = reason
        self.on = on
        self.at = at
    }
}

public enum FundMark: String, CaseIterable, Sendable {
    case close, reopen
}

/// A movement of no project.
public struct FundMovement: Hashable, Sendable {
    public let movement: Movement
    /// Number of the movement it takes back.
    public let corrects: Int64?

    public init(_ movement: Movement, corrects: Int64? = nil) {
        self.movement = movement
        self.corrects = corrects
    }
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
