internal import Postgres
public import UseCases
public import Workflow

/// For the administrator's commands, which see what there is before they choose.
extension PostgresStore {
    /// Every programme's versions, oldest first.
    public func policies() async throws(StoreError) -> [Policy] {
        let rows = try await read(.listPolicies)
        var policies: [Policy] = []
        for row in rows {
            let body = try reading { () throws(RowError) in try row.text(0) }
            policies.append(try Coding.value(Policy.self, from: body))
        }
        return policies
    }
}
