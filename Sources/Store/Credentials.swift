internal import Postgres
public import UseCases
public import Workflow

/// Authenticators, recovery codes, tokens of machines, outside identities, offices.
extension PostgresStore: CredentialStore {
    public func beginSecondFactor(
        of person: PersonID, town: TownID, sealed: [UInt8]
    ) async throws(StoreError) {
        try await effect(.beginSecondFactor, [Parameter(town), Parameter(person), .bytes(sealed)])
    }

    public func waitingSecondFactor(of person: PersonID, town: TownID) async throws(StoreError) -> [UInt8]? {
        let rows = try await read(.findWaitingSecondFactor, [Parameter(town), Parameter(person)])
        return try reading { () throws(RowError) in try rows.first?.bytes(0) }
    }

    public func confirmSecondFactor(
        of person: PersonID, town: TownID, step used: Int64, codes: [[UInt8]], now: Instant, audit entry: AuditEntry
    ) async throws(StoreError) {
        let owner = [Parameter(town), Parameter(person)]
        try await effect([
            step(.confirmSecondFactor, owner + [Parameter(now), .int(used)]), step(.clearRecoveryCodes, owner),
            step(.putRecoveryCodes, owner + [.bytesArray(codes)]), step(.openLimitedSessions, owner), audit(entry),
        ])
    }

    public func renewRecoveryCodes(
        of person: PersonID, town: TownID, codes: [[UInt8]], audit entry: AuditEntry
    ) async throws(StoreError) {
        let owner = [Parameter(town), Parameter(person)]
        try await effect([
            step(.clearRecoveryCodes, owner), step(.putRecoveryCodes, owner + [.bytesArray(codes)]), audit(entry),
        ])
    }

    public func recoveryCodesLeft(of person: PersonID, town: TownID) async throws(StoreError) -> Int {
        let rows = try await read(.countRecoveryCodes, [Parameter(town), Parameter(person)])
        return try reading { () throws(RowError) in Int(try rows[0].int(0)) }
    }

    public func removeSecondFactor(
        of person: PersonID, town: TownID, audit entry: AuditEntry
    ) async throws(StoreError) -> Bool {
        try await !write([step(.removeSecondFactor, [Parameter(town), Parameter(person)]), audit(entry)])[0].isEmpty
    }

    // MARK: Tokens

    public func issueToken(_ token: NewAccessToken, audit entry: AuditEntry) async throws(StoreError) -> Int64 {
        let rows = try await effect([
            step(
                .issueAccessToken,
                [
                    .bytes(token.hash), Parameter(token.town), Parameter(token.person), .text(token.name),
                    .textArray(token.scopes.map(\.rawValue).sorted()), Parameter(token.issuedAt),
                    Parameter(token.expiresAt),
                ]), audit(entry),
        ])
        return try reading { () throws(RowError) in try rows[0][0].int(0) }
    }

    public func token(hash: [UInt8], now: Instant) async throws(StoreError) -> LiveToken? {
        guard let row = try await read(.findLiveAccessToken, [.bytes(hash), Parameter(now)]).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            let (person, number) = (try next.person(), try next.int())
            let (expires, used) = (try next.instant(), try next.optionalInstant())
            return LiveToken(
                person: person, number: number, scopes: try next.scopes(), expiresAt: expires, lastUsedAt: used)
        }
    }

    public func touchToken(hash: [UInt8], now: Instant) async throws(StoreError) {
        try await write(.touchAccessToken, [.bytes(hash), Parameter(now)])
    }

    public func tokens(of person: PersonID, town: TownID) async throws(StoreError) -> [AccessTokenRecord] {
        let rows = try await read(.listAccessTokens, [Parameter(town), Parameter(person)])
        return try reading { () throws(RowError) in
            var records: [AccessTokenRecord] = []
            for row in rows {
                var next = RowCursor(row)
                records.append(
                    AccessTokenRecord(
                        number: try next.int(), name: try next.text(), scopes: try next.scopes(),
                        issuedAt: try next.instant(), expiresAt: try next.instant(),
                        revokedAt: try next.optionalInstant(), lastUsedAt: try next.optionalInstant()))
            }
            return records
        }
    }

    public func revokeToken(
        _ number: Int64, of person: PersonID, town: TownID, now: Instant, audit entry: AuditEntry
    ) async throws(StoreError) -> Bool {
        let rows = try await write([
            step(.revokeAccessToken, [Parameter(town), Parameter(person), .int(number), Parameter(now)]),
            audit(entry),
        ])
        return !rows[0].isEmpty
    }

    // MARK: Outside identities and offices

    public func person(
        issuer: String, subject: String
    ) async throws(StoreError) -> (town: TownID, person: PersonID)? {
        guard let row = try await read(.findOutsideIdentity, [.text(issuer), .text(subject)]).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return (try next.id(), try next.id())
        }
    }

    public func link(
        issuer: String, subject: String, to person: PersonID, town: TownID, by administrator: PersonID?, now: Instant,
        audit entry: AuditEntry
    ) async throws(StoreError) {
        try await effect([
            step(
                .linkOutsideIdentity,
                [
                    .text(issuer), .text(subject), Parameter(town), Parameter(person), Parameter(administrator),
                    Parameter(now),
                ]), audit(entry),
        ])
    }

    public func unlink(_ person: PersonID, town: TownID, audit entry: AuditEntry) async throws(StoreError) -> Bool {
        try await !write([step(.unlinkOutsideIdentity, [Parameter(town), Parameter(person)]), audit(entry)])[0].isEmpty
    }

    public func give(
        _ assignment: Assignment, to person: PersonID, town: TownID, audit entry: AuditEntry
    ) async throws(StoreError) {
        try await effect([
            step(
                .giveAssignment,
                [
                    Parameter(town), Parameter(person), .text(assignment.role.rawValue),
                    Parameter(assignment.scope.unit), Parameter(assignment.scope.area), Parameter(assignment.from),
                    Parameter(assignment.to),
                ]), audit(entry),
        ])
    }

    public func end(
        _ role: Role, of person: PersonID, town: TownID, lastDay: CivilDate, audit entry: AuditEntry
    ) async throws(StoreError) -> Bool {
        let rows = try await write([
            step(.endAssignment, [Parameter(town), Parameter(person), .text(role.rawValue), Parameter(lastDay)]),
            audit(entry),
        ])
        return !rows[0].isEmpty
    }
}

extension RowCursor {
    /// Words with spaces between them.
    fileprivate mutating func scopes() throws(RowError) -> Set<TokenScope> {
        Set(try text().split(separator: " ").compactMap { TokenScope(rawValue: String($0)) })
    }
}
