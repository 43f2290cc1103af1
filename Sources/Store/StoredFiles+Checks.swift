internal import Postgres
public import UseCases

/// What checks and sweeps ask about files as a whole.
extension PostgresStore {
    /// Which of these hashes belong to some project.
    public func knownFiles(_ hashes: [String]) async throws(StoreError) -> Set<String> {
        let rows = try await read(.listKnownFiles, [.textArray(hashes)])
        return try reading { () throws(RowError) in
            var known: Set<String> = []
            for row in rows { known.insert(try row.text(0)) }
            return known
        }
    }

    /// Contents in the order of their hashes, after one; an empty text begins.
    public func storedFiles(after sha256: String, limit: Int) async throws(StoreError) -> [StoredFile] {
        let rows = try await read(.verifyFiles, [.text(sha256), .int(Int64(limit))])
        return try reading { () throws(RowError) in
            var files: [StoredFile] = []
            for row in rows {
                var next = RowCursor(row)
                files.append(try StoredFile(&next))
            }
            return files
        }
    }
}

extension StoredFile {
    /// Eight columns: hash, bytes, type, width, height, look, the copies' hashes.
    init(_ next: inout RowCursor) throws(RowError) {
        self.init(
            sha256: try next.text(), size: try next.number(), type: try next.word(FileType.self),
            width: try next.optionalInt().map { Int($0) }, height: try next.optionalInt().map { Int($0) },
            look: try next.optionalInt().map { UInt64(bitPattern: $0) }, screenSHA256: try next.optionalText(),
            thumbSHA256: try next.optionalText())
    }
}
