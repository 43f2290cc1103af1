import UseCases
import Workflow

/// No checkpoints: what they promise is tested on a real database.
extension MemoryStore: CheckpointStore {
    func newestCheckpoint() async throws(StoreError) -> Checkpoint? { nil }
    func checkpoint(madeBy moment: Instant) async throws(StoreError) -> Checkpoint? { nil }
    func checkpoints(after number: Int, limit: Int) async throws(StoreError) -> [Checkpoint] { [] }
    func uncovered(after id: ProjectID?, limit: Int) async throws(StoreError) -> [HeadAdvance] { [] }
    func covered(by number: Int, after id: ProjectID?, limit: Int) async throws(StoreError) -> [HeadAdvance] { [] }
    func digests(of number: Int) async throws(StoreError) -> [TownDigest] { [] }
    func newestDigests() async throws(StoreError) -> [TownDigest] { [] }
    func add(_ checkpoint: Checkpoint, heads: [HeadAdvance], digests: [TownDigest]) async throws(StoreError) {}
}
