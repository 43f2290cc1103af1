import Synchronization
import UseCases
import Workflow

/// Accounts in memory, as the database keeps them: what is used once, is used once.
struct MemoryAccounts: Sendable {
    struct Open: Sendable {
        var session: NewSession
        let number: Int64
        var lastSeenAt: Instant
    }

    var hashes: [PersonID: String] = [:]
    var setAt: [PersonID: Instant] = [:]
    var former: [PersonID: [String]] = [:]
    var blocked: [PersonID: Instant] = [:]
    var factors: [PersonID: (sealed: [UInt8], confirmed: Bool, step: Int64)] = [:]
    var recovery: [PersonID: [[UInt8]: Bool]] = [:]
    var codes: [PersonID: NewPasswordCode] = [:]
    var attempts: [AttemptKey: Attempts] = [:]
    var sessions: [[UInt8]: Open] = [:]
    var tokens: [(token: NewAccessToken, number: Int64, revokedAt: Instant?, usedAt: Instant?)] = []
    var identities: [String: PersonID] = [:]
    var extraLogins: [String: PersonID] = [:]
    var extraOffices: [PersonID: [Assignment]] = [:]
    var number: Int64 = 0
}

extension MemoryStore: CredentialStore {
    func current(_ person: Person) -> Person {
        let extra = content.withLock { $0.accounts.extraOffices[person.id] ?? [] }
        return Person(
            id: person.id, town: person.town, name: person.name, assignments: person.assignments + extra)
    }

    private func build(_ person: Person, _ login: String) -> Account {
        content.withLock { content in
            let accounts = content.accounts
            let factor = accounts.factors[person.id].flatMap { $0.confirmed ? $0 : nil }
            return Account(
                person: person, login: login, passwordHash: accounts.hashes[person.id] ?? "correct",
                passwordSetAt: accounts.setAt[person.id] ?? FixedClock.time, blockedAt: accounts.blocked[person.id],
                secondFactor: factor.map { .init(sealed: $0.sealed, lastStep: $0.step) })
        }
    }

    func account(login: String) async throws(StoreError) -> Account? { logins[login].map { build($0, login) } }

    func account(of person: PersonID, town: TownID) async throws(StoreError) -> Account? {
        logins.first { $0.value.id == person && $0.value.town == town }.map { build($0.value, $0.key) }
    }

    func accounts(town: TownID, after person: PersonID, limit: Int) async throws(StoreError) -> [AccountRecord] {
        let found = people.filter { $0.town == town && $0.id > person }.prefix(limit)
        return found.map { person in
            let accounts = content.withLock { $0.accounts }
            return AccountRecord(
                person: person, login: logins.first { $0.value == person }?.key, hasPassword: true,
                blockedAt: accounts.blocked[person.id], hasSecondFactor: accounts.factors[person.id]?.confirmed == true,
                lastSignIn: nil, identities: accounts.identities.filter { $0.value == person.id }.map(\.key))
        }
    }

    func addAccount(
        login: String, person: PersonID, town: TownID, audit: AuditEntry
    ) async throws(StoreError) {
        if logins[login] != nil { throw .constraint(name: "login_once", message: "") }
        throw .constraint(name: "account_once_a_person", message: "")
    }

    func block(_ person: PersonID, town: TownID, at: Instant?, audit: AuditEntry) async throws(StoreError) {
        content.withLock { content in
            content.accounts.blocked[person] = at
            if at != nil {
                content.accounts.sessions = content.accounts.sessions.filter { $0.value.session.person != person }
            }
            content.audit.append(audit)
        }
    }

    func attempts(_ keys: [AttemptKey], now: Instant) async throws(StoreError) -> [AttemptKey: Attempts] {
        content.withLock { content in content.accounts.attempts.filter { keys.contains($0.key) } }
    }

    func countFailure(_ keys: [AttemptKey], audit: AuditEntry) async throws(StoreError) {
        content.withLock { content in
            for key in keys {
                let failures = content.accounts.attempts[key]?.failures ?? 0
                content.accounts.attempts[key] = Attempts(failures: failures + 1, lastAt: audit.at)
            }
            content.audit.append(audit)
        }
    }

    func isFamiliar(
        _ address: String, to person: PersonID, town: TownID, now: Instant
    ) async throws(StoreError) -> Bool { false }

    func signIn(_ entry: SigningIn) async throws(StoreError) {
        let refused: String? = content.withLock { content in
            let person = entry.session.person
            if let step = entry.step {
                guard let last = content.accounts.factors[person]?.step, last < step else {
                    return "second_factor_step_unused"
                }
                content.accounts.factors[person]?.step = step
            }
            if let code = entry.recoveryCode {
                guard content.accounts.recovery[person]?[code] == false else { return "recovery_code_unused" }
                content.accounts.recovery[person]?[code] = true
            }
            for key in entry.cleared { content.accounts.attempts[key] = nil }
            if let old = entry.replaces { content.accounts.sessions[old] = nil }
            content.accounts.number += 1
            content.accounts.sessions[entry.session.tokenHash] = .init(
                session: entry.session, number: content.accounts.number, lastSeenAt: entry.session.openedAt)
            content.audit += entry.audit
            return nil
        }
        if let refused { throw .constraint(name: refused, message: "") }
    }

    func session(tokenHash: [UInt8], now: Instant) async throws(StoreError) -> LiveSession? {
        guard let open = content.withLock({ $0.accounts.sessions[tokenHash] }),
            let person = people.first(where: { $0.id == open.session.person && $0.town == open.session.town })
        else { return nil }
        return LiveSession(
            person: person, number: open.number, expiresAt: open.session.expiresAt, lastSeenAt: open.lastSeenAt,
            limit: open.session.limit)
    }

    func touchSession(tokenHash: [UInt8], now: Instant) async throws(StoreError) {}

    func closeSession(tokenHash: [UInt8], now: Instant, audit: AuditEntry?) async throws(StoreError) {
        content.withLock { content in
            content.accounts.sessions[tokenHash] = nil
            if let audit { content.audit.append(audit) }
        }
    }

    func sessions(of person: PersonID, town: TownID, now: Instant) async throws(StoreError) -> [SessionRecord] {
        content.withLock { $0.accounts.sessions.values.filter { $0.session.person == person } }
            .sorted { $0.number > $1.number }.map { open in
                SessionRecord(
                    number: open.number, openedAt: open.session.openedAt, lastSeenAt: open.lastSeenAt,
                    expiresAt: open.session.expiresAt, address: open.session.address, client: open.session.client)
            }
    }

    func closeSessions(
        of person: PersonID, town: TownID, number: Int64?, now: Instant, audit: AuditEntry
    ) async throws(StoreError) -> Bool {
        content.withLock { content in
            let closed = content.accounts.sessions.filter { _, open in
                open.session.person == person && (number == nil || number == open.number)
            }
            for key in closed.keys { content.accounts.sessions[key] = nil }
            content.audit.append(audit)
            return !closed.isEmpty
        }
    }

    func setPassword(
        of person: PersonID, town: TownID, hash: String, now: Instant, but session: [UInt8]?, audit: AuditEntry
    ) async throws(StoreError) {
        content.withLock { content in
            content.accounts.former[person, default: []].insert(content.accounts.hashes[person] ?? "correct", at: 0)
            content.accounts.hashes[person] = hash
            content.accounts.setAt[person] = now
            content.accounts.codes[person] = nil
            content.accounts.sessions = content.accounts.sessions.filter {
                $0.value.session.person != person || $0.key == session
            }
            content.audit.append(audit)
        }
    }

    func formerPasswords(of person: PersonID, town: TownID, limit: Int) async throws(StoreError) -> [String] {
        content.withLock { Array(($0.accounts.former[person] ?? []).prefix(limit)) }
    }

    func issueCode(_ code: NewPasswordCode, audit: AuditEntry) async throws(StoreError) {
        content.withLock { content in
            content.accounts.codes[code.person] = code
            content.audit.append(audit)
        }
    }

    func passwordCode(of person: PersonID, town: TownID, now: Instant) async throws(StoreError) -> String? {
        content.withLock { $0.accounts.codes[person].flatMap { now < $0.expiresAt ? $0.hash : nil } }
    }
}
