public import Workflow

/// What leaves a town on its own: recipients, messages on their way, and what became of them.
public protocol DeliveryStore: Sendable {
    func addRecipient(_ recipient: NewRecipient, town: TownID) async throws(StoreError) -> Int32
    func recipients(town: TownID) async throws(StoreError) -> [Recipient]
    /// - Returns: false when there is no such recipient, or not any more.
    func endRecipient(_ id: Int32, town: TownID) async throws(StoreError) -> Bool
    /// Notices of any town that nobody has handed on yet, oldest first.
    func unsentNotices(limit: Int) async throws(StoreError) -> [UnsentNotice]
    /// Puts messages on their way and marks their notices as handed on, in one transaction; what was put before stays
    /// put once.
    func handOn(_ messages: [NewDelivery], of notices: [UnsentNotice]) async throws(StoreError)
    /// A pack for everybody in the town who takes packs; once for each, known by `effect`.
    func put(_ pack: Pack, town: TownID) async throws(StoreError) -> Int
    /// Messages that are due, for this caller alone during the lease.
    func claim(limit: Int, leaseSeconds: Int) async throws(StoreError) -> [Delivery]
    func document(_ id: Int64, town: TownID) async throws(StoreError) -> DeliveryDocument?
    /// Notes that it arrived, unless somebody else has claimed it since.
    func settle(_ delivery: Delivery) async throws(StoreError)
    /// Notes why it did not, and when to try again; `isFinal` gives it up.
    func fail(
        _ delivery: Delivery, problem: String, retryInSeconds: Int, isFinal: Bool
    ) async throws(StoreError)
    func deliveryCounts(town: TownID) async throws(StoreError) -> (waiting: Int, sent: Int, givenUp: Int)
    /// What did not arrive at its first attempt and has not since, newest first.
    func troubled(town: TownID, limit: Int) async throws(StoreError) -> [TroubledDelivery]
    /// Removes what ended before the moments given: messages with their files, and answers under request keys.
    func clean(messagesBefore: Instant, keysBefore: Instant) async throws(StoreError) -> Int
}

/// Somebody outside who is told of things.
public struct Recipient: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// A mailbox.
        case email
        /// A program, by a signed request to its address.
        case webhook
    }

    public let id: Int32
    public let terms: NewRecipient

    public init(id: Int32, terms: NewRecipient) {
        self.id = id
        self.terms = terms
    }
}

public struct NewRecipient: Hashable, Sendable {
    public let kind: Recipient.Kind
    public let address: String
    /// The key a webhook's messages are signed with; nil for mailboxes, and when it is read back.
    public let secret: String?
    /// Whether it is told whose turn it is and what is late.
    public let takesNotices: Bool
    /// Only notices for this role; nil for all.
    public let role: Role?
    public let scope: Scope
    /// Whether it gets the weekly and monthly packs.
    public let takesPacks: Bool

    public init(
        kind: Recipient.Kind, address: String, secret: String?, takesNotices: Bool, role: Role?, scope: Scope,
        takesPacks: Bool
    ) {
        self.kind = kind
        self.address = address
        self.secret = secret
        self.takesNotices = takesNotices
        self.role = role
        self.scope = scope
        self.takesPacks = takesPacks
    }

    /// Whether a notice is for it.
    public func takes(_ notice: UnsentNotice) -> Bool {
        guard takesNotices, role == nil || role == notice.role else { return false }
        return switch scope {
        case .town: true
        case .area(let area): area == notice.place.area
        case .unit(let unit): unit == notice.place.unit
        }
    }
}

/// A row of the outbox with what its words need.
public struct UnsentNotice: Hashable, Sendable {
    public let id: Int64
    public let place: Place
    public let role: Role
    /// The event's or the reminder's own word.
    public let subject: String
    public let project: ProjectID
    public let number: String
    public let title: String
    public let unit: String
    public let town: String

    public init(
        id: Int64, place: Place, role: Role, subject: String, project: ProjectID, number: String, title: String,
        unit: String, town: String
    ) {
        self.id = id
        self.place = place
        self.role = role
        self.subject = subject
        self.project = project
        self.number = number
        self.title = title
        self.unit = unit
        self.town = town
    }
}

public struct NewDelivery: Hashable, Sendable {
    public let town: TownID
    public let recipient: Int32
    /// What it is about, once for each recipient.
    public let effect: String
    public let subject: String
    public let body: String
    public let project: ProjectID

    public init(town: TownID, recipient: Int32, effect: String, subject: String, body: String, project: ProjectID) {
        self.town = town
        self.recipient = recipient
        self.effect = effect
        self.subject = subject
        self.body = body
        self.project = project
    }
}

/// A weekly or monthly pack on its way.
public struct Pack: Hashable, Sendable {
    public let effect: String
    public let subject: String
    public let body: String
    public let document: DeliveryDocument

    public init(effect: String, subject: String, body: String, document: DeliveryDocument) {
        self.effect = effect
        self.subject = subject
        self.body = body
        self.document = document
    }
}

public struct DeliveryDocument: Hashable, Sendable {
    public let name: String
    public let mediaType: String
    public let bytes: [UInt8]

    public init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// A message claimed to be sent.
public struct Delivery: Hashable, Sendable {
    public let town: TownID
    public let id: Int64
    /// Counted from 1; with it only the last to claim it can settle it.
    public let attempt: Int
    public let effect: String
    public let subject: String
    public let body: String
    public let project: ProjectID?
    public let document: Int64?
    public let putAt: Instant
    public let kind: Recipient.Kind
    public let address: String
    public let secret: String?

    public init(
        town: TownID, id: Int64, attempt: Int, effect: String, subject: String, body: String, project: ProjectID?,
        document: Int64?, putAt: Instant, kind: Recipient.Kind, address: String, secret: String?
    ) {
        self.town = town
        self.id = id
        self.attempt = attempt
        self.effect = effect
        self.subject = subject
        self.body = body
        self.project = project
        self.document = document
        self.putAt = putAt
        self.kind = kind
        self.address = address
        self.secret = secret
    }

    /// The same with every attempt: 3-17.
    public var key: String { "\(town)-\(id)" }
}

public struct TroubledDelivery: Hashable, Sendable {
    public let id: Int64
    public let address: String
    public let subject: String
    public let attempts: Int
    public let nextAt: Instant
    public let problem: String
    public let isGivenUp: Bool

    public init(
        id: Int64, address: String, subject: String, attempts: Int, nextAt: Instant, problem: String, isGivenUp: Bool
    ) {
        self.id = id
        self.address = address
        self.subject = subject
        self.attempts = attempts
        self.nextAt = nextAt
        self.problem = problem
        self.isGivenUp = isGivenUp
    }
}
