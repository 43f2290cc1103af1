public import Workflow

/// The first thing in which the log differs from what was signed.
public enum CheckpointDifference: Error, Hashable, Sendable {
    /// Checkpoints are numbered without gaps; this one is missing.
    case missing(Int)
    case signature(Int)
    /// Signed, but not with the installation's key.
    case foreignKey(Int)
    /// It does not follow the checkpoint before it.
    case chain(Int)
    /// Entries of a project, first and last, are not what was signed.
    case events(ProjectID, Int, Int, checkpoint: Int)
    /// What it says to cover does not begin where the one before ended.
    case coverage(ProjectID, checkpoint: Int)
    case root(Int)
    case towns(Int)

    public var chinese: String {
        switch self {
        case .missing(let number): "缺少第\(number)号检查点"
        case .signature(let number): "第\(number)号检查点的签名不符"
        case .foreignKey(let number): "第\(number)号检查点不是用本系统的密钥签的"
        case .chain(let number): "第\(number)号检查点与上一个不衔接"
        case .events(let id, let first, let last, let number):
            "项目 \(id) 第 \(first == last ? "\(first)" : "\(first)至\(last)") 条记录与第\(number)号检查点签过的不符"
        case .coverage(let id, let number): "第\(number)号检查点所列项目 \(id) 的起止与上一个不衔接"
        case .root(let number): "第\(number)号检查点的总散列值不符"
        case .towns(let number): "第\(number)号检查点的各镇摘要不符"
        }
    }

    public var english: String {
        switch self {
        case .missing(let number): "checkpoint \(number) is missing"
        case .signature(let number): "checkpoint \(number): signature does not fit"
        case .foreignKey(let number): "checkpoint \(number): signed with another key than this installation's"
        case .chain(let number): "checkpoint \(number) does not follow the one before it"
        case .events(let id, let first, let last, let number):
            "project \(id) event\(first == last ? " \(first)" : "s \(first) to \(last)"): "
                + "not what checkpoint \(number) signed"
        case .coverage(let id, let number):
            "checkpoint \(number): project \(id) does not go on where the checkpoint before ended"
        case .root(let number): "checkpoint \(number): root differs"
        case .towns(let number): "checkpoint \(number): digests of the towns differ"
        }
    }
}

/// What a verification has seen.
public struct CheckpointReport: Hashable, Sendable {
    public var checkpoints = 0
    public var events = 0
    public var firstDifference: CheckpointDifference?
}

extension Checkpoints {
    /// Holds the log against every checkpoint, the oldest first, and stops at the first difference.
    ///
    /// - Parameter trusted: the installation's public key; nil where it is not at hand: then each signature is checked
    ///   with the key kept beside it.
    public func verify(trusted: [UInt8]?) async throws(UseCaseError) -> CheckpointReport {
        var run = CheckpointRun(checkpoints: self, trusted: trusted)
        while true {
            let last = run.report.checkpoints
            let page = try await stored { try await store.checkpoints(after: last, limit: Self.page) }
            for checkpoint in page {
                run.report.firstDifference = try await run.check(checkpoint)
                if run.report.firstDifference != nil { return run.report }
            }
            guard page.count == Self.page else { return run.report }
        }
    }
}

/// One pass over the checkpoints, with what each hands to the next.
private struct CheckpointRun {
    let checkpoints: Checkpoints
    let trusted: [UInt8]?
    var report = CheckpointReport()
    private var tree = MerkleTree()
    private var previous: [UInt8] = []
    private var digests: [TownID: [UInt8]] = [:]
    private var covered: [ProjectID: Int] = [:]

    init(checkpoints: Checkpoints, trusted: [UInt8]?) {
        self.checkpoints = checkpoints
        self.trusted = trusted
    }

    mutating func check(_ checkpoint: Checkpoint) async throws(UseCaseError) -> CheckpointDifference? {
        let number = checkpoint.number
        guard number == report.checkpoints + 1 else { return .missing(report.checkpoints + 1) }
        let statement = Array(checkpoint.statement.utf8)
        guard checkpoints.isSigned(statement, checkpoint.signature, checkpoint.publicKey) else {
            return .signature(number)
        }
        if let trusted, trusted != checkpoint.publicKey { return .foreignKey(number) }
        guard checkpoint.previous == previous else { return .chain(number) }
        var heads: [HeadAdvance] = []
        while true {
            let last = heads.last?.project
            let page = try await stored {
                try await checkpoints.store.covered(by: number, after: last, limit: Checkpoints.page)
            }
            for advance in page {
                if let difference = take(advance, number) { return difference }
            }
            heads += page
            guard page.count == Checkpoints.page else { break }
        }
        guard tree == checkpoint.tree, tree.root(checkpoints.secrets) == checkpoint.root else { return .root(number) }
        if let difference = try await checkTowns(checkpoint, heads) { return difference }
        previous = checkpoints.secrets.sha256(statement)
        report.checkpoints += 1
        report.events = tree.size
        return nil
    }

    private mutating func take(_ advance: HeadAdvance, _ number: Int) -> CheckpointDifference? {
        // What was tampered with may say anything, also that it ends before it begins.
        guard advance.after == covered[advance.project, default: 0], advance.through > advance.after else {
            return .coverage(advance.project, checkpoint: number)
        }
        let found = advance.events
        guard found.map(\.sequence) == Array(advance.after + 1..<advance.through + 1), found.last?.hash == advance.head
        else { return .events(advance.project, advance.after + 1, advance.through, checkpoint: number) }
        for event in found { tree.append(advance.leaf(event), checkpoints.secrets) }
        covered[advance.project] = advance.through
        return nil
    }

    private mutating func checkTowns(
        _ checkpoint: Checkpoint, _ heads: [HeadAdvance]
    ) async throws(UseCaseError) -> CheckpointDifference? {
        let expected = checkpoints.townDigests(heads, after: digests)
        let kept = try await stored { try await checkpoints.store.digests(of: checkpoint.number) }
        guard kept == expected, checkpoints.root(over: expected) == checkpoint.towns else {
            return .towns(checkpoint.number)
        }
        for digest in expected { digests[digest.town] = digest.digest }
        return nil
    }
}
