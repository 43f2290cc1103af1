import Synchronization
import UseCases
import Workflow

extension MemoryStore {
    func append(_ entry: AuditEntry) async throws(StoreError) { content.withLock { $0.audit.append(entry) } }

    func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRecord] {
        let found = records(query.town).reversed().filter { record in
            record.number < query.before ?? .max && (query.act.map { $0 == record.entry.act } ?? true)
                && (query.person.map { $0 == record.entry.person } ?? true)
                && (query.result.map { $0 == record.entry.result } ?? true)
                && (query.from.map { $0 <= record.entry.at } ?? true)
                && (query.to.map { record.entry.at < $0 } ?? true)
        }
        return Array(found.prefix(query.limit))
    }

    func audit(town: TownID, after number: Int64, limit: Int) async throws(StoreError) -> [AuditRecord] {
        Array(records(town).filter { $0.number > number }.prefix(limit))
    }

    func auditChains() async throws(StoreError) -> [AuditChain] {
        let length = Int64(records(Self.town).count)
        return [AuditChain(town: Self.town, length: length, head: Self.mark(Int(length)), removed: 0, removedHead: [])]
    }

    /// What the trail holds of one act, in the order noted.
    func audited(_ act: AuditAct) -> [AuditEntry] { content.withLock { $0.audit.filter { $0.act == act } } }

    /// Stands for the hash of an entry.
    private static func mark(_ number: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 32)
    }

    private func records(_ town: TownID) -> [AuditRecord] {
        let entries = content.withLock { $0.audit.filter { $0.town == town } }
        return entries.enumerated().map { index, entry in
            AuditRecord(
                number: Int64(index + 1), entry: entry, name: people.first { $0.id == entry.person }?.name,
                previous: index == 0 ? [] : Self.mark(index), hash: Self.mark(index + 1))
        }
    }
}
