public import Workflow

/// Accounts and sessions. A session is known by the SHA-256 of its token; the token itself is never stored.
public protocol AccountStore: Sendable {
    func account(login: String) async throws(StoreError) -> Account?
    func openSession(_ session: NewSession) async throws(StoreError)
    /// The person behind a live session, with their assignments; nil when it is unknown, closed or expired at `now`.
    func session(tokenHash: [UInt8], now: Instant) async throws(StoreError) -> Person?
    func closeSession(tokenHash: [UInt8], now: Instant) async throws(StoreError)
    /// Counts a failed sign-in and says until when the account is locked, if it now is.
    func countFailure(login: String, now: Instant, lockAfter: Int, lockSeconds: Int) async throws(StoreError)
    func clearFailures(login: String) async throws(StoreError)
}

public struct Account: Hashable, Sendable {
    public let person: Person
    public let passwordHash: String
    public let lockedUntil: Instant?

    public init(person: Person, passwordHash: String, lockedUntil: Instant?) {
        self.person = person
        self.passwordHash = passwordHash
        self.lockedUntil = lockedUntil
    }
}

public struct NewSession: Hashable, Sendable {
    public let tokenHash: [UInt8]
    public let person: PersonID
    public let town: TownID
    public let openedAt: Instant
    public let expiresAt: Instant

    public init(tokenHash: [UInt8], person: PersonID, town: TownID, openedAt: Instant, expiresAt: Instant) {
        self.tokenHash = tokenHash
        self.person = person
        self.town = town
        self.openedAt = openedAt
        self.expiresAt = expiresAt
    }
}

/// Cryptography the use cases ask for; implemented on libsodium.
public protocol Secrets: Sendable {
    func sha256(_ bytes: [UInt8]) -> [UInt8]
    /// 256 random bits, URL-safe text.
    func randomToken() -> String
    /// Argon2id, PHC string. Slow by intent; runs on a bounded number of threads.
    func hashPassword(_ password: String) async -> String?
    func verifyPassword(_ password: String, hash: String) async -> Bool
}

/// The server's clock, so that tests own the time.
public protocol WallClock: Sendable {
    func now() -> Instant
}
