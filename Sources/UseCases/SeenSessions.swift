import Locking
import Workflow

/// Sessions seen alive within the last seconds, for requests that only read.
final class SeenSessions: Sendable {
    /// As many as people who look at the same moment; when full, everything is forgotten and seen anew.
    private static let limit = 10_000

    private let sessions = Locked<[[UInt8]: (person: Person, at: Instant)]>([:])

    func person(_ tokenHash: [UInt8], at now: Instant) -> Person? {
        sessions.withLock { sessions in
            guard let seen = sessions[tokenHash], now < seen.at.adding(seconds: Accounts.readTrustSeconds) else {
                return nil
            }
            return seen.person
        }
    }

    /// Remembers who was seen, or forgets a session that is not alive.
    func note(_ tokenHash: [UInt8], _ person: Person?, at now: Instant) {
        sessions.withLock { sessions in
            if sessions.count >= Self.limit { sessions.removeAll() }
            sessions[tokenHash] = person.map { ($0, now) }
        }
    }
}
