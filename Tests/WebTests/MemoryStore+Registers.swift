import Synchronization
import UseCases
import Workflow

// Every version in the order written; the newest of a number is the entry.
extension MemoryStore: RegisterStore {
    func entries(_ query: RegisterQuery) async throws(StoreError) -> [RegisterEntry] {
        let changes = newest { $0.town == query.town && $0.register == query.register }
        return changes.filter { change in
            query.before.map { change.id < $0 } ?? true && (query.unit == nil || change.content.unit == query.unit)
                && query.project.map { change.content.projects.contains($0) } ?? true
                && query.isOpen.map { isOpen in
                    let finding = change.content.finding
                    return (finding?.hasProblem == true && finding?.recheckPassed != true) == isOpen
                } ?? true
        }
        .sorted { $0.id > $1.id }.prefix(query.limit).map(entry)
    }

    func entry(_ id: Int32, in register: Register, town: TownID) async throws(StoreError) -> RegisterEntry? {
        newest { $0.town == town && $0.register == register && $0.id == id }.first.map(entry)
    }

    func reserveEntry(in register: Register, town: TownID) async throws(StoreError) -> Int32 {
        Int32(newest { $0.register == register }.count + 1)
    }

    func write(_ change: RegisterChange) async throws(StoreError) {
        let isKnown = content.withLock { content in change.content.projects.allSatisfy { content.rows[$0] != nil } }
        if !isKnown { throw .constraint(name: "register_project_exists", message: "") }
        content.withLock { content in
            content.register.append(change)
            content.answers["\(change.answer.key.person)/\(change.answer.key.key)"] = change.answer.answer
        }
    }

    func answer(under key: RequestKey) async throws(StoreError) -> StoredAnswer? {
        content.withLock { $0.answers["\(key.person)/\(key.key)"] }
    }

    func settle(_ answer: StoredAnswer, under key: RequestKey) async throws(StoreError) {
        content.withLock { $0.answers["\(key.person)/\(key.key)"] = answer }
    }

    private func newest(_ fits: (RegisterChange) -> Bool) -> [RegisterChange] {
        let all = content.withLock { $0.register }.filter(fits)
        return Dictionary(grouping: all, by: \.id).values.compactMap { $0.max { $0.version < $1.version } }
    }

    private func entry(_ change: RegisterChange) -> RegisterEntry {
        RegisterEntry(
            id: change.id, version: change.version, unit: change.content.unit,
            unitName: change.content.unit.map { _ in "东湾村" }, body: change.content.body,
            by: people.first { $0.id == change.person }?.name ?? "", changedAt: change.at)
    }
}
