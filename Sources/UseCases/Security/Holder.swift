public import Workflow

/// Whoever is behind a token: the person, and what the token opens.
public struct Holder: Hashable, Sendable {
    public let person: Person
    /// The session's number; nil for a machine's token.
    public let session: Int64?
    public let limit: SessionLimit?
    /// nil for a session, which opens whatever its person may do.
    public let scopes: Set<TokenScope>?
    public let expiresAt: Instant
}

extension Accounts {
    /// Seconds for which a read may rely on a session that was seen alive: signing out elsewhere, or losing an
    /// office, reaches readers within this time. A write never relies on it.
    static let readTrustSeconds: Int64 = 5

    /// What a machine's token begins with, so that scanners for leaked secrets know it.
    public static let tokenPrefix = "liban_"

    /// Who is behind a token; nil when there is no live session or token of that kind.
    ///
    /// - Parameter reading: the request changes nothing, so a session seen a moment ago is good enough.
    public func holder(token: String, reading: Bool = false) async throws(UseCaseError) -> Holder? {
        // A token is 43 characters of base64url, a machine's with its prefix; anything longer was not made here.
        guard (1...64).contains(token.utf8.count) else { return nil }
        let hash = hash(token)
        let now = clock.now()
        if reading, let holder = seenHolder(hash, at: now) { return holder }
        let holder =
            token.hasPrefix(Self.tokenPrefix)
            ? try await tokenHolder(hash, now) : try await sessionHolder(hash, now)
        noteSeen(hash, holder, at: now)
        return holder
    }

    private func sessionHolder(_ hash: [UInt8], _ now: Instant) async throws(UseCaseError) -> Holder? {
        guard let session = try await stored({ try await store.session(tokenHash: hash, now: now) }) else {
            return nil
        }
        if session.lastSeenAt.adding(seconds: Self.touchSeconds) <= now {
            try await stored { try await store.touchSession(tokenHash: hash, now: now) }
        }
        return Holder(
            person: session.person, session: session.number, limit: session.limit, scopes: nil,
            expiresAt: session.expiresAt)
    }

    private func tokenHolder(_ hash: [UInt8], _ now: Instant) async throws(UseCaseError) -> Holder? {
        guard let token = try await stored({ try await store.token(hash: hash, now: now) }) else { return nil }
        if token.lastUsedAt.map({ $0.adding(seconds: Self.touchSeconds) <= now }) ?? true {
            try await stored { try await store.touchToken(hash: hash, now: now) }
        }
        return Holder(
            person: token.person, session: nil, limit: nil, scopes: token.scopes, expiresAt: token.expiresAt)
    }
}
