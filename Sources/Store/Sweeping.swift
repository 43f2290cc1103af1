internal import Postgres
public import UseCases
public import Workflow

/// Who is running, and reminders left under the version they were decided on.
extension PostgresStore: SweepStore {
    public func running(town: TownID, after id: ProjectID?, limit: Int) async throws(StoreError) -> [ProjectID] {
        try await keys(.listRunning, town, after: id, limit)
    }

    public func provisional(town: TownID, after id: ProjectID?, limit: Int) async throws(StoreError) -> [ProjectID] {
        try await keys(.listProvisional, town, after: id, limit)
    }

    public func put(_ reminder: Reminder, of project: Project) async throws(StoreError) -> Bool {
        let rows = try await write(
            .putReminderIfVersion,
            project.id.parameters + [
                .int(Int64(project.version)), .text(reminder.kind.rawValue), Parameter(reminder.basis),
                .text(reminder.role.rawValue),
            ])
        return try reading { () throws(RowError) in try rows[0].bool(0) }
    }

    private func keys(
        _ query: Query, _ town: TownID, after id: ProjectID?, _ limit: Int
    ) async throws(StoreError) -> [ProjectID] {
        let rows = try await read(
            query,
            [Parameter(town), .int(Int64(id?.year ?? 0)), .int(Int64(id?.serial ?? 0)), .int(Int64(limit))])
        return try reading { () throws(RowError) in
            var keys: [ProjectID] = []
            keys.reserveCapacity(rows.count)
            for row in rows {
                var next = RowCursor(row)
                keys.append(ProjectID(town: town, year: try next.int32(), serial: try next.int32()))
            }
            return keys
        }
    }
}
