public import Workflow

/// A signed statement over everything recorded so far. Its code is printed on the wall chart, so that paper on the wall
/// contradicts whoever rewrites the past.
public struct Checkpoint: Hashable, Sendable {
    /// 1, 2, 3 … without gaps.
    public let number: Int
    public let madeAt: Instant
    /// Entries of all logs covered, in the order covered.
    public let tree: MerkleTree
    public let root: [UInt8]
    /// Root over the digests of the towns that have changed since the checkpoint before.
    public let towns: [UInt8]
    /// SHA-256 of the statement before; empty for the first.
    public let previous: [UInt8]
    public let publicKey: [UInt8]
    public let signature: [UInt8]

    public init(
        number: Int, madeAt: Instant, tree: MerkleTree, root: [UInt8], towns: [UInt8], previous: [UInt8],
        publicKey: [UInt8], signature: [UInt8]
    ) {
        self.number = number
        self.madeAt = madeAt
        self.tree = tree
        self.root = root
        self.towns = towns
        self.previous = previous
        self.publicKey = publicKey
        self.signature = signature
    }

    /// What is signed, as text a person can read.
    public var statement: String {
        Self.statement(
            number: number, madeAt: madeAt, events: tree.size, root: root, towns: towns, previous: previous)
    }

    static func statement(
        number: Int, madeAt: Instant, events: Int, root: [UInt8], towns: [UInt8], previous: [UInt8]
    ) -> String {
        """
        liban checkpoint \(number)
        made \(madeAt)
        events \(events)
        root \(hex(root))
        towns \(hex(towns))
        previous \(previous.isEmpty ? "none" : hex(previous))

        """
    }

    /// What people compare, for example K7Q2-9M4X-TB3A: the first 60 bits of the statement's SHA-256 in Crockford's
    /// base 32, which has no letters that look like digits. Another statement with the same code takes 2⁶⁰ tries.
    public func code(_ secrets: any Secrets) -> String { Self.code(of: secrets.sha256(Array(statement.utf8))) }

    static func code(of hash: [UInt8]) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let letters = (0..<12).map { _ in
            defer { bits <<= 5 }
            return alphabet[Int(bits >> 59)]
        }
        return stride(from: 0, to: 12, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// What was typed off a sheet, as the code it means: any case, O and I and L for the digits they look like,
    /// with or without dashes. nil when it cannot be a code.
    public static func code(typed text: String) -> String? {
        let letters = text.uppercased().compactMap { letter -> Character? in
            switch letter {
            case "-", " ", "\u{2010}", "\u{2013}": nil
            case "O": "0"
            case "I", "L": "1"
            case _: letter
            }
        }
        guard letters.count == 12 else { return nil }
        return stride(from: 0, to: 12, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }
}

/// Lower-case hexadecimal.
private func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// How far one project's log has grown between two checkpoints.
public struct HeadAdvance: Hashable, Sendable {
    public let project: ProjectID
    /// Entries covered before, and now.
    public let after: Int
    public let through: Int
    /// Hash of the entry `through`, as it was anchored.
    public let head: [UInt8]
    /// The entries in between as they stand in the log now, by sequence.
    public let events: [(sequence: Int, hash: [UInt8])]

    public init(project: ProjectID, after: Int, through: Int, head: [UInt8], events: [(sequence: Int, hash: [UInt8])]) {
        self.project = project
        self.after = after
        self.through = through
        self.head = head
        self.events = events
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.project == b.project && a.after == b.after && a.through == b.through && a.head == b.head
            && a.events.elementsEqual(b.events, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(project)
        hasher.combine(through)
    }

    /// What stands for one entry in the tree: whose it is, which, and its hash.
    func leaf(_ event: (sequence: Int, hash: [UInt8])) -> [UInt8] {
        Array("\(project)/\(event.sequence)\n".utf8) + event.hash
    }

    /// What stands for the project in its town's digest.
    var anchor: [UInt8] { Array("\(project)/\(through)\n".utf8) + head }
}

/// A town's digest of one checkpoint: over the heads of its projects that moved, chained to its digest before.
public struct TownDigest: Hashable, Sendable {
    public let town: TownID
    /// Projects that moved.
    public let projects: Int
    public let digest: [UInt8]

    public init(town: TownID, projects: Int, digest: [UInt8]) {
        self.town = town
        self.projects = projects
        self.digest = digest
    }

    /// What stands for the town in the checkpoint.
    var leaf: [UInt8] { Array("\(town)\n".utf8) + digest }
}
