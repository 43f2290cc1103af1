internal import Postgres
public import UseCases
internal import Workflow

/// Answers under the keys of their requests.
extension PostgresStore: RequestKeyStore {
    public func answer(under key: RequestKey) async throws(StoreError) -> StoredAnswer? {
        let rows = try await read(.findRequestKey, [Parameter(key.town), Parameter(key.person), .text(key.key)])
        guard let row = rows.first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return StoredAnswer(
                fingerprint: try next.bytes(), status: try next.number(), version: try next.number(),
                body: try next.bytes())
        }
    }

    public func settle(_ answer: StoredAnswer, under key: RequestKey) async throws(StoreError) {
        try await write(.settleRequestKey, parameters(key, answer))
    }

    func keep(_ key: RequestKey, _ answer: StoredAnswer) -> Step { step(.keepRequestKey, parameters(key, answer)) }

    /// The steps of an effect in one transaction with the claim of the key it was asked for under, if there is one.
    @discardableResult
    func effect(_ steps: [Step]) async throws(StoreError) -> [Rows] {
        guard let claim = RequestClaim.current, let key = claim.pending else { return try await write(steps) }
        let rows = try await write(steps + [keep(key, .claimed(key))])
        claim.take()
        return rows
    }

    @discardableResult
    func effect(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> Rows {
        try await effect([step(query, parameters)])[0]
    }

    private func parameters(_ key: RequestKey, _ answer: StoredAnswer) -> [Parameter] {
        [
            Parameter(key.town), Parameter(key.person), .text(key.key), .bytes(answer.fingerprint),
            .int(Int64(answer.status)), .int(Int64(answer.version)), .bytes(answer.body),
        ]
    }
}
