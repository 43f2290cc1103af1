public import Workflow

/// The audit trail: append only, a hash chain a town.
public protocol AuditStore: Sendable {
    func append(_ entry: AuditEntry) async throws(StoreError)
    /// The newest first.
    func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRecord]
    /// The oldest first, after a number: for exports and verification.
    func audit(town: TownID, after number: Int64, limit: Int) async throws(StoreError) -> [AuditRecord]
    func auditChains() async throws(StoreError) -> [AuditChain]
}

/// One thing that was done or refused, and is kept for whoever looks into it later.
///
/// It names people by number and things by key, never a secret, a password or what somebody typed into a login.
public struct AuditEntry: Hashable, Sendable {
    /// Town 0 where nothing says which.
    public let town: TownID
    /// nil where nobody is known, as at a wrong sign-in.
    public let person: PersonID?
    public let act: AuditAct
    public let result: AuditResult
    /// What it was done to: "project 1-2026-7", "person 5".
    public let subject: String
    /// A reason or a code, in few words.
    public let detail: String
    public let origin: Origin
    public let at: Instant

    public init(
        town: TownID, person: PersonID?, act: AuditAct, result: AuditResult, subject: String, detail: String,
        origin: Origin, at: Instant
    ) {
        self.town = town
        self.person = person
        self.act = act
        self.result = result
        self.subject = AuditEntry.oneLine(subject, limit: 200)
        self.detail = AuditEntry.oneLine(detail, limit: 500)
        self.origin = origin
        self.at = at
    }

    /// Nobody forges a second line into the trail, nor fills it with one entry.
    private static func oneLine(_ text: String, limit: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit).map { $0.value < 0x20 ? " " : $0 }))
    }
}

/// An entry as it is kept: its place in the chain and who it was by name.
public struct AuditRecord: Hashable, Sendable {
    public let number: Int64
    public let entry: AuditEntry
    public let name: String?
    public let previous: [UInt8]
    public let hash: [UInt8]

    public init(number: Int64, entry: AuditEntry, name: String?, previous: [UInt8], hash: [UInt8]) {
        self.number = number
        self.entry = entry
        self.name = name
        self.previous = previous
        self.hash = hash
    }
}

/// Where a town's chain stands.
public struct AuditChain: Hashable, Sendable {
    public let town: TownID
    public let length: Int64
    public let head: [UInt8]
    /// The newest entry that was removed when its time was over; 0 when none was.
    public let removed: Int64
    public let removedHead: [UInt8]

    public init(town: TownID, length: Int64, head: [UInt8], removed: Int64, removedHead: [UInt8]) {
        self.town = town
        self.length = length
        self.head = head
        self.removed = removed
        self.removedHead = removedHead
    }
}

/// What to look for; nil narrows nothing.
public struct AuditQuery: Hashable, Sendable {
    public var town: TownID
    public var before: Int64?
    public var person: PersonID?
    public var act: AuditAct?
    public var result: AuditResult?
    public var from: Instant?
    public var to: Instant?
    /// Part of the subject.
    public var subject: String?
    public var limit: Int

    public init(town: TownID, limit: Int) {
        self.town = town
        self.limit = limit
    }
}
