internal import Postgres
public import UseCases
public import Workflow

/// The audit trail. Its entries are written by one function of the database, which also makes the chain.
extension PostgresStore: AuditStore {
    public func append(_ entry: AuditEntry) async throws(StoreError) { try await write([audit(entry)]) }

    /// The step to put last into the transaction of the effect it is about: it takes the lock of the town's chain.
    func audit(_ entry: AuditEntry) -> Step {
        step(
            .appendAudit,
            [
                Parameter(entry.town), Parameter(entry.at), Parameter(entry.person), .text(entry.act.rawValue),
                .text(entry.result.rawValue), .text(entry.subject), .text(entry.detail), .text(entry.origin.address),
                .text(entry.origin.request),
            ])
    }

    /// Administration, by page or by command, in the transaction of its effect.
    func administration(
        _ act: AuditAct, _ town: TownID, by person: PersonID?, _ subject: String, _ detail: String = ""
    ) -> Step {
        let origin = Origin.current.orCommand
        return step(
            .appendAuditNow,
            [
                Parameter(town), Parameter(person), .text(act.rawValue), .text(subject), .text(detail),
                .text(origin.address), .text(origin.request),
            ])
    }

    public func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRecord] {
        try await records(
            of: query.town, .listAuditBefore,
            [
                Parameter(query.town), .int(query.before ?? .max), Parameter(query.person),
                Parameter(query.act?.rawValue), Parameter(query.result?.rawValue),
                query.from.map { Parameter($0) } ?? .null, query.to.map { Parameter($0) } ?? .null,
                Parameter(query.subject), .int(Int64(query.limit)),
            ])
    }

    public func audit(town: TownID, after number: Int64, limit: Int) async throws(StoreError) -> [AuditRecord] {
        try await records(of: town, .listAuditAfter, [Parameter(town), .int(number), .int(Int64(limit))])
    }

    public func auditChains() async throws(StoreError) -> [AuditChain] {
        let rows = try await read(.listAuditChains)
        return try reading { () throws(RowError) in
            var chains: [AuditChain] = []
            for row in rows {
                var next = RowCursor(row)
                chains.append(
                    AuditChain(
                        town: try next.id(), length: try next.int(), head: try next.bytes(), removed: try next.int(),
                        removedHead: try next.bytes()))
            }
            return chains
        }
    }

    /// Removes a town's entries from before a moment; nothing younger than 184 days goes. Only for the owner.
    ///
    /// - Returns: the number of the newest that went; 0 when none did.
    public func pruneAudit(town: TownID, before moment: Instant) async throws(StoreError) -> Int64 {
        let rows = try await write(.pruneAudit, [Parameter(town), Parameter(moment)])
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[0])
            return try next.int()
        }
    }

    private func records(
        of town: TownID, _ query: Query, _ parameters: [Parameter]
    ) async throws(StoreError) -> [AuditRecord] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var records: [AuditRecord] = []
            records.reserveCapacity(rows.count)
            for row in rows { records.append(try AuditRecord(row, town)) }
            return records
        }
    }
}

extension AuditRecord {
    fileprivate init(_ row: Row, _ town: TownID) throws(RowError) {
        var next = RowCursor(row)
        let number = try next.int()
        let (at, person, name) = (try next.instant(), try next.optionalID() as PersonID?, try next.optionalText())
        let (act, result) = (try next.word(AuditAct.self), try next.word(AuditResult.self))
        let (subject, detail) = (try next.text(), try next.text())
        let origin = Origin(address: try next.text(), request: try next.text())
        let entry = AuditEntry(
            town: town, person: person, act: act, result: result, subject: subject, detail: detail, origin: origin,
            at: at)
        self.init(
            number: number, entry: entry, name: name, previous: try next.bytes(), hash: try next.bytes())
    }
}
