import Synchronization
import UseCases
import Workflow

/// Files in memory: what the edge promises about them. Quotas and likeness are tested on a real database.
extension MemoryStore: FileStore {
    func add(_ file: ProjectFile, to project: ProjectID) async throws(StoreError) {
        content.withLock { content in
            guard content.files[project]?.contains(where: { $0.content.sha256 == file.content.sha256 }) != true else {
                return
            }
            content.files[project, default: []].append(file)
        }
    }

    func withdraw(
        _ sha256: String, of project: ProjectID, by person: PersonID, at now: Instant
    ) async throws(StoreError) {
        let isAttached = content.withLock { content in
            (content.rows[project]?.entries ?? []).contains { "\($0)".contains(sha256) }
        }
        if isAttached { throw .constraint(name: "file_attached", message: "") }
        content.withLock { $0.files[project]?.removeAll { $0.content.sha256 == sha256 && $0.by == person } }
    }

    func files(of project: ProjectID) async throws(StoreError) -> [ProjectFile] {
        content.withLock { $0.files[project] ?? [] }
    }

    func file(_ sha256: String, of project: ProjectID) async throws(StoreError) -> ProjectFile? {
        content.withLock { $0.files[project]?.first { $0.content.sha256 == sha256 } }
    }

    func duplicates(of project: ProjectID) async throws(StoreError) -> [FileDuplicate] { [] }
}
