public import Workflow

/// Where checkpoints are kept, and what they are made over.
public protocol CheckpointStore: Sendable {
    func newestCheckpoint() async throws(StoreError) -> Checkpoint?
    /// The newest one made by then.
    func checkpoint(madeBy moment: Instant) async throws(StoreError) -> Checkpoint?
    /// In their order, after a number.
    func checkpoints(after number: Int, limit: Int) async throws(StoreError) -> [Checkpoint]
    /// Projects whose log has grown beyond what the newest checkpoint covers, in the order of their keys.
    func uncovered(after id: ProjectID?, limit: Int) async throws(StoreError) -> [HeadAdvance]
    /// What a checkpoint covered, beside the log as it is now, in the order of the keys.
    func covered(by number: Int, after id: ProjectID?, limit: Int) async throws(StoreError) -> [HeadAdvance]
    /// Of the towns that had moved, in the order of their numbers.
    func digests(of number: Int) async throws(StoreError) -> [TownDigest]
    /// The newest digest of every town.
    func newestDigests() async throws(StoreError) -> [TownDigest]
    /// Keeps a checkpoint with what it covers. Throws `conflict` when one with its number is there already.
    func add(_ checkpoint: Checkpoint, heads: [HeadAdvance], digests: [TownDigest]) async throws(StoreError)
}

/// The key checkpoints are signed with. It lives outside the database: whoever owns that cannot sign.
public protocol CheckpointKey: Sendable {
    /// Ed25519, 32 bytes.
    var publicKey: [UInt8] { get }
    func sign(_ message: [UInt8]) -> [UInt8]
}
