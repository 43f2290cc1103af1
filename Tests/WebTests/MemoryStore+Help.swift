import Synchronization
import UseCases
import Workflow

extension MemoryStore: HelpStore {
    func projects(
        of town: TownID, with help: HelpKind, before project: ProjectID?, limit: Int
    ) async throws(StoreError) -> [(record: ProjectRecord, project: Project)] {
        content.withLock { content in
            let rows = content.rows.values.filter { row in
                let isCalled =
                    switch help {
                    case .consultation: !row.project.consultations.isEmpty
                    case .dispatch: !row.project.dispatches.isEmpty
                    }
                return isCalled && row.project.id.town == town && project.map { row.project.id < $0 } ?? true
            }
            return rows.sorted { $0.project.id > $1.project.id }.prefix(limit)
                .map { (ProjectRecord(summary: $0.project.summary, labels: $0.labels), $0.project) }
        }
    }

    func onNotice(
        town: TownID, before place: (endsOn: CivilDate, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] {
        content.withLock { content in
            let all = content.rows.values.filter { $0.project.id.town == town }
                .map { ProjectRecord(summary: $0.project.summary, labels: $0.labels) }
            return all.compactMap { record in record.summary.noticeEndsOn.map { ($0, record) } }
                .filter { end, record in place.map { (end, record.summary.id) < ($0.endsOn, $0.id) } ?? true }
                .sorted { ($0.0, $0.1.summary.id) > ($1.0, $1.1.summary.id) }.prefix(limit).map(\.1)
        }
    }
}
