import Synchronization
import UseCases
import Workflow

// Every event is a transaction of its own here, numbered as the projects and their events are.
extension MemoryStore: ChangeStore {
    func changes(of town: TownID, after place: ChangePlace, limit: Int) async throws(StoreError) -> [ProjectChange] {
        let all = content.withLock { content in
            content.rows.values.filter { $0.project.id.town == town }.sorted { $0.project.id < $1.project.id }
                .flatMap { row in row.entries.map { (row.project.id, $0) } }
        }
        let changes = all.enumerated().map { index, item in
            ProjectChange(
                place: ChangePlace(
                    transaction: Int64(index + 1), year: item.0.year, serial: item.0.serial,
                    sequence: Int32(item.1.sequence)), project: item.0, version: item.1.sequence,
                event: item.1.event.kind)
        }
        return Array(changes.filter { $0.place > place }.prefix(limit))
    }

    func changesHead() async throws(StoreError) -> ChangePlace {
        let count = content.withLock { $0.rows.values.reduce(0) { $0 + $1.entries.count } }
        return ChangePlace(transaction: Int64(count), year: .max, serial: .max, sequence: .max)
    }
}
