internal import Postgres
public import UseCases
public import Workflow

/// Sessions: opened together with what a sign-in uses up, seen, listed, closed.
extension PostgresStore {
    public func isFamiliar(
        _ address: String, to person: PersonID, town: TownID, now: Instant
    ) async throws(StoreError) -> Bool {
        let rows = try await read(
            .isFamiliarAddress, [Parameter(town), Parameter(person), .text(address), Parameter(now)])
        return try reading { () throws(RowError) in try rows[0].bool(0) }
    }

    public func signIn(_ entry: SigningIn) async throws(StoreError) {
        let session = entry.session
        let owner = [Parameter(session.town), Parameter(session.person)]
        var steps: [Step] = []
        // What is used once comes first: when it was used already, nothing else happens.
        if let used = entry.step { steps.append(step(.useSecondFactorStep, owner + [.int(used)])) }
        if let code = entry.recoveryCode {
            steps.append(step(.useRecoveryCode, owner + [.bytes(code), Parameter(session.openedAt)]))
        }
        if !entry.cleared.isEmpty { steps.append(step(.clearSignInFailures, entry.cleared.parameters)) }
        if let old = entry.replaces {
            steps.append(step(.closeSession, [.bytes(old), Parameter(session.openedAt)]))
        }
        steps.append(
            step(
                .openSession,
                [
                    .bytes(session.tokenHash), owner[0], owner[1], Parameter(session.openedAt),
                    Parameter(session.expiresAt), .int(session.idleSeconds), Parameter(session.limit?.rawValue),
                    .text(session.address), .text(session.client),
                ]))
        try await write(steps + entry.audit.map { audit($0) })
    }

    public func session(tokenHash: [UInt8], now: Instant) async throws(StoreError) -> LiveSession? {
        guard let row = try await read(.findLiveSession, [.bytes(tokenHash), Parameter(now)]).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            let (person, number) = (try next.person(), try next.int())
            let (expires, seen) = (try next.instant(), try next.instant())
            return LiveSession(
                person: person, number: number, expiresAt: expires, lastSeenAt: seen,
                limit: try next.optionalText().flatMap(SessionLimit.init(rawValue:)))
        }
    }

    public func touchSession(tokenHash: [UInt8], now: Instant) async throws(StoreError) {
        try await write(.touchSession, [.bytes(tokenHash), Parameter(now)])
    }

    public func closeSession(
        tokenHash: [UInt8], now: Instant, audit entry: AuditEntry?
    ) async throws(StoreError) {
        let noted = entry.map { [audit($0)] } ?? []
        try await write([step(.closeSession, [.bytes(tokenHash), Parameter(now)])] + noted)
    }

    public func sessions(
        of person: PersonID, town: TownID, now: Instant
    ) async throws(StoreError) -> [SessionRecord] {
        let rows = try await read(.listLiveSessions, [Parameter(town), Parameter(person), Parameter(now)])
        return try reading { () throws(RowError) in
            var records: [SessionRecord] = []
            for row in rows {
                var next = RowCursor(row)
                records.append(
                    SessionRecord(
                        number: try next.int(), openedAt: try next.instant(), lastSeenAt: try next.instant(),
                        expiresAt: try next.instant(), address: try next.text(), client: try next.text()))
            }
            return records
        }
    }

    public func closeSessions(
        of person: PersonID, town: TownID, number: Int64?, now: Instant, audit entry: AuditEntry
    ) async throws(StoreError) -> Bool {
        let rows = try await write([
            step(
                .closeNumberedSession, [Parameter(town), Parameter(person), Parameter(number), Parameter(now)]),
            audit(entry),
        ])
        return !rows[0].isEmpty
    }
}
