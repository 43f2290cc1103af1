public import Workflow

/// Who may sign in, as it is stored.
public struct Account: Hashable, Sendable {
    public let person: Person
    public let login: String
    /// nil while none was set.
    public let passwordHash: String?
    public let passwordSetAt: Instant
    public let blockedAt: Instant?
    public let secondFactor: SecondFactor?

    /// The authenticator in use.
    public struct SecondFactor: Hashable, Sendable {
        public let sealed: [UInt8]
        public let lastStep: Int64

        public init(sealed: [UInt8], lastStep: Int64) {
            self.sealed = sealed
            self.lastStep = lastStep
        }
    }

    public init(
        person: Person, login: String, passwordHash: String?, passwordSetAt: Instant, blockedAt: Instant? = nil,
        secondFactor: SecondFactor? = nil
    ) {
        self.person = person
        self.login = login
        self.passwordHash = passwordHash
        self.passwordSetAt = passwordSetAt
        self.blockedAt = blockedAt
        self.secondFactor = secondFactor
    }
}

/// A person as an administrator of security sees their account.
public struct AccountRecord: Hashable, Sendable {
    public let person: Person
    /// nil where the person has no account.
    public let login: String?
    public let hasPassword: Bool
    public let blockedAt: Instant?
    public let hasSecondFactor: Bool
    public let lastSignIn: Instant?
    /// "issuer subject", one each.
    public let identities: [String]

    public init(
        person: Person, login: String?, hasPassword: Bool, blockedAt: Instant?, hasSecondFactor: Bool,
        lastSignIn: Instant?, identities: [String]
    ) {
        self.person = person
        self.login = login
        self.hasPassword = hasPassword
        self.blockedAt = blockedAt
        self.hasSecondFactor = hasSecondFactor
        self.lastSignIn = lastSignIn
        self.identities = identities
    }
}

/// What a session is still limited to, until it is done.
public enum SessionLimit: String, CaseIterable, Sendable {
    /// The password was right; the authenticator's code is missing.
    case secondFactor
    /// The profile wants an authenticator, and there is none yet.
    case enrolment
    /// The password's time is over.
    case newPassword
}

public struct NewSession: Hashable, Sendable {
    public let tokenHash: [UInt8]
    public let person: PersonID
    public let town: TownID
    public let openedAt: Instant
    public let expiresAt: Instant
    public let idleSeconds: Int64
    public let limit: SessionLimit?
    public let address: String
    /// What the client calls itself.
    public let client: String

    public init(
        tokenHash: [UInt8], person: PersonID, town: TownID, openedAt: Instant, expiresAt: Instant,
        idleSeconds: Int64 = 12 * 3600, limit: SessionLimit? = nil, address: String = "", client: String = ""
    ) {
        self.tokenHash = tokenHash
        self.person = person
        self.town = town
        self.openedAt = openedAt
        self.expiresAt = expiresAt
        self.idleSeconds = idleSeconds
        self.limit = limit
        self.address = address
        self.client = String(client.unicodeScalars.filter { $0.value >= 0x20 }.prefix(200).map(Character.init))
    }
}

/// Everything one sign-in writes.
public struct SigningIn: Sendable {
    public var session: NewSession
    /// Failures that are forgotten with it.
    public var cleared: [AttemptKey] = []
    /// The step of the authenticator, or the recovery code, that it uses up.
    public var step: Int64?
    public var recoveryCode: [UInt8]?
    /// The half-open session it takes the place of.
    public var replaces: [UInt8]?
    public var audit: [AuditEntry]

    public init(session: NewSession, audit: [AuditEntry]) {
        self.session = session
        self.audit = audit
    }
}

/// A session that is alive.
public struct LiveSession: Hashable, Sendable {
    public let person: Person
    public let number: Int64
    public let expiresAt: Instant
    public let lastSeenAt: Instant
    public let limit: SessionLimit?

    public init(person: Person, number: Int64, expiresAt: Instant, lastSeenAt: Instant, limit: SessionLimit?) {
        self.person = person
        self.number = number
        self.expiresAt = expiresAt
        self.lastSeenAt = lastSeenAt
        self.limit = limit
    }
}

/// A session as its person sees it.
public struct SessionRecord: Hashable, Sendable {
    public let number: Int64
    public let openedAt: Instant
    public let lastSeenAt: Instant
    public let expiresAt: Instant
    public let address: String
    public let client: String

    public init(
        number: Int64, openedAt: Instant, lastSeenAt: Instant, expiresAt: Instant, address: String, client: String
    ) {
        self.number = number
        self.openedAt = openedAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
        self.address = address
        self.client = client
    }
}

/// What a machine's token may do, never more than its person.
public enum TokenScope: String, CaseIterable, Sendable {
    /// Reads.
    case read
    /// Issues commands on projects.
    case command
    /// Changes what lies beside projects: policies, handovers, files.
    case administer

    public var chinese: String {
        switch self {
        case .read: "查看"
        case .command: "办理项目"
        case .administer: "管理事项"
        }
    }
}

public struct NewAccessToken: Hashable, Sendable {
    public let hash: [UInt8]
    public let person: PersonID
    public let town: TownID
    public let name: String
    public let scopes: Set<TokenScope>
    public let issuedAt: Instant
    public let expiresAt: Instant

    public init(
        hash: [UInt8], person: PersonID, town: TownID, name: String, scopes: Set<TokenScope>, issuedAt: Instant,
        expiresAt: Instant
    ) {
        self.hash = hash
        self.person = person
        self.town = town
        self.name = name
        self.scopes = scopes
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }
}

public struct LiveToken: Hashable, Sendable {
    public let person: Person
    public let number: Int64
    public let scopes: Set<TokenScope>
    public let expiresAt: Instant
    public let lastUsedAt: Instant?

    public init(
        person: Person, number: Int64, scopes: Set<TokenScope>, expiresAt: Instant, lastUsedAt: Instant?
    ) {
        self.person = person
        self.number = number
        self.scopes = scopes
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
    }
}

public struct AccessTokenRecord: Hashable, Sendable {
    public let number: Int64
    public let name: String
    public let scopes: Set<TokenScope>
    public let issuedAt: Instant
    public let expiresAt: Instant
    public let revokedAt: Instant?
    public let lastUsedAt: Instant?

    public init(
        number: Int64, name: String, scopes: Set<TokenScope>, issuedAt: Instant, expiresAt: Instant,
        revokedAt: Instant?, lastUsedAt: Instant?
    ) {
        self.number = number
        self.name = name
        self.scopes = scopes
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }
}

public struct NewPasswordCode: Hashable, Sendable {
    public let person: PersonID
    public let town: TownID
    public let hash: String
    public let issuedBy: PersonID?
    public let issuedAt: Instant
    public let expiresAt: Instant

    public init(
        person: PersonID, town: TownID, hash: String, issuedBy: PersonID?, issuedAt: Instant, expiresAt: Instant
    ) {
        self.person = person
        self.town = town
        self.hash = hash
        self.issuedBy = issuedBy
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }
}
