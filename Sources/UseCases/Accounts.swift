public import Workflow

/// Signing in and out. A session is a random token that only its holder knows; the store keeps its hash.
public struct Accounts: Sendable {
    let store: any AccountStore & CredentialStore
    let secrets: any Secrets
    let clock: any WallClock
    public let profile: PasswordProfile
    private let seen = SeenSessions()

    /// A session that still waits for the authenticator's code, or for a new password, is short.
    static let limitedSeconds: Int64 = 10 * 60
    /// How late the record of a session's last use may be: one write a minute, not one a request.
    static let touchSeconds: Int64 = 60

    public init(
        store: any AccountStore & CredentialStore, secrets: any Secrets, clock: any WallClock,
        profile: PasswordProfile = .gbt22239L2
    ) {
        self.store = store
        self.secrets = secrets
        self.clock = clock
        self.profile = profile
    }

    public struct SignedIn: Sendable {
        public let token: String
        public let person: Person
        public let expiresAt: Instant
        /// What is still to be done before anything else opens.
        public let limit: SessionLimit?
    }

    /// What somebody gives to sign in.
    public struct Credentials: Sendable {
        public var login: String
        public var password: String
        /// The authenticator's six digits or a recovery code; nil or empty where none was given.
        public var code: String?
        /// What the client calls itself.
        public var client: String
        /// Opens a session limited to giving the code where it is missing, for pages that ask one thing after another.
        public var mayWaitForCode: Bool

        public init(
            login: String, password: String, code: String? = nil, client: String = "", mayWaitForCode: Bool = false
        ) {
            self.login = login
            self.password = password
            self.code = code.flatMap { $0.isEmpty ? nil : $0 }
            self.client = client
            self.mayWaitForCode = mayWaitForCode
        }
    }

    public func signIn(login: String, password: String) async throws(UseCaseError) -> SignedIn {
        try await signIn(Credentials(login: login, password: password))
    }

    /// The same answer and about the same time whether the login or the password is wrong.
    public func signIn(_ given: Credentials) async throws(UseCaseError) -> SignedIn {
        guard !given.login.isEmpty, given.login.utf8.count <= 64, given.password.utf8.count <= 4 * PasswordProfile.most
        else { throw .signInWrong }
        let now = clock.now()
        let account = try await stored { try await store.account(login: given.login) }
        let keys = SignInThrottle.keys(
            login: given.login, address: Origin.current.address, isKnown: account != nil)
        try await wait(keys, account)
        guard await isRight(given.password, account), let account, account.blockedAt == nil else {
            let isBlocked = account?.blockedAt != nil
            try await failed(keys, account, isBlocked ? "blocked" : "password")
            throw .signInWrong
        }
        var entry = signingIn(account, client: given.client)
        entry.cleared = keys.filter { $0.kind != .address }
        guard account.secondFactor != nil else { return try await open(&entry, account, now) }
        guard let code = given.code else {
            guard given.mayWaitForCode else { throw .secondFactorNeeded }
            // The failures stay counted: who only has the password has not signed in yet.
            entry.cleared = []
            return try await open(&entry, account, now, limit: .secondFactor)
        }
        guard use(code, of: account, in: &entry) else {
            try await failed(keys, account, "code")
            throw .signInWrong
        }
        return try await open(&entry, account, now)
    }

    /// The second half of a sign-in: the code, in a session that was limited to giving it. It gets another token.
    public func complete(
        _ half: Holder, token: String, code: String, client: String
    ) async throws(UseCaseError) -> SignedIn {
        let person = half.person
        let found = try await stored { try await store.account(of: person.id, town: person.town) }
        guard half.limit == .secondFactor, let account = found, account.blockedAt == nil else { throw .signInWrong }
        let keys = SignInThrottle.keys(login: account.login, address: Origin.current.address, isKnown: true)
        try await wait(keys, account)
        var entry = signingIn(account, client: client)
        entry.cleared = keys.filter { $0.kind != .address }
        entry.replaces = hash(token)
        guard use(code, of: account, in: &entry) else {
            try await failed(keys, account, "code")
            throw .signInWrong
        }
        seen.note(hash(token), nil, at: clock.now())
        return try await open(&entry, account, clock.now())
    }

    /// Signs in whoever an outside provider vouched for; their own second factor is the provider's.
    public func signIn(
        issuer: String, subject: String, client: String
    ) async throws(UseCaseError) -> SignedIn {
        let link = try await stored { try await store.person(issuer: issuer, subject: subject) }
        var account: Account?
        if let link { account = try await stored { try await store.account(of: link.person, town: link.town) } }
        guard let account, account.blockedAt == nil else {
            try await failed([], account, "outside identity not linked")
            throw .accountRefused(.identityNotLinked)
        }
        var entry = signingIn(account, client: client)
        entry.audit = [self.entry(.signIn, account.person, "outside identity")]
        return try await open(&entry, account, clock.now(), limit: .some(nil))
    }

    public func signOut(token: String) async throws(UseCaseError) {
        let hash = hash(token)
        let now = clock.now()
        seen.note(hash, nil, at: now)
        guard let session = try await stored({ try await store.session(tokenHash: hash, now: now) }) else { return }
        let audit = entry(.signOut, session.person, "session \(session.number)")
        try await stored { try await store.closeSession(tokenHash: hash, now: now, audit: audit) }
    }

    // MARK: Steps

    func hash(_ token: String) -> [UInt8] { secrets.sha256(Array(token.utf8)) }

    private func isRight(_ password: String, _ account: Account?) async -> Bool {
        if let hash = account?.passwordHash { return await secrets.verifyPassword(password, hash: hash) }
        // The same work where there is nothing to compare with.
        _ = await secrets.hashPassword(password)
        return false
    }

    private func wait(_ keys: [AttemptKey], _ account: Account?) async throws(UseCaseError) {
        let now = clock.now()
        let attempts = try await stored { try await store.attempts(keys, now: now) }
        guard !attempts.isEmpty else { return }
        var isFamiliar = false
        if let account {
            isFamiliar = try await stored {
                try await store.isFamiliar(
                    Origin.current.address, to: account.person.id, town: account.person.town, now: now)
            }
        }
        if let until = SignInThrottle.waitsUntil(attempts, familiar: isFamiliar, now: now) {
            throw .signInLocked(until: until)
        }
    }

    private func failed(_ keys: [AttemptKey], _ account: Account?, _ why: String) async throws(UseCaseError) {
        // What was typed as a login is not kept: people type their password there.
        let audit = AuditEntry(
            town: account?.person.town ?? TownID(0), person: account?.person.id, act: .signIn, result: .refused,
            subject: account == nil ? "unknown login" : "account", detail: why, origin: .current, at: clock.now())
        try await stored { try await store.countFailure(keys, audit: audit) }
    }

    private func signingIn(_ account: Account, client: String) -> SigningIn {
        let now = clock.now()
        let person = account.person
        return SigningIn(
            session: NewSession(
                tokenHash: [], person: person.id, town: person.town, openedAt: now,
                expiresAt: now.adding(seconds: profile.sessionSeconds), idleSeconds: profile.idleSeconds,
                address: Origin.current.address, client: client),
            audit: [entry(.signIn, person, account.secondFactor == nil ? "password" : "password and code")])
    }

    /// Whether the code is the authenticator's, not used before, or a recovery code; then it is used up by `entry`.
    private func use(_ code: String, of account: Account, in entry: inout SigningIn) -> Bool {
        guard let factor = account.secondFactor, let secret = secrets.open(factor.sealed) else { return false }
        let typed = code.filter { $0 != " " && $0 != "-" }
        if typed.count == 6 {
            let seconds = clock.now().microseconds / 1_000_000
            let step = TimeCode.step(of: typed, seconds: seconds, after: factor.lastStep) {
                secrets.hmacSHA1($0, key: secret)
            }
            entry.step = step
            return step != nil
        }
        let plain = Base32.canonical(code)
        guard plain.utf8.count == RecoveryCode.characters else { return false }
        // Whether it exists and is unused, the database says in the transaction itself.
        entry.recoveryCode = secrets.sha256(Array(plain.utf8))
        entry.audit.append(self.entry(.recoveryCodeUsed, account.person, "second factor"))
        return true
    }

    /// - Parameter limit: nil finds out what is still to be done; `.some(nil)` says nothing is.
    private func open(
        _ entry: inout SigningIn, _ account: Account, _ now: Instant, limit: SessionLimit?? = nil
    ) async throws(UseCaseError) -> SignedIn {
        let limit = limit ?? toDo(account, now)
        let token = secrets.randomToken()
        let seconds = limit == nil ? profile.sessionSeconds : Self.limitedSeconds
        let session = entry.session
        entry.session = NewSession(
            tokenHash: hash(token), person: session.person, town: session.town, openedAt: now,
            expiresAt: now.adding(seconds: seconds), idleSeconds: session.idleSeconds, limit: limit,
            address: session.address, client: session.client)
        if limit == .secondFactor { entry.audit = [] }
        let writing = entry
        do { try await stored { try await store.signIn(writing) } } catch {
            // Two sign-ins with one code: the second finds it used.
            guard case .store(.constraint(let name, _)) = error,
                ["second_factor_step_unused", "recovery_code_unused"].contains(name)
            else { throw error }
            try await failed(
                SignInThrottle.keys(login: account.login, address: Origin.current.address, isKnown: true), account,
                "code used before")
            throw .signInWrong
        }
        return SignedIn(token: token, person: account.person, expiresAt: entry.session.expiresAt, limit: limit)
    }

    private func toDo(_ account: Account, _ now: Instant) -> SessionLimit? {
        if profile.isOver(account.passwordSetAt, at: now) { return .newPassword }
        if account.secondFactor == nil, profile.needsSecondFactor(account.person, on: now.civilDate) {
            return .enrolment
        }
        return nil
    }

    private func entry(_ act: AuditAct, _ person: Person, _ subject: String) -> AuditEntry {
        AuditEntry(
            town: person.town, person: person.id, act: act, result: .done, subject: subject, detail: "",
            origin: .current, at: clock.now())
    }

    /// Forgets what was seen of a session, so that its end is felt at once by this process.
    func forget(_ tokenHash: [UInt8]) { seen.note(tokenHash, nil, at: clock.now()) }
    func forgetAll() { seen.forgetAll() }
    func seenHolder(_ tokenHash: [UInt8], at now: Instant) -> Holder? { seen.holder(tokenHash, at: now) }
    func noteSeen(_ tokenHash: [UInt8], _ holder: Holder?, at now: Instant) { seen.note(tokenHash, holder, at: now) }
}
