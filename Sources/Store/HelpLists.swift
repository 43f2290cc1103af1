internal import Postgres
public import UseCases
public import Workflow

/// What projects called for, across a town.
extension PostgresStore: HelpStore {
    public func projects(
        of town: TownID, with help: HelpKind, before project: ProjectID?, limit: Int
    ) async throws(StoreError) -> [(record: ProjectRecord, project: Project)] {
        let query: Query =
            switch help {
            case .consultation: .listConsulted
            case .dispatch: .listDispatched
            }
        let rows = try await read(
            query,
            [
                Parameter(town), .int(Int64(project?.year ?? .max)), .int(Int64(project?.serial ?? .max)),
                .int(Int64(limit)),
            ])
        var found: [(record: ProjectRecord, project: Project)] = []
        for row in rows {
            let (record, fold) = try reading { () throws(RowError) in
                var next = RowCursor(row, from: ProjectRecord.viewColumns)
                return (try ProjectRecord(row), try next.text())
            }
            found.append((record, try Coding.value(Project.self, from: fold)))
        }
        return found
    }

    public func onNotice(
        town: TownID, before place: (endsOn: CivilDate, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] {
        try await records(
            .listOnNotice,
            [
                Parameter(town), place.map { Parameter($0.endsOn) } ?? .text("infinity"),
                .int(Int64(place?.id.year ?? 0)), .int(Int64(place?.id.serial ?? 0)), .int(Int64(limit)),
            ])
    }
}
