internal import Postgres
public import UseCases
public import Workflow

/// The log of a town in the order in which its transactions became visible.
extension PostgresStore: ChangeStore {
    public func changes(
        of town: TownID, after place: ChangePlace, limit: Int
    ) async throws(StoreError) -> [ProjectChange] {
        let rows = try await read(
            .listChanges,
            [
                Parameter(town), .text(String(place.transaction)), .int(Int64(place.year)), .int(Int64(place.serial)),
                .int(Int64(place.sequence)), .int(Int64(limit)),
            ])
        return try reading { () throws(RowError) in
            var changes: [ProjectChange] = []
            for row in rows {
                var next = RowCursor(row)
                let place = ChangePlace(
                    transaction: try next.int(), year: try next.int32(), serial: try next.int32(),
                    sequence: try next.int32())
                changes.append(
                    ProjectChange(
                        place: place, project: ProjectID(town: town, year: place.year, serial: place.serial),
                        version: Int(place.sequence), event: try next.word(Event.Kind.self)))
            }
            return changes
        }
    }

    public func changesHead() async throws(StoreError) -> ChangePlace {
        let rows = try await read(.findChangesHead)
        return try reading { () throws(RowError) in
            var transaction: Int64 = 1
            for row in rows {
                var next = RowCursor(row)
                transaction = try next.int()
            }
            return ChangePlace(transaction: max(1, transaction - 1), year: .max, serial: .max, sequence: .max)
        }
    }
}
