import Locking
import Workflow

/// Sessions seen alive within the last seconds, for requests that only read.
final class SeenSessions: Sendable {
    /// As many as people who look at the same moment; when full, everything is forgotten and seen anew.
    private static let limit = 10_000

    private let sessions = Locked<[[UInt8]: (holder: Holder, at: Instant)]>([:])

    func holder(_ tokenHash: [UInt8], at now: Instant) -> Holder? {
        sessions.withLock { sessions in
            guard let seen = sessions[tokenHash], now < seen.at.adding(seconds: Accounts.readTrustSeconds),
                now < seen.holder.expiresAt
            else {
                return nil
            }
            return seen.holder
        }
    }

    /// Remembers who was seen, or forgets a session that is not alive.
    func note(_ tokenHash: [UInt8], _ holder: Holder?, at now: Instant) {
        sessions.withLock { sessions in
            if sessions.count >= Self.limit { sessions.removeAll() }
            sessions[tokenHash] = holder.map { ($0, now) }
        }
    }

    func forgetAll() { sessions.withLock { $0.removeAll() } }
}
