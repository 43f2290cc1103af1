public import Workflow

/// What an administrator of security does about other people's accounts: opens and blocks them, gives codes for
/// passwords, takes lost authenticators away, gives and ends offices. Nobody does it to themselves.
public struct AccountAdministration: Sendable {
    let store: any AccountStore & CredentialStore
    let accounts: Accounts
    let directory: Directory

    var clock: any WallClock { accounts.clock }
    var secrets: any Secrets { accounts.secrets }

    public static let pageLimit = 100
    /// A code is read out or handed over; a day is enough to use it.
    static let codeSeconds: Int64 = 86_400
    /// 60 random bits: too many to guess at the pace of sign-ins, few enough to read out.
    static let codeCharacters = 12

    public init(store: any AccountStore & CredentialStore, accounts: Accounts, directory: Directory) {
        self.store = store
        self.accounts = accounts
        self.directory = directory
    }

    /// The town's people by number.
    public func list(
        after person: PersonID?, limit: Int, by administrator: Person
    ) async throws(UseCaseError) -> [AccountRecord] {
        guard administrator.mayRead(.accounts, in: administrator.town, on: clock.now().civilDate) else {
            throw .readRefused(.accounts)
        }
        return try await stored {
            try await store.accounts(
                town: administrator.town, after: person ?? PersonID(0), limit: min(limit, Self.pageLimit))
        }
    }

    /// Opens an account without a password; its person sets one with the code that comes back.
    public func open(
        login: String, for person: PersonID, by administrator: Person
    ) async throws(UseCaseError) -> String {
        try await allowed(administrator, person)
        guard (2...64).contains(login.utf8.count),
            login.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace })
        else { throw .accountRefused(.loginMalformed) }
        let audit = entry(.accountAdded, administrator, "person \(person)")
        do {
            try await stored {
                try await store.addAccount(login: login, person: person, town: administrator.town, audit: audit)
            }
        } catch {
            switch error {
            case .store(.constraint("login_once", _)): throw .accountRefused(.loginTaken)
            case .store(.constraint("account_once_a_person", _)): throw .accountRefused(.accountThere)
            case .store(.constraint("account_of_person", _)): throw .notFound
            case _: throw error
            }
        }
        return try await issueCode(for: person, by: administrator)
    }

    /// A one-time code with which the person sets a password; shown once, good for a day, the newest counts.
    public func issueCode(for person: PersonID, by administrator: Person) async throws(UseCaseError) -> String {
        try await allowed(administrator, person)
        _ = try await account(person, administrator)
        let code = String(Base32.encode(secrets.random(8)).prefix(Self.codeCharacters))
        guard let hash = await secrets.hashPassword(code) else { throw .store(.overloaded) }
        let now = clock.now()
        let new = NewPasswordCode(
            person: person, town: administrator.town, hash: hash, issuedBy: administrator.id, issuedAt: now,
            expiresAt: now.adding(seconds: Self.codeSeconds))
        let audit = entry(.passwordCodeIssued, administrator, "person \(person)")
        try await stored { try await store.issueCode(new, audit: audit) }
        return Base32.grouped(code)
    }

    public func block(_ person: PersonID, _ isBlocked: Bool, by administrator: Person) async throws(UseCaseError) {
        try await allowed(administrator, person)
        _ = try await account(person, administrator)
        let now = clock.now()
        let audit = entry(isBlocked ? .accountBlocked : .accountUnblocked, administrator, "person \(person)")
        do {
            try await stored {
                try await store.block(person, town: administrator.town, at: isBlocked ? now : nil, audit: audit)
            }
        } catch {
            // It is as it is wanted already.
            guard case .store(.constraint("account_there", _)) = error else { throw error }
        }
        accounts.forgetAll()
    }

    public func endSessions(of person: PersonID, by administrator: Person) async throws(UseCaseError) {
        try await allowed(administrator, person)
        let audit = entry(.sessionClosed, administrator, "person \(person)", "all sessions")
        _ = try await stored {
            try await store.closeSessions(
                of: person, town: administrator.town, number: nil, now: clock.now(), audit: audit)
        }
        accounts.forgetAll()
    }

    /// For a lost phone; the person's identity was checked face to face.
    public func removeSecondFactor(of person: PersonID, by administrator: Person) async throws(UseCaseError) {
        try await allowed(administrator, person)
        let audit = entry(.secondFactorRemoved, administrator, "person \(person)")
        let isRemoved = try await stored {
            try await store.removeSecondFactor(of: person, town: administrator.town, audit: audit)
        }
        if !isRemoved { throw .accountRefused(.secondFactorMissing) }
    }

    public func link(
        issuer: String, subject: String, to person: PersonID, by administrator: Person
    ) async throws(UseCaseError) {
        try await allowed(administrator, person)
        _ = try await account(person, administrator)
        guard (1...255).contains(subject.utf8.count), (1...255).contains(issuer.utf8.count) else {
            throw .accountRefused(.identityMalformed)
        }
        let audit = entry(.identityLinked, administrator, "person \(person)", issuer)
        do {
            try await stored {
                try await store.link(
                    issuer: issuer, subject: subject, to: person, town: administrator.town, by: administrator.id,
                    now: clock.now(), audit: audit)
            }
        } catch {
            guard case .store(.constraint(let name, _)) = error, name.hasPrefix("outside_identity_once") else {
                throw error
            }
            throw .accountRefused(.identityTaken)
        }
    }

    public func unlink(_ person: PersonID, by administrator: Person) async throws(UseCaseError) {
        try await allowed(administrator, person)
        let audit = entry(.identityUnlinked, administrator, "person \(person)")
        let isGone = try await stored {
            try await store.unlink(person, town: administrator.town, audit: audit)
        }
        if !isGone { throw .accountRefused(.identityNotLinked) }
    }

    // MARK: Offices

    /// Gives an office from today or a later day on.
    public func give(
        _ assignment: Assignment, to person: PersonID, by administrator: Person
    ) async throws(UseCaseError) {
        try await allowed(administrator, person)
        guard assignment.from >= clock.now().civilDate else { throw .accountRefused(.dayPassed) }
        if assignment.role == .secretary, assignment.scope == .town { throw .accountRefused(.scopeMissing) }
        let people = try await directory.people(of: administrator.town)
        guard let held = people.first(where: { $0.id == person }) else { throw .notFound }
        guard AdministratorsSeparate.conflict(assignment, with: held.assignments) == nil else {
            throw .accountRefused(.officesExclude)
        }
        let audit = entry(
            .assignmentGiven, administrator, "person \(person)", "\(assignment.role.rawValue) from \(assignment.from)")
        do {
            try await stored {
                try await store.give(assignment, to: person, town: administrator.town, audit: audit)
            }
        } catch {
            switch error {
            case .store(.constraint("administrators_separate", _)): throw .accountRefused(.officesExclude)
            case .store(.constraint("assignment_over_unit", _)), .store(.constraint("assignment_over_area", _)):
                throw .notFound
            case _: throw error
            }
        }
        accounts.forgetAll()
    }

    /// Ends an office with a day, today at the earliest: what was done under it stays done.
    public func end(
        _ role: Role, of person: PersonID, lastDay: CivilDate, by administrator: Person
    ) async throws(UseCaseError) {
        try await allowed(administrator, person)
        guard lastDay >= clock.now().civilDate else { throw .accountRefused(.dayPassed) }
        let audit = entry(.assignmentEnded, administrator, "person \(person)", "\(role.rawValue) after \(lastDay)")
        let isEnded = try await stored {
            try await store.end(role, of: person, town: administrator.town, lastDay: lastDay, audit: audit)
        }
        if !isEnded { throw .accountRefused(.officeNotHeld) }
        accounts.forgetAll()
    }

    private func account(_ person: PersonID, _ administrator: Person) async throws(UseCaseError) -> Account {
        let found = try await stored { try await store.account(of: person, town: administrator.town) }
        guard let found else { throw .accountRefused(.noAccount) }
        return found
    }

    private func allowed(_ administrator: Person, _ person: PersonID) async throws(UseCaseError) {
        guard administrator.may(.administerAccounts, on: clock.now().civilDate) else { throw .writeRefused }
        guard administrator.id != person else { throw .accountRefused(.ownAccount) }
    }

    private func entry(
        _ act: AuditAct, _ administrator: Person, _ subject: String, _ detail: String = ""
    ) -> AuditEntry {
        AuditEntry(
            town: administrator.town, person: administrator.id, act: act, result: .done, subject: subject,
            detail: detail, origin: .current, at: clock.now())
    }
}
