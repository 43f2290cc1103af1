internal import Postgres
public import UseCases
public import Workflow

/// Checkpoints over all logs.
extension PostgresStore: CheckpointStore {
    public func newestCheckpoint() async throws(StoreError) -> Checkpoint? {
        try await checkpoints(.findNewestCheckpoint, []).first
    }

    public func checkpoint(madeBy moment: Instant) async throws(StoreError) -> Checkpoint? {
        try await checkpoints(.findCheckpointMadeBy, [Parameter(moment)]).first
    }

    public func checkpoints(after number: Int, limit: Int) async throws(StoreError) -> [Checkpoint] {
        try await checkpoints(.listCheckpoints, [.int(Int64(number)), .int(Int64(limit))])
    }

    public func uncovered(after id: ProjectID?, limit: Int) async throws(StoreError) -> [HeadAdvance] {
        try await advances(.listUncovered, Self.key(id) + [.int(Int64(limit))])
    }

    public func covered(by number: Int, after id: ProjectID?, limit: Int) async throws(StoreError) -> [HeadAdvance] {
        try await advances(.listCovered, [.int(Int64(number))] + Self.key(id) + [.int(Int64(limit))])
    }

    public func digests(of number: Int) async throws(StoreError) -> [TownDigest] {
        try await digests(.listTownDigests, [.int(Int64(number))])
    }

    public func newestDigests() async throws(StoreError) -> [TownDigest] { try await digests(.listNewestDigests, []) }

    public func add(
        _ checkpoint: Checkpoint, heads: [HeadAdvance], digests: [TownDigest]
    ) async throws(StoreError) {
        let number = Parameter.int(Int64(checkpoint.number))
        try await write([
            step(
                .addCheckpoint,
                [
                    number, Parameter(checkpoint.madeAt), .int(Int64(checkpoint.tree.size)),
                    .bytes(checkpoint.tree.peaks.flatMap { $0 }), .bytes(checkpoint.root), .bytes(checkpoint.towns),
                    .bytes(checkpoint.previous), .bytes(checkpoint.publicKey), .bytes(checkpoint.signature),
                ]),
            step(
                .addCheckpointHeads,
                [
                    number, .intArray(heads.map { Int64($0.project.town.raw) }),
                    .intArray(heads.map { Int64($0.project.year) }), .intArray(heads.map { Int64($0.project.serial) }),
                    .intArray(heads.map { Int64($0.after) }), .intArray(heads.map { Int64($0.through) }),
                    .bytesArray(heads.map(\.head)),
                ]),
            step(
                .addTownDigests,
                [
                    number, .intArray(digests.map { Int64($0.town.raw) }),
                    .intArray(digests.map { Int64($0.projects) }), .bytesArray(digests.map(\.digest)),
                ]),
        ])
    }

    private static func key(_ id: ProjectID?) -> [Parameter] {
        (id ?? ProjectID(town: TownID(0), year: 0, serial: 0)).parameters
    }

    private func checkpoints(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> [Checkpoint] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var found: [Checkpoint] = []
            for row in rows { found.append(try Checkpoint(row)) }
            return found
        }
    }

    private func digests(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> [TownDigest] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var found: [TownDigest] = []
            for row in rows {
                var next = RowCursor(row)
                found.append(
                    TownDigest(town: try next.id(), projects: try next.number(), digest: try next.bytes()))
            }
            return found
        }
    }

    /// One row for each entry, grouped by project as they come.
    private func advances(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> [HeadAdvance] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var found: [HeadAdvance] = []
            for row in rows {
                var next = RowCursor(row)
                let id = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
                let (after, through, head) = (try next.number(), try next.number(), try next.bytes())
                var events = found.last?.project == id ? found.removeLast().events : []
                if let sequence = try next.optionalInt() {
                    events.append((sequence: Int(sequence), hash: try next.bytes()))
                }
                found.append(
                    HeadAdvance(project: id, after: after, through: through, head: head, events: events))
            }
            return found
        }
    }
}

extension Checkpoint {
    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let (number, madeAt) = (try next.number(), try next.instant())
        let size = try next.number()
        let bytes = try next.bytes()
        let peaks = stride(from: 0, to: bytes.count, by: 32).map { Array(bytes[$0..<min($0 + 32, bytes.count)]) }
        // Peaks that do not fit their size were tampered with; an empty tree makes the verification say so.
        self.init(
            number: number, madeAt: madeAt, tree: MerkleTree(size: size, peaks: peaks) ?? MerkleTree(),
            root: try next.bytes(), towns: try next.bytes(), previous: try next.bytes(),
            publicKey: try next.bytes(), signature: try next.bytes())
    }
}
