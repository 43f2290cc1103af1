public import Workflow

/// Changes of office (换届): proposed by the office, confirmed by both persons, effective on a day.
public protocol HandoverStore: Sendable {
    func propose(_ handover: NewHandover, by person: PersonID, at now: Instant) async throws(StoreError) -> Int32
    func handover(_ number: Int32, town: TownID) async throws(StoreError) -> Handover?
    func handovers(town: TownID) async throws(StoreError) -> [Handover]
    /// Notes one side's confirmation. With the second one the old assignment ends the day before `on`, the new one
    /// begins on it: in one transaction.
    ///
    /// - Parameter basis: how it was given, for whoever has to account for it.
    func confirm(
        _ number: Int32, town: TownID, by person: PersonID, at now: Instant, basis: String
    ) async throws(StoreError)
    /// Takes back one that is not complete. Throws `constraint("handover_open")` when there is nothing to take back.
    func withdraw(
        _ number: Int32, town: TownID, by person: PersonID, at now: Instant, reason: String
    ) async throws(StoreError)
    /// Running projects of the unit, for the list both sides sign.
    func openProjects(town: TownID, unit: UnitID) async throws(StoreError) -> [ProjectRecord]
}

public struct NewHandover: Hashable, Sendable {
    public let town: TownID
    public let unit: UnitID
    public let role: Role
    public let from: PersonID
    public let to: PersonID
    /// First day of the new person's authority.
    public let on: CivilDate

    public init(town: TownID, unit: UnitID, role: Role, from: PersonID, to: PersonID, on: CivilDate) {
        self.town = town
        self.unit = unit
        self.role = role
        self.from = from
        self.to = to
        self.on = on
    }
}

public struct Handover: Hashable, Sendable {
    public let number: Int32
    public let terms: NewHandover
    /// Keys of the projects that were open when it was proposed.
    public let projects: [ProjectID]
    public let confirmedByFrom: Instant?
    public let confirmedByTo: Instant?
    /// How each side confirmed: signed in, by password at the command line, or on a signed paper.
    public let basisOfFrom: String?
    public let basisOfTo: String?
    public let withdrawnAt: Instant?
    public let withdrawalReason: String?

    public init(
        number: Int32, terms: NewHandover, projects: [ProjectID], confirmedByFrom: Instant?, confirmedByTo: Instant?,
        basisOfFrom: String? = nil, basisOfTo: String? = nil, withdrawnAt: Instant? = nil,
        withdrawalReason: String? = nil
    ) {
        self.basisOfFrom = basisOfFrom
        self.basisOfTo = basisOfTo
        self.withdrawnAt = withdrawnAt
        self.withdrawalReason = withdrawalReason
        self.number = number
        self.terms = terms
        self.projects = projects
        self.confirmedByFrom = confirmedByFrom
        self.confirmedByTo = confirmedByTo
    }

    public var isComplete: Bool { confirmedByFrom != nil && confirmedByTo != nil }
    public var isWithdrawn: Bool { withdrawnAt != nil }
    /// Still to be confirmed by somebody.
    public var isOpen: Bool { !isComplete && !isWithdrawn }
}
