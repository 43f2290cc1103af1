public import Workflow

/// What people do about their own account: password, sessions, authenticator, tokens. What could be turned against
/// them in an open session asks for the current password again.
public struct OwnAccount: Sendable {
    let store: any AccountStore & CredentialStore
    let accounts: Accounts
    let directory: Directory
    let common: CommonPasswords

    var secrets: any Secrets { accounts.secrets }
    var clock: any WallClock { accounts.clock }
    public var profile: PasswordProfile { accounts.profile }

    public init(
        store: any AccountStore & CredentialStore, accounts: Accounts, directory: Directory, common: CommonPasswords
    ) {
        self.store = store
        self.accounts = accounts
        self.directory = directory
        self.common = common
    }

    public func account(of person: Person) async throws(UseCaseError) -> Account {
        guard let found = try await stored({ try await store.account(of: person.id, town: person.town) }) else {
            throw .accountRefused(.noAccount)
        }
        return found
    }

    // MARK: Password

    /// Changes the password; every other session ends.
    public func changePassword(
        from current: String, to new: String, by person: Person, token: String
    ) async throws(UseCaseError) {
        let account = try await confirmed(current, person)
        try await set(
            new, of: account, but: accounts.hash(token), audit: entry(.passwordChanged, account.person, "account"))
    }

    /// Sets a first or forgotten password with the code an administrator gave; every session ends.
    ///
    /// The answer is the same whether login or code is wrong, and counts as a failed sign-in.
    public func setPassword(login: String, code: String, to new: String) async throws(UseCaseError) {
        guard (1...64).contains(login.utf8.count), code.utf8.count <= 64 else { throw .accountRefused(.codeWrong) }
        let now = clock.now()
        let account = try await stored { try await store.account(login: login) }
        let keys = SignInThrottle.keys(login: login, address: Origin.current.address, isKnown: account != nil)
        let attempts = try await stored { try await store.attempts(keys, now: now) }
        if let until = SignInThrottle.waitsUntil(attempts, familiar: false, now: now) {
            throw .signInLocked(until: until)
        }
        var hash: String?
        if let account, account.blockedAt == nil {
            hash = try await stored {
                try await store.passwordCode(of: account.person.id, town: account.person.town, now: now)
            }
        }
        let plain = Base32.canonical(code)
        guard let account, let hash, await secrets.verifyPassword(plain, hash: hash) else {
            if hash == nil { _ = await secrets.hashPassword(plain) }
            let audit = AuditEntry(
                town: account?.person.town ?? TownID(0), person: account?.person.id, act: .passwordCodeUsed,
                result: .refused, subject: account == nil ? "unknown login" : "account", detail: "",
                origin: .current, at: now)
            try await stored { try await store.countFailure(keys, audit: audit) }
            throw .accountRefused(.codeWrong)
        }
        try await set(new, of: account, but: nil, audit: entry(.passwordCodeUsed, account.person, "account"))
    }

    /// Sets a login's password by the owner's command, held to the profile like any other; every session ends.
    /// False when there is no such login.
    public func resetPassword(login: String, to new: String) async throws(UseCaseError) -> Bool {
        guard let account = try await stored({ try await store.account(login: login) }) else { return false }
        let (town, person) = (account.person.town, account.person.id)
        let audit = AuditEntry(
            town: town, person: nil, act: .passwordChanged, result: .done, subject: "person \(person)", detail: "",
            origin: .current.orCommand, at: clock.now())
        try await set(new, of: account, but: nil, audit: audit)
        return true
    }

    /// Refuses a first password that the profile does not allow, for an account that is not there yet.
    public func check(
        _ password: String, login: String, name: String, town: TownID
    ) async throws(UseCaseError) {
        let faults = profile.faults(password, known: try await known(login, name, town), common: common)
        guard faults.isEmpty else { throw .passwordRefused(faults) }
    }

    private func set(
        _ new: String, of account: Account, but session: [UInt8]?, audit: AuditEntry
    ) async throws(UseCaseError) {
        var faults = profile.faults(
            new, known: try await known(account.login, account.person.name, account.person.town), common: common)
        if try await wasUsed(new, account) { faults.append(.usedBefore) }
        guard faults.isEmpty else { throw .passwordRefused(faults) }
        guard let hash = await secrets.hashPassword(new) else { throw .store(.overloaded) }
        try await stored {
            try await store.setPassword(
                of: account.person.id, town: account.person.town, hash: hash, now: clock.now(), but: session,
                audit: audit)
        }
        accounts.forgetAll()
    }

    private func wasUsed(_ new: String, _ account: Account) async throws(UseCaseError) -> Bool {
        guard profile.remembered > 0 else { return false }
        let former = try await stored {
            try await store.formerPasswords(
                of: account.person.id, town: account.person.town, limit: profile.remembered - 1)
        }
        for hash in former + [account.passwordHash].compactMap({ $0 })
        where await secrets.verifyPassword(new, hash: hash) { return true }
        return false
    }

    /// Names of the place and the person, and this program's own.
    private func known(_ login: String, _ name: String, _ id: TownID) async throws(UseCaseError) -> [String] {
        let town = try await directory.towns().first { $0.id == id }
        let units = try await directory.units(of: id, on: clock.now().civilDate).map(\.name)
        return ["liban", "立办", login, name, town?.name ?? "", town?.county ?? ""] + units
    }

    /// The account, once the current password was given again. A wrong one counts like a wrong sign-in.
    func confirmed(_ password: String, _ person: Person) async throws(UseCaseError) -> Account {
        let account = try await account(of: person)
        let keys = SignInThrottle.keys(login: account.login, address: Origin.current.address, isKnown: true)
        let attempts = try await stored { try await store.attempts(keys, now: clock.now()) }
        if let until = SignInThrottle.waitsUntil(attempts, familiar: true, now: clock.now()) {
            throw .signInLocked(until: until)
        }
        guard let hash = account.passwordHash, password.utf8.count <= 4 * PasswordProfile.most,
            await secrets.verifyPassword(password, hash: hash)
        else {
            let audit = entry(.signIn, person, "account", "current password", .refused)
            try await stored { try await store.countFailure(keys, audit: audit) }
            throw .passwordRefused([.wrongCurrent])
        }
        return account
    }

    // MARK: Sessions

    public func sessions(of person: Person) async throws(UseCaseError) -> [SessionRecord] {
        try await stored { try await store.sessions(of: person.id, town: person.town, now: clock.now()) }
    }

    /// Ends one of the person's sessions, or all of them with nil.
    public func endSession(_ number: Int64?, of person: Person) async throws(UseCaseError) {
        let audit = entry(.sessionClosed, person, number.map { "session \($0)" } ?? "all sessions")
        let isClosed = try await stored {
            try await store.closeSessions(
                of: person.id, town: person.town, number: number, now: clock.now(), audit: audit)
        }
        accounts.forgetAll()
        if !isClosed { throw .notFound }
    }

    func entry(
        _ act: AuditAct, _ person: Person, _ subject: String, _ detail: String = "", _ result: AuditResult = .done
    ) -> AuditEntry {
        AuditEntry(
            town: person.town, person: person.id, act: act, result: result, subject: subject, detail: detail,
            origin: .current, at: clock.now())
    }
}
