/// A Merkle tree after RFC 9162 §2.1.1 that only grows: it keeps the roots of its complete subtrees, one for each bit
/// of its size, so that a million leaves take twenty hashes and adding one never looks at the others.
public struct MerkleTree: Hashable, Sendable {
    /// Number of leaves.
    public private(set) var size: Int
    /// Roots of the complete subtrees, the largest first.
    public private(set) var peaks: [[UInt8]]

    public init() {
        size = 0
        peaks = []
    }

    /// The tree as it was kept; nil when the number of hashes does not fit the size.
    public init?(size: Int, peaks: [[UInt8]]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount, peaks.allSatisfy({ $0.count == 32 }) else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Adds a leaf: SHA-256(0x00 ‖ data), so that no leaf can pass for a node.
    public mutating func append(_ data: [UInt8], _ secrets: any Secrets) {
        var node = secrets.sha256([0] + data)
        // As in counting: each trailing one of the size is a complete subtree the new leaf completes further.
        for _ in 0..<(~size).trailingZeroBitCount {
            node = secrets.sha256([1] + peaks.removeLast() + node)
        }
        peaks.append(node)
        size += 1
    }

    /// The hash over all leaves; of none, SHA-256 of nothing.
    public func root(_ secrets: any Secrets) -> [UInt8] {
        guard var root = peaks.last else { return secrets.sha256([]) }
        for peak in peaks.dropLast().reversed() { root = secrets.sha256([1] + peak + root) }
        return root
    }
}
