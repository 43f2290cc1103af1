internal import Postgres
public import UseCases
public import Workflow

/// Published projects with their photos: two statements a page, however many rows it has.
extension PostgresStore: PublicStore {
    public func publicTowns() async throws(StoreError) -> [Town] { try await towns() }

    public func published(_ id: ProjectID) async throws(StoreError) -> PublishedRow? {
        try await withPhotos(try await read(.findPublished, id.parameters), town: id.town).first
    }

    public func published(_ query: PublicQuery) async throws(StoreError) -> [PublishedRow] {
        let rows = try await read(
            .listPublished,
            [
                Parameter(query.town), .int(Int64(query.before?.year ?? .max)),
                .int(Int64(query.before?.serial ?? .max)), Parameter(query.unit), Parameter(query.state?.rawValue),
                .int(Int64(query.limit)),
            ])
        return try await withPhotos(rows, town: query.town)
    }

    private func withPhotos(_ rows: Rows, town: TownID) async throws(StoreError) -> [PublishedRow] {
        var found: [(project: Project, labels: Labels)] = []
        for row in rows {
            let (fold, labels) = try reading { () throws(RowError) in
                var next = RowCursor(row)
                let fold = try next.text()
                return (fold, try next.labels())
            }
            found.append((try Coding.value(Project.self, from: fold), labels))
        }
        guard !found.isEmpty else { return [] }
        let photoRows = try await read(
            .listPublishedPhotos,
            [
                Parameter(town), .intArray(found.map { Int64($0.project.id.year) }),
                .intArray(found.map { Int64($0.project.id.serial) }),
            ])
        let photos = try reading { () throws(RowError) in
            var photos: [ProjectID: [ProjectFile]] = [:]
            for row in photoRows {
                var next = RowCursor(row, from: 1)
                let id = ProjectID(town: town, year: try next.int32(), serial: try next.int32())
                photos[id, default: []].append(try ProjectFile(row))
            }
            return photos
        }
        return found.map {
            PublishedRow(project: $0.project, labels: $0.labels, photos: photos[$0.project.id] ?? [])
        }
    }
}
