public import Workflow

/// Towns, units, people, policies and the calendar: what changes rarely and is read always.
public protocol DirectoryStore: Sendable {
    func towns() async throws(StoreError) -> [Town]
    /// A town's units in their official order, each with the people in charge on `day`.
    func units(town: TownID, on day: CivilDate) async throws(StoreError) -> [UnitRecord]
    func people(town: TownID) async throws(StoreError) -> [Person]
    func person(_ id: PersonID, town: TownID) async throws(StoreError) -> Person?
    func policy(programme: String, version: Int) async throws(StoreError) -> Policy?
    /// Every version, by programme and version.
    func policies() async throws(StoreError) -> [Policy]
    func calendar() async throws(StoreError) -> [WorkingCalendar.Exception]
    /// Dated leave for one person to hold two duties, in towns too small to separate them.
    func dutyExceptions(town: TownID) async throws(StoreError) -> [DutyException]
}

public struct Town: Hashable, Sendable {
    public let id: TownID
    public let name: String
    public let county: String
    /// What project numbers begin with: 云书办.
    public let numberPrefix: String
    /// The programme new projects are submitted under, and its active version.
    public let programme: String
    public let policyVersion: Int

    public init(
        id: TownID, name: String, county: String, numberPrefix: String, programme: String, policyVersion: Int
    ) {
        self.id = id
        self.name = name
        self.county = county
        self.numberPrefix = numberPrefix
        self.programme = programme
        self.policyVersion = policyVersion
    }
}

public struct UnitRecord: Hashable, Sendable {
    public let place: Place
    public let name: String
    public let area: String
    /// Names of the secretary and the guidance officer in office; nil where nobody is.
    public let secretary: String?
    public let officer: String?

    public init(place: Place, name: String, area: String, secretary: String?, officer: String?) {
        self.place = place
        self.name = name
        self.area = area
        self.secretary = secretary
        self.officer = officer
    }
}

/// Setting a town up: for the administrator's commands, imports and demos. Each call is one transaction
/// and is recorded in the audit.
public protocol SetupStore: Sendable {
    func addTown(_ town: NewTown) async throws(StoreError) -> TownID
    /// Areas and units in official order. Names already there are left as they are.
    func addUnits(_ units: [NewUnit], town: TownID) async throws(StoreError)
    /// People with their assignments and, where given, a login with an already hashed password.
    func addPeople(_ people: [NewPerson], town: TownID) async throws(StoreError) -> [PersonID]
    /// - Parameter person: whose act it is, with their town; nil for the installation's owner.
    func addPolicy(_ policy: Policy, by person: Person?) async throws(StoreError)
    /// New submissions of the town follow this version from now on.
    func activate(programme: String, version: Int, town: TownID, by person: PersonID?) async throws(StoreError)
    /// Recorded by the director with its reason; it can end, but never be removed.
    func addDutyException(_ exception: DutyException, town: TownID, by person: PersonID) async throws(StoreError)
    /// What the principal holds begins for the deputy as well. Throws `constraint("deputy_of_office")` when the
    /// principal holds no such office over the whole time.
    func addDeputy(_ terms: Deputation, town: TownID, by person: PersonID) async throws(StoreError)
    /// Throws `constraint("deputy_in_office")` when there is nothing to end.
    func endDeputy(
        _ deputy: PersonID, standingInFor principal: PersonID, as role: Role, lastDay: CivilDate, town: TownID,
        by person: PersonID
    ) async throws(StoreError)
    func addCalendar(_ exceptions: [WorkingCalendar.Exception]) async throws(StoreError)
    /// Opens the fund if it is not there, and appropriates money to it as a movement.
    func appropriate(
        town: TownID, programme: String, year: Int32, amount: Money, on day: CivilDate, by person: PersonID?,
        reason: String
    ) async throws(StoreError) -> FundID
}

extension SetupStore {
    public func addPolicy(_ policy: Policy) async throws(StoreError) { try await addPolicy(policy, by: nil) }

    public func activate(programme: String, version: Int, town: TownID) async throws(StoreError) {
        try await activate(programme: programme, version: version, town: town, by: nil)
    }
}

public struct NewTown: Hashable, Sendable {
    public let name: String
    public let county: String
    public let numberPrefix: String
    public let programme: String
    public let policyVersion: Int

    public init(name: String, county: String, numberPrefix: String, programme: String, policyVersion: Int) {
        self.name = name
        self.county = county
        self.numberPrefix = numberPrefix
        self.programme = programme
        self.policyVersion = policyVersion
    }
}

public struct NewUnit: Hashable, Sendable {
    public let area: String
    public let name: String

    public init(area: String, name: String) {
        self.area = area
        self.name = name
    }
}

public struct NewPerson: Hashable, Sendable {
    public let name: String
    public let login: String?
    public let passwordHash: String?
    public let assignments: [Assignment]

    public init(name: String, login: String?, passwordHash: String?, assignments: [Assignment]) {
        self.name = name
        self.login = login
        self.passwordHash = passwordHash
        self.assignments = assignments
    }
}
