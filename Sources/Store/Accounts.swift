internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: AccountStore {
    public func account(login: String) async throws(StoreError) -> Account? {
        try await account([.text(login), .null, .null])
    }

    public func account(of person: PersonID, town: TownID) async throws(StoreError) -> Account? {
        try await account([.null, Parameter(town), Parameter(person)])
    }

    private func account(_ key: [Parameter]) async throws(StoreError) -> Account? {
        guard let row = try await read(.findAccount, key).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            let (person, login, hash) = (try next.person(), try next.text(), try next.optionalText())
            let (setAt, blockedAt) = (try next.instant(), try next.optionalInstant())
            var factor: Account.SecondFactor?
            if let sealed = try next.optionalBytes() {
                factor = Account.SecondFactor(sealed: sealed, lastStep: try next.int())
            }
            return Account(
                person: person, login: login, passwordHash: hash, passwordSetAt: setAt, blockedAt: blockedAt,
                secondFactor: factor)
        }
    }

    public func accounts(
        town: TownID, after person: PersonID, limit: Int
    ) async throws(StoreError) -> [AccountRecord] {
        let rows = try await read(.listAccounts, [Parameter(town), Parameter(person), .int(Int64(limit))])
        return try reading { () throws(RowError) in
            var records: [AccountRecord] = []
            for row in rows {
                var next = RowCursor(row)
                records.append(
                    AccountRecord(
                        person: try next.person(), login: try next.optionalText(), hasPassword: try next.bool(),
                        blockedAt: try next.optionalInstant(), hasSecondFactor: try next.bool(),
                        lastSignIn: try next.optionalInstant(),
                        identities: (try next.optionalText() ?? "").split(separator: "\n").map(String.init)))
            }
            return records
        }
    }

    public func addAccount(
        login: String, person: PersonID, town: TownID, audit entry: AuditEntry
    ) async throws(StoreError) {
        try await effect([
            step(.addAccount, [.text(login), Parameter(town), Parameter(person)]), audit(entry),
        ])
    }

    public func block(
        _ person: PersonID, town: TownID, at moment: Instant?, audit entry: AuditEntry
    ) async throws(StoreError) {
        try await effect([
            step(.blockAccount, [Parameter(town), Parameter(person), moment.map { Parameter($0) } ?? .null]),
            audit(entry),
        ])
    }

    // MARK: Failures

    public func attempts(
        _ keys: [AttemptKey], now: Instant
    ) async throws(StoreError) -> [AttemptKey: Attempts] {
        let rows = try await read(.listSignInFailures, keys.parameters + [Parameter(now)])
        return try reading { () throws(RowError) in
            var found: [AttemptKey: Attempts] = [:]
            for row in rows {
                var next = RowCursor(row)
                let key = AttemptKey(kind: try next.word(AttemptKey.Kind.self), key: try next.text())
                found[key] = Attempts(failures: try next.number(), lastAt: try next.instant())
            }
            return found
        }
    }

    public func countFailure(_ keys: [AttemptKey], audit entry: AuditEntry) async throws(StoreError) {
        let counted = keys.isEmpty ? [] : [step(.countSignInFailure, keys.parameters + [Parameter(entry.at)])]
        try await write(counted + [audit(entry)])
    }

    // MARK: Passwords

    public func setPassword(
        of person: PersonID, town: TownID, hash: String, now: Instant, but session: [UInt8]?, audit entry: AuditEntry
    ) async throws(StoreError) {
        try await effect([
            step(
                .setPassword,
                [
                    Parameter(town), Parameter(person), .text(hash), Parameter(now),
                    session.map { .bytes($0) } ?? .null,
                ]), audit(entry),
        ])
    }

    public func formerPasswords(
        of person: PersonID, town: TownID, limit: Int
    ) async throws(StoreError) -> [String] {
        let rows = try await read(.listFormerPasswords, [Parameter(town), Parameter(person), .int(Int64(limit))])
        return try reading { () throws(RowError) in
            var hashes: [String] = []
            for row in rows { hashes.append(try row.text(0)) }
            return hashes
        }
    }

    public func issueCode(_ code: NewPasswordCode, audit entry: AuditEntry) async throws(StoreError) {
        try await effect([
            step(
                .issuePasswordCode,
                [
                    Parameter(code.town), Parameter(code.person), .text(code.hash), Parameter(code.issuedBy),
                    Parameter(code.issuedAt), Parameter(code.expiresAt),
                ]), audit(entry),
        ])
    }

    public func passwordCode(
        of person: PersonID, town: TownID, now: Instant
    ) async throws(StoreError) -> String? {
        let rows = try await read(.findPasswordCode, [Parameter(town), Parameter(person), Parameter(now)])
        guard let row = rows.first else { return nil }
        return try reading { () throws(RowError) in try row.text(0) }
    }
}

extension [AttemptKey] {
    var parameters: [Parameter] { [.textArray(map(\.kind.rawValue)), .textArray(map(\.key))] }
}
