import Synchronization
import UseCases
import Workflow

// What warnings are found in, over the projects in memory.
extension MemoryStore: WarningStore {
    func likenesses(
        of projects: [ProjectID], town: TownID, within days: Int, unknown: String
    ) async throws(StoreError) -> [ProjectID: WarningFacts] {
        content.withLock { content in
            let all = content.rows.values.map { row in
                Likeness(
                    project: ProjectReference(
                        id: row.project.id, number: row.labels.number, title: row.project.application.title,
                        unit: row.labels.unit), unit: row.project.place.unit,
                    category: row.project.application.category,
                    state: row.project.state, submittedOn: row.project.clock.submittedOn,
                    amount: row.project.money.awarded > .zero
                        ? row.project.money.awarded : row.project.application.requested,
                    place: row.project.application.place, contractor: row.project.start?.contractor)
            }.sorted { $0.project.id < $1.project.id }
            var found: [ProjectID: WarningFacts] = [:]
            for id in projects {
                var facts = WarningFacts()
                facts.project = all.first { $0.project.id == id }
                facts.others = all.filter { $0.project.id != id && $0.submittedOn != nil }
                found[id] = facts
            }
            return found
        }
    }

    func warningAnswers(
        of projects: [ProjectID], town: TownID
    ) async throws(StoreError) -> [ProjectID: [WarningAnswer]] {
        content.withLock { $0.warningAnswers }
    }

    func answer(
        _ warning: Warning, of project: ProjectID, _ words: String, by person: PersonID, at now: Instant
    ) async throws(StoreError) {
        let name = people.first { $0.id == person }?.name ?? ""
        content.withLock {
            $0.warningAnswers[project, default: []].append(
                WarningAnswer(key: warning.key, words: warning.words, answer: words, by: name, at: now))
        }
    }
}
