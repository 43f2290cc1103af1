import Store
public import UseCases
import Workflow

extension Installation {
    /// The first administrator of security of a town, who opens everybody else's account. Given a code, not a password:
    /// nobody but the person ever knows the password.
    ///
    /// - Returns: the code, good for a day.
    public func addFirstAdministrator(_ name: String, login: String, to town: Town) async throws -> String {
        let today = clock.now().civilDate
        let id = try await addPerson(
            name, login: nil, password: nil,
            assignments: [Assignment(role: .securityAdmin, scope: .town, from: today)], to: town)
        let audit = entry(.accountAdded, town.id, "person \(id)")
        try await store.addAccount(login: login, person: id, town: town.id, audit: audit)
        return try await issueCode(login: login) ?? ""
    }

    /// A one-time code for a first or forgotten password, for when no administrator can sign in.
    ///
    /// - Returns: nil when there is no such login.
    public func issueCode(login: String) async throws -> String? {
        guard let account = try await store.account(login: login) else { return nil }
        let code = String(Base32.encode(secrets.random(8)).prefix(12))
        guard let hash = await secrets.hashPassword(code) else { return nil }
        let now = clock.now()
        try await store.issueCode(
            NewPasswordCode(
                person: account.person.id, town: account.person.town, hash: hash, issuedBy: nil, issuedAt: now,
                expiresAt: now.adding(seconds: 86_400)),
            audit: entry(.passwordCodeIssued, account.person.town, "person \(account.person.id)"))
        return Base32.grouped(code)
    }

    /// Sets a login's password, held to the profile, and signs its person out everywhere; false when there is no such
    /// login.
    public func setPassword(login: String, password: String) async throws -> Bool {
        try await ownAccount.resetPassword(login: login, to: password)
    }

    private func entry(_ act: AuditAct, _ town: TownID, _ subject: String) -> AuditEntry {
        AuditEntry(
            town: town, person: nil, act: act, result: .done, subject: subject, detail: "", origin: .command,
            at: clock.now())
    }
}
