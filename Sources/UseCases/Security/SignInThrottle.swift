public import Workflow

/// What failed sign-ins are counted under.
public struct AttemptKey: Hashable, Sendable {
    public enum Kind: String, Sendable { case login, address, pair }

    public let kind: Kind
    public let key: String

    public init(kind: Kind, key: String) {
        self.kind = kind
        self.key = key
    }
}

/// Failures in a row, and when the last was.
public struct Attempts: Hashable, Sendable {
    public let failures: Int
    public let lastAt: Instant

    public init(failures: Int, lastAt: Instant) {
        self.failures = failures
        self.lastAt = lastAt
    }
}

/// Guessing gets slower with every failure, and nobody can lock a town out.
///
/// Failures are counted three ways. A *pair* of login and address waits after five, as assessors of GB/T 22239 expect.
/// A *login* waits after twenty whatever the address, against guessing from many places; an *address* after thirty
/// whatever the login, against trying one password on everybody. The last two do not hold for a login from an address
/// where its person signed in within thirty days: whoever attacks from elsewhere delays only strangers. Every wait
/// doubles and ends by itself after an hour at most; while waiting, nothing more is counted.
public enum SignInThrottle {
    static let first: Int64 = 300
    static let longest: Int64 = 3600

    static func allowed(_ kind: AttemptKey.Kind) -> Int {
        switch kind {
        case .pair: 5
        case .login: 20
        case .address: 30
        }
    }

    /// Seconds to wait after so many failures.
    public static func delay(_ kind: AttemptKey.Kind, failures: Int) -> Int64 {
        let over = failures - allowed(kind)
        guard over >= 0 else { return 0 }
        return min(first << Int64(min(over, 10)), longest)
    }

    /// Until when a sign-in has to wait; nil when it need not.
    static func waitsUntil(
        _ attempts: [AttemptKey: Attempts], familiar: Bool, now: Instant
    ) -> Instant? {
        attempts.compactMap { key, attempts -> Instant? in
            if familiar, key.kind != .pair { return nil }
            let until = attempts.lastAt.adding(seconds: delay(key.kind, failures: attempts.failures))
            return now < until ? until : nil
        }.max()
    }

    /// An unknown login is counted by its address alone: nobody fills the table with invented names.
    static func keys(login: String, address: String, isKnown: Bool) -> [AttemptKey] {
        let place = AttemptKey(kind: .address, key: prefix(of: address))
        guard isKnown else { return address.isEmpty ? [] : [place] }
        let own = [
            AttemptKey(kind: .pair, key: "\(login) \(prefix(of: address))"), AttemptKey(kind: .login, key: login),
        ]
        return address.isEmpty ? own : own + [place]
    }

    /// One customer of a provider has a whole IPv6 network of 64 bits.
    private static func prefix(of address: String) -> String {
        let groups = address.split(separator: ":", omittingEmptySubsequences: false)
        guard groups.count > 2, !address.contains(".") else { return address }
        return groups.prefix(4).prefix { !$0.isEmpty }.joined(separator: ":") + "::"
    }
}
