public import Workflow

/// Makes checkpoints and holds the log against them.
public struct Checkpoints: Sendable {
    let store: any CheckpointStore
    let secrets: any Secrets
    let clock: any WallClock
    /// Whether an Ed25519 signature over a message is by that public key.
    let isSigned: @Sendable (_ message: [UInt8], _ signature: [UInt8], _ publicKey: [UInt8]) -> Bool
    /// Projects read at a time.
    static let page = 500

    public init(
        store: any CheckpointStore, secrets: any Secrets, clock: any WallClock,
        isSigned: @escaping @Sendable ([UInt8], [UInt8], [UInt8]) -> Bool
    ) {
        self.store = store
        self.secrets = secrets
        self.clock = clock
        self.isSigned = isSigned
    }

    public func code(of checkpoint: Checkpoint) -> String { checkpoint.code(secrets) }

    public func newest() async throws(UseCaseError) -> Checkpoint? {
        try await stored { try await store.newestCheckpoint() }
    }

    /// The code of the newest checkpoint made by a moment, for the chart of that moment.
    public func code(madeBy moment: Instant) async throws(UseCaseError) -> String? {
        try await stored { try await store.checkpoint(madeBy: moment) }?.code(secrets)
    }

    /// Every checkpoint, the oldest first.
    public func all() async throws(UseCaseError) -> [Checkpoint] {
        var found: [Checkpoint] = []
        while true {
            let last = found.last?.number ?? 0
            let page = try await stored { try await store.checkpoints(after: last, limit: Self.page) }
            found += page
            guard page.count == Self.page else { return found }
        }
    }

    /// Signs everything recorded since the checkpoint before.
    ///
    /// - Returns: the checkpoint, and how many entries are new in it; the newest one with 0 when nothing has happened
    ///   since.
    public func make(_ key: any CheckpointKey) async throws(UseCaseError) -> (checkpoint: Checkpoint, added: Int) {
        let before = try await newest()
        var tree = before?.tree ?? MerkleTree()
        var heads: [HeadAdvance] = []
        while true {
            let last = heads.last?.project
            let page = try await stored { try await store.uncovered(after: last, limit: Self.page) }
            for advance in page {
                for event in advance.events { tree.append(advance.leaf(event), secrets) }
            }
            heads += page
            guard page.count == Self.page else { break }
        }
        let added = tree.size - (before?.tree.size ?? 0)
        if added == 0, let before { return (before, 0) }
        let earlier = Dictionary(
            uniqueKeysWithValues: try await stored { try await store.newestDigests() }.map { ($0.town, $0.digest) })
        let digests = townDigests(heads, after: earlier)
        let checkpoint = signed(key, before, tree, digests)
        try await stored { try await store.add(checkpoint, heads: heads, digests: digests) }
        return (checkpoint, added)
    }

    private func signed(
        _ key: any CheckpointKey, _ before: Checkpoint?, _ tree: MerkleTree, _ digests: [TownDigest]
    ) -> Checkpoint {
        let (number, now, root) = ((before?.number ?? 0) + 1, clock.now(), tree.root(secrets))
        let towns = self.root(over: digests)
        let previous = before.map { secrets.sha256(Array($0.statement.utf8)) } ?? []
        let statement = Checkpoint.statement(
            number: number, madeAt: now, events: tree.size, root: root, towns: towns, previous: previous)
        return Checkpoint(
            number: number, madeAt: now, tree: tree, root: root, towns: towns, previous: previous,
            publicKey: key.publicKey, signature: key.sign(Array(statement.utf8)))
    }

    func root(over digests: [TownDigest]) -> [UInt8] {
        var tree = MerkleTree()
        for digest in digests { tree.append(digest.leaf, secrets) }
        return tree.root(secrets)
    }

    /// In the order of the towns' numbers, which is the order of the projects' keys.
    func townDigests(_ heads: [HeadAdvance], after earlier: [TownID: [UInt8]]) -> [TownDigest] {
        Dictionary(grouping: heads, by: \.project.town).sorted { $0.key < $1.key }.map { town, heads in
            var tree = MerkleTree()
            for head in heads { tree.append(head.anchor, secrets) }
            return TownDigest(
                town: town, projects: heads.count,
                digest: secrets.sha256((earlier[town] ?? []) + tree.root(secrets)))
        }
    }
}
