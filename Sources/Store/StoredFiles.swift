internal import Postgres
public import UseCases
public import Workflow

/// Which files belong to which project.
extension PostgresStore: FileStore {
    public func add(_ file: ProjectFile, to project: ProjectID) async throws(StoreError) {
        let content = file.content
        let slices = content.look.map { PhotoLook.isTelling($0) ? PhotoLook.slices($0) : [] } ?? []
        try await effect([
            step(.lockProjectFiles, project.parameters),
            step(
                .storeFileOnce,
                [
                    .text(content.sha256), .int(Int64(content.size)), .text(content.type.rawValue),
                    Parameter(content.width), Parameter(content.height),
                    content.look.map { .int(Int64(bitPattern: $0)) } ?? .null,
                    content.screenSHA256.map { .text($0) } ?? .null, content.thumbSHA256.map { .text($0) } ?? .null,
                    Parameter(file.at),
                ]),
            step(
                .addFileWithinQuota,
                project.parameters + [
                    .text(content.sha256), .text(file.kind.rawValue), .text(file.name), Parameter(file.by),
                    Parameter(file.at), .intArray(slices.map { Int64($0) }), .int(Int64(FileLimits.projectBytes)),
                    .int(Int64(FileLimits.projectFiles)),
                ]),
        ])
    }

    public func withdraw(
        _ sha256: String, of project: ProjectID, by person: PersonID, at now: Instant
    ) async throws(StoreError) {
        try await effect(
            .withdrawFile, project.parameters + [.text(sha256), Parameter(person), Parameter(now)])
    }

    public func files(of project: ProjectID) async throws(StoreError) -> [ProjectFile] {
        let rows = try await read(.listFiles, project.parameters)
        return try reading { () throws(RowError) in
            var files: [ProjectFile] = []
            for row in rows { files.append(try ProjectFile(row)) }
            return files
        }
    }

    public func file(_ sha256: String, of project: ProjectID) async throws(StoreError) -> ProjectFile? {
        guard let row = try await read(.findFile, project.parameters + [.text(sha256)]).first else { return nil }
        return try reading { () throws(RowError) in try ProjectFile(row) }
    }

    public func duplicates(of project: ProjectID) async throws(StoreError) -> [FileDuplicate] {
        let rows = try await read(.listFileDuplicates, project.parameters + [.int(Int64(PhotoLook.distance))])
        return try reading { () throws(RowError) in
            var duplicates: [FileDuplicate] = []
            for row in rows {
                var next = RowCursor(row)
                let (sha256, name) = (try next.text(), try next.text())
                let other = ProjectID(town: project.town, year: try next.int32(), serial: try next.int32())
                duplicates.append(
                    FileDuplicate(
                        sha256: sha256, name: name, other: other, otherTitle: try next.text(),
                        otherSHA256: try next.text(), otherName: try next.text(), otherAt: try next.instant(),
                        distance: try next.number()))
            }
            return duplicates
        }
    }
}

extension ProjectFile {
    /// A row of the view `project_file_record`.
    init(_ row: Row) throws(RowError) {
        var next = RowCursor(row, from: 3)
        let content = try StoredFile(&next)
        self.init(
            content: content, kind: try next.word(DocumentKind.self), name: try next.text(), by: try next.id(),
            at: try next.instant())
    }
}
