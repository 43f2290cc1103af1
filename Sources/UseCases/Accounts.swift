public import Workflow

/// Signing in and out. A session is a random token that only its holder knows; the store keeps its hash.
public struct Accounts: Sendable {
    let store: any AccountStore
    let secrets: any Secrets
    let clock: any WallClock
    private let seen = SeenSessions()

    /// Five wrong passwords lock an account for five minutes, as assessors of GB/T 22239 level 2 expect.
    static let lockAfter = 5
    static let lockSeconds = 300
    /// A working day: long enough not to be in the way, short enough for a phone left on a table.
    static let sessionSeconds: Int64 = 12 * 3600
    /// Longer input is no password but a load on the hash.
    static let passwordLimit = 256

    public init(store: any AccountStore, secrets: any Secrets, clock: any WallClock) {
        self.store = store
        self.secrets = secrets
        self.clock = clock
    }

    public struct SignedIn: Sendable {
        public let token: String
        public let person: Person
        public let expiresAt: Instant
    }

    /// The same answer and about the same time whether the login or the password is wrong.
    public func signIn(login: String, password: String) async throws(UseCaseError) -> SignedIn {
        guard !login.isEmpty, login.utf8.count <= 64, password.utf8.count <= Self.passwordLimit else {
            throw .signInWrong
        }
        let now = clock.now()
        let account = try await stored { try await store.account(login: login) }
        if let locked = account?.lockedUntil, now < locked { throw .signInLocked(until: locked) }
        guard let account, await secrets.verifyPassword(password, hash: account.passwordHash) else {
            if account == nil { _ = await secrets.hashPassword(password) }
            try await stored {
                try await store.countFailure(
                    login: login, now: now, lockAfter: Self.lockAfter, lockSeconds: Self.lockSeconds)
            }
            throw .signInWrong
        }
        let token = secrets.randomToken()
        let session = NewSession(
            tokenHash: secrets.sha256(Array(token.utf8)), person: account.person.id, town: account.person.town,
            openedAt: now, expiresAt: now.adding(seconds: Self.sessionSeconds))
        try await stored {
            try await store.clearFailures(login: login)
            try await store.openSession(session)
        }
        return SignedIn(token: token, person: account.person, expiresAt: session.expiresAt)
    }

    /// Seconds for which a read may rely on a session that was seen alive: signing out elsewhere, or losing an
    /// office, reaches readers within this time. A write never relies on it.
    static let readTrustSeconds: Int64 = 5

    /// The person behind a token; nil when there is no live session.
    ///
    /// - Parameter reading: the request changes nothing, so a session seen a moment ago is good enough.
    public func person(token: String, reading: Bool = false) async throws(UseCaseError) -> Person? {
        // A token is 43 characters of base64url; anything longer was not made here.
        guard (1...64).contains(token.utf8.count) else { return nil }
        let hash = secrets.sha256(Array(token.utf8))
        let now = clock.now()
        if reading, let person = seen.person(hash, at: now) { return person }
        let person = try await stored { try await store.session(tokenHash: hash, now: now) }
        seen.note(hash, person, at: now)
        return person
    }

    public func signOut(token: String) async throws(UseCaseError) {
        let hash = secrets.sha256(Array(token.utf8))
        seen.note(hash, nil, at: clock.now())
        try await stored { try await store.closeSession(tokenHash: hash, now: clock.now()) }
    }
}
