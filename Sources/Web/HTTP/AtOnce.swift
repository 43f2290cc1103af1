import Locking

/// How many requests of one address are being answered at the same time: a flood from one place leaves room for others.
///
/// What is streamed after its answer has begun, such as changes, does not count.
final class AtOnce: Sendable {
    private let counts = Locked<[String: Int]>([:])

    /// One of the address's places, given back when the body ends. Throws 429 where all are taken.
    func with<Value>(
        _ address: String, limit: Int?, _ body: () async throws -> Value
    ) async throws -> Value {
        guard let limit else { return try await body() }
        let isIn = counts.withLock { counts in
            guard counts[address, default: 0] < limit else { return false }
            counts[address, default: 0] += 1
            return true
        }
        guard isIn else { throw Problem(.tooManyRequests) }
        defer {
            counts.withLock { counts in
                let left = (counts[address] ?? 1) - 1
                counts[address] = left > 0 ? left : nil
            }
        }
        return try await body()
    }
}
