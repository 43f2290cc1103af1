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

    mutating func count(_ outcome: Job.Outcome) {
        switch outcome {
        case .success: committed += 1
        case .failure(.rolledBack): rolledBack += 1
        case .failure(.unknown): unknown += 1
        case .failure(.overloaded): overloaded += 1
        case .failure(.unavailable), .failure(.deadlineExceeded): unserved += 1
        }
    }
}
