internal import Locking

/// The key of the write that is being carried out, for the transaction of its effect to take along.
///
/// A store puts the key's row (`StoredAnswer.claimed`) into that transaction: whatever happens to this process
/// afterwards, the same key has one effect.
public final class RequestClaim: Sendable {
    @TaskLocal public static var current: RequestClaim?

    private let key: @Sendable () -> RequestKey
    private let isTaken = Locked(false)

    /// - Parameter key: asked for when the effect is written; the body of a file has gone by only then.
    public init(_ key: @escaping @Sendable () -> RequestKey) { self.key = key }

    /// The key, unless an effect has claimed it already.
    public var pending: RequestKey? { isTaken.withLock { $0 } ? nil : key() }

    /// Call once the transaction that holds the claim is committed.
    public func take() { isTaken.withLock { $0 = true } }
}
