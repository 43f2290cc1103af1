internal import Synchronization

/// What a pool is doing and has done since it was made.
public struct Counters: Sendable, Equatable {
    /// Connections open now.
    public internal(set) var open = 0
    /// Connections at work now.
    public internal(set) var busy = 0
    /// Units waiting now.
    public internal(set) var queued = 0
    /// Connections opened in place of lost ones.
    public internal(set) var reconnects = 0
    /// Units answered with rows.
    public internal(set) var committed = 0
    public internal(set) var rolledBack = 0
    public internal(set) var unknown = 0
    /// Units refused because the queue was full.
    public internal(set) var overloaded = 0
    /// Units that found no connection or ran out of time.
    public internal(set) var unserved = 0
}

/// How many units ended how. Apart from the queue's lock, which is taken often enough.
final class OutcomeCounts: Sendable {
    private let committed = Atomic(0)
    private let rolledBack = Atomic(0)
    private let unknown = Atomic(0)
    private let overloaded = Atomic(0)
    private let unserved = Atomic(0)

    func add(_ outcome: Job.Outcome) {
        switch outcome {
        case .success: committed.add(1, ordering: .relaxed)
        case .failure(.rolledBack): rolledBack.add(1, ordering: .relaxed)
        case .failure(.unknown): unknown.add(1, ordering: .relaxed)
        case .failure(.overloaded): overloaded.add(1, ordering: .relaxed)
        case .failure(.unavailable), .failure(.deadlineExceeded): unserved.add(1, ordering: .relaxed)
        }
    }

    func fill(_ counters: inout Counters) {
        counters.committed = committed.load(ordering: .relaxed)
        counters.rolledBack = rolledBack.load(ordering: .relaxed)
        counters.unknown = unknown.load(ordering: .relaxed)
        counters.overloaded = overloaded.load(ordering: .relaxed)
        counters.unserved = unserved.load(ordering: .relaxed)
    }
}
