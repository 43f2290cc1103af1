public import Workflow

/// Writing and reading the audit trail. What cannot be written down is not done: `note` throws, and so does whoever
/// called it.
public struct AuditLog: Sendable {
    let store: any AuditStore
    let clock: any WallClock

    /// Entries of one page, and of one round trip of an export.
    public static let pageLimit = 100

    public init(store: any AuditStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// Notes what `person` did, from where the request came.
    public func note(
        _ act: AuditAct, by person: Person, _ subject: String, detail: String = "", result: AuditResult = .done
    ) async throws(UseCaseError) {
        let entry = entry(act, by: person, subject, detail: detail, result: result)
        try await stored { try await store.append(entry) }
    }

    /// The entry alone, for a store that writes it in the transaction of its effect.
    public func entry(
        _ act: AuditAct, by person: Person, _ subject: String, detail: String = "", result: AuditResult = .done
    ) -> AuditEntry {
        AuditEntry(
            town: person.town, person: person.id, act: act, result: result, subject: subject, detail: detail,
            origin: .current, at: clock.now())
    }

    /// A page of the person's town, the newest first. That it was looked at is noted too, once a search.
    public func search(_ query: AuditQuery, by person: Person) async throws(UseCaseError) -> [AuditRecord] {
        var query = query
        query.town = person.town
        query.limit = min(max(query.limit, 1), Self.pageLimit)
        guard person.mayRead(.audit, in: person.town, on: clock.now().civilDate) else {
            throw .readRefused(.audit)
        }
        if query.before == nil { try await note(.auditRead, by: person, "audit", detail: query.words) }
        return try await stored { try await store.audit(query) }
    }

    /// Begins an export of everything kept: noted first, so that the export holds its own entry.
    public func beginExport(by person: Person) async throws(UseCaseError) -> AuditChain {
        guard person.may(.exportAudit, on: clock.now().civilDate) else { throw .writeRefused }
        try await note(.auditExported, by: person, "audit")
        guard let chain = try await chains().first(where: { $0.town == person.town }) else { throw .notFound }
        return chain
    }

    public func page(town: TownID, after number: Int64) async throws(UseCaseError) -> [AuditRecord] {
        try await stored { try await store.audit(town: town, after: number, limit: Self.pageLimit) }
    }

    public func chains() async throws(UseCaseError) -> [AuditChain] {
        try await stored { try await store.auditChains() }
    }
}

extension AuditQuery {
    /// What was looked for, for the trail.
    fileprivate var words: String {
        [
            person.map { "person \($0)" }, act.map { "act \($0.rawValue)" }, result.map { "result \($0.rawValue)" },
            from.map { "from \($0)" }, to.map { "to \($0)" }, subject.map { "subject \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
    }
}
