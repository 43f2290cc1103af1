public import Workflow

/// Accounts, sessions, tokens and second factors. A session or token is known by the SHA-256 of its secret; the secret
/// itself is never stored. What changes something takes the audit entry that goes into the same transaction.
public protocol AccountStore: Sendable {
    func account(login: String) async throws(StoreError) -> Account?
    func account(of person: PersonID, town: TownID) async throws(StoreError) -> Account?
    func accounts(town: TownID, after person: PersonID, limit: Int) async throws(StoreError) -> [AccountRecord]
    func addAccount(
        login: String, person: PersonID, town: TownID, audit: AuditEntry
    ) async throws(StoreError)
    /// Blocks at a moment or, with nil, lifts the block. Sessions and tokens end with a block.
    func block(_ person: PersonID, town: TownID, at: Instant?, audit: AuditEntry) async throws(StoreError)

    func attempts(_ keys: [AttemptKey], now: Instant) async throws(StoreError) -> [AttemptKey: Attempts]
    func countFailure(_ keys: [AttemptKey], audit: AuditEntry) async throws(StoreError)
    func isFamiliar(
        _ address: String, to person: PersonID, town: TownID, now: Instant
    ) async throws(StoreError) -> Bool

    /// Opens a session and whatever goes with it, together or not at all.
    func signIn(_ entry: SigningIn) async throws(StoreError)
    func session(tokenHash: [UInt8], now: Instant) async throws(StoreError) -> LiveSession?
    func touchSession(tokenHash: [UInt8], now: Instant) async throws(StoreError)
    func closeSession(tokenHash: [UInt8], now: Instant, audit: AuditEntry?) async throws(StoreError)
    func sessions(of person: PersonID, town: TownID, now: Instant) async throws(StoreError) -> [SessionRecord]
    /// One by its number, or all. False when there was nothing to close.
    func closeSessions(
        of person: PersonID, town: TownID, number: Int64?, now: Instant, audit: AuditEntry
    ) async throws(StoreError) -> Bool

    func setPassword(
        of person: PersonID, town: TownID, hash: String, now: Instant, but session: [UInt8]?, audit: AuditEntry
    ) async throws(StoreError)
    func formerPasswords(of person: PersonID, town: TownID, limit: Int) async throws(StoreError) -> [String]
    func issueCode(_ code: NewPasswordCode, audit: AuditEntry) async throws(StoreError)
    func passwordCode(of person: PersonID, town: TownID, now: Instant) async throws(StoreError) -> String?
}

/// Second factors, tokens of machines, and identities of an outside provider.
public protocol CredentialStore: Sendable {
    func beginSecondFactor(of person: PersonID, town: TownID, sealed: [UInt8]) async throws(StoreError)
    func waitingSecondFactor(of person: PersonID, town: TownID) async throws(StoreError) -> [UInt8]?
    func confirmSecondFactor(
        of person: PersonID, town: TownID, step: Int64, codes: [[UInt8]], now: Instant, audit: AuditEntry
    ) async throws(StoreError)
    func renewRecoveryCodes(
        of person: PersonID, town: TownID, codes: [[UInt8]], audit: AuditEntry
    ) async throws(StoreError)
    func recoveryCodesLeft(of person: PersonID, town: TownID) async throws(StoreError) -> Int
    /// False when there was none.
    func removeSecondFactor(
        of person: PersonID, town: TownID, audit: AuditEntry
    ) async throws(StoreError) -> Bool

    func issueToken(_ token: NewAccessToken, audit: AuditEntry) async throws(StoreError) -> Int64
    func token(hash: [UInt8], now: Instant) async throws(StoreError) -> LiveToken?
    func touchToken(hash: [UInt8], now: Instant) async throws(StoreError)
    func tokens(of person: PersonID, town: TownID) async throws(StoreError) -> [AccessTokenRecord]
    func revokeToken(
        _ number: Int64, of person: PersonID, town: TownID, now: Instant, audit: AuditEntry
    ) async throws(StoreError) -> Bool

    func person(issuer: String, subject: String) async throws(StoreError) -> (town: TownID, person: PersonID)?
    func link(
        issuer: String, subject: String, to person: PersonID, town: TownID, by administrator: PersonID?, now: Instant,
        audit: AuditEntry
    ) async throws(StoreError)
    func unlink(_ person: PersonID, town: TownID, audit: AuditEntry) async throws(StoreError) -> Bool

    func give(
        _ assignment: Assignment, to person: PersonID, town: TownID, audit: AuditEntry
    ) async throws(StoreError)
    func end(
        _ role: Role, of person: PersonID, town: TownID, lastDay: CivilDate, audit: AuditEntry
    ) async throws(StoreError) -> Bool
}

/// Cryptography the use cases ask for; implemented on libsodium and swift-crypto.
public protocol Secrets: Sendable {
    func sha256(_ bytes: [UInt8]) -> [UInt8]
    /// 256 random bits, URL-safe text.
    func randomToken() -> String
    func random(_ count: Int) -> [UInt8]
    func hmacSHA1(_ message: [UInt8], key: [UInt8]) -> [UInt8]
    /// Sealed with the key outside the database; opened by nobody else.
    func seal(_ bytes: [UInt8]) -> [UInt8]
    /// nil for what was not sealed with this key, or was altered.
    func open(_ sealed: [UInt8]) -> [UInt8]?
    /// Argon2id, PHC string. Slow by intent; runs on a bounded number of threads.
    func hashPassword(_ password: String) async -> String?
    func verifyPassword(_ password: String, hash: String) async -> Bool
}

/// The server's clock, so that tests own the time.
public protocol WallClock: Sendable {
    func now() -> Instant
}
