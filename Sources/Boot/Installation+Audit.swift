import Store
import UseCases
public import Workflow

extension Installation {
    /// Removes what is older than so many days, town by town, as the database's owner, and notes it.
    ///
    /// - Returns: the towns that lost entries, each with the number of the newest that went.
    public func pruneAudit(keepDays: Int) async throws -> [(town: TownID, number: Int64)] {
        let now = clock.now()
        let before = now.adding(seconds: Int64(-keepDays) * 86_400)
        return try await asOwner { store in
            var removed: [(town: TownID, number: Int64)] = []
            for chain in try await store.auditChains() {
                let number = try await store.pruneAudit(town: chain.town, before: before)
                guard number > 0 else { continue }
                removed.append((chain.town, number))
                try await store.append(
                    AuditEntry(
                        town: chain.town, person: nil, act: .auditPruned, result: .done,
                        subject: "audit 1-\(number)", detail: "kept \(keepDays) days", origin: .command, at: now))
            }
            return removed
        }
    }
}
