internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: AccountStore {
    public func account(login: String) async throws(StoreError) -> Account? {
        guard let row = try await read(.findAccount, [.text(login)]).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return Account(
                person: try next.person(), passwordHash: try next.text(), lockedUntil: try next.optionalInstant())
        }
    }

    public func openSession(_ session: NewSession) async throws(StoreError) {
        try await write(
            .openSession,
            [
                .bytes(session.tokenHash), Parameter(session.town), Parameter(session.person),
                Parameter(session.openedAt), Parameter(session.expiresAt),
            ])
    }

    public func session(tokenHash: [UInt8], now: Instant) async throws(StoreError) -> Person? {
        guard let row = try await read(.findLiveSession, [.bytes(tokenHash), Parameter(now)]).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return try next.person()
        }
    }

    public func closeSession(tokenHash: [UInt8], now: Instant) async throws(StoreError) {
        try await write(.closeSession, [.bytes(tokenHash), Parameter(now)])
    }

    public func countFailure(
        login: String, now: Instant, lockAfter: Int, lockSeconds: Int
    ) async throws(StoreError) {
        try await write(
            .addAccountFailure, [.text(login), Parameter(now), .int(Int64(lockAfter)), .int(Int64(lockSeconds))])
    }

    public func clearFailures(login: String) async throws(StoreError) {
        try await write(.clearAccountFailures, [.text(login)])
    }
}
