public import Workflow

/// Where meetings, spot checks and cases are kept.
public protocol RegisterStore: RequestKeyStore {
    func entries(_ query: RegisterQuery) async throws(StoreError) -> [RegisterEntry]
    func entry(_ id: Int32, in register: Register, town: TownID) async throws(StoreError) -> RegisterEntry?
    /// Takes the next number of the register. A number taken and not used stays unused.
    func reserveEntry(in register: Register, town: TownID) async throws(StoreError) -> Int32
    /// Writes one version with the answer given under its key, in one transaction. `conflict` when the version before
    /// is not the newest any more.
    func write(_ change: RegisterChange) async throws(StoreError)
}

public struct RegisterQuery: Hashable, Sendable {
    public let town: TownID
    public let register: Register
    /// Entries with smaller numbers than this; all when nil.
    public var before: Int32?
    public var unit: UnitID?
    public var project: ProjectID?
    /// Spot checks whose problem was not found mended yet, or all others.
    public var isOpen: Bool?
    public var limit: Int

    public init(town: TownID, register: Register, limit: Int) {
        self.town = town
        self.register = register
        self.limit = limit
    }
}

public struct RegisterChange: Sendable {
    public let town: TownID
    public let register: Register
    public let id: Int32
    public let version: Int
    public let content: RegisterContent
    public let person: PersonID
    public let at: Instant
    public let answer: (key: RequestKey, answer: StoredAnswer)
}
