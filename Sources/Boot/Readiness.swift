import Postgres
import Store
import UseCases

extension Installation {
    /// One thing that has to hold before requests can be served.
    public struct Check: Sendable {
        public let name: String
        public let passed: Bool
        public let detail: String
    }

    /// Whether the database answers, and has exactly this program's structure.
    public func checks() async -> [Check] {
        do throws(StoreError) {
            _ = try await store.towns()
        } catch {
            return [Check(name: "database", passed: false, detail: "does not answer")]
        }
        let database = Check(name: "database", passed: true, detail: "answers")
        do {
            let pending = try await place.migrator(log: log).check().pending
            let detail = pending.isEmpty ? "up to date" : "lacks \(pending.joined(separator: ", "))"
            return [database, Check(name: "schema", passed: pending.isEmpty, detail: detail)]
        } catch {
            return [database, Check(name: "schema", passed: false, detail: "is not this program's")]
        }
    }
}
