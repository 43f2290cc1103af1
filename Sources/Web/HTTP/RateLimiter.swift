import HTTPTypes
import Hummingbird
import Locking
import UseCases
import Workflow

/// How much may be asked: a bucket that fills evenly and allows a burst of its whole content.
public struct RateLimit: Sendable {
    public let name: String
    /// What the bucket holds.
    public let burst: Int
    /// Seconds in which an empty bucket fills.
    public let seconds: Int

    public init(name: String, burst: Int, seconds: Int) {
        self.name = name
        self.burst = burst
        self.seconds = seconds
    }
}

/// The limits of a server. A whole town hall may stand behind one address, so that one allows much more.
public struct RateLimits: Sendable {
    public var account: RateLimit
    public var client: RateLimit
    /// Requests of one address being answered at the same time. Each takes milliseconds, so a town hall behind one
    /// address has a few; a browser sends six, and a flood all it can.
    public var atOnce = 32

    /// - Parameter accountPerMinute: 600 by default: a page is some requests, and a person opens one in some seconds;
    ///   a script that copies a town's year stays below.
    public init(accountPerMinute: Int = 600) {
        account = RateLimit(name: "account", burst: accountPerMinute, seconds: 60)
        // Five times as much, but not all of it at once: a town hall in the morning, not a flood.
        client = RateLimit(name: "client", burst: accountPerMinute, seconds: 12)
    }
}

/// Token buckets in memory. How many there are is bounded: the fullest, which are those that wait for nobody, go first.
final class RateLimiter: Sendable {
    struct Outcome: Sendable {
        let limit: RateLimit
        let isAllowed: Bool
        let remaining: Int
        /// Seconds until one more request is allowed, or until the bucket is full again.
        let resetSeconds: Int
    }

    private struct Bucket {
        var tokens: Double
        var at: Int64
    }

    private let buckets = Locked([String: Bucket]())
    /// About 10 MB at most.
    static let bucketLimit = 50_000

    func take(_ limit: RateLimit, _ who: String, at now: Instant) -> Outcome {
        let rate = Double(limit.burst) / Double(limit.seconds)
        let key = "\(limit.name) \(who)"
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= Self.bucketLimit { Self.prune(&buckets, at: now.microseconds) }
            var bucket = buckets[key] ?? Bucket(tokens: Double(limit.burst), at: now.microseconds)
            let passed = Double(max(0, now.microseconds - bucket.at)) / 1_000_000
            bucket.tokens = min(Double(limit.burst), bucket.tokens + passed * rate)
            bucket.at = now.microseconds
            let isAllowed = bucket.tokens >= 1
            if isAllowed { bucket.tokens -= 1 }
            buckets[key] = bucket
            let missing = isAllowed ? Double(limit.burst) - bucket.tokens : 1 - bucket.tokens
            return Outcome(
                limit: limit, isAllowed: isAllowed, remaining: Int(bucket.tokens),
                resetSeconds: max(1, Int((missing / rate).rounded(.up))))
        }
    }

    var count: Int { buckets.withLock { $0.count } }

    /// Forgets whoever has been quiet for a minute; in a flood of addresses, everybody.
    private static func prune(_ buckets: inout [String: Bucket], at now: Int64) {
        buckets = buckets.filter { now - $0.value.at < 60_000_000 }
        if buckets.count >= bucketLimit { buckets.removeAll(keepingCapacity: true) }
    }
}

/// What one request has used up so far; its last outcome goes into the answer's headers.
final class Allowance: Sendable {
    /// Of the request being answered.
    @TaskLocal static var current: Allowance?

    private let limiter: RateLimiter
    private let limits: RateLimits?
    private let last = Locked<RateLimiter.Outcome?>(nil)
    /// An account is charged once for a request, however often it is asked who it is.
    private let isCharged = Locked(false)

    init(_ limiter: RateLimiter, _ limits: RateLimits?) { (self.limiter, self.limits) = (limiter, limits) }

    func chargeClient(_ address: String, at now: Instant) throws { try charge(limits?.client, address, now) }

    func chargeAccount(_ person: Person, at now: Instant) throws {
        let isFirst = isCharged.withLock { isCharged in
            defer { isCharged = true }
            return !isCharged
        }
        guard isFirst else { return }
        try charge(limits?.account, "\(person.town)/\(person.id)", now)
    }

    private func charge(_ limit: RateLimit?, _ who: String, _ now: Instant) throws {
        guard let limit else { return }
        let outcome = limiter.take(limit, who, at: now)
        last.withLock { $0 = outcome }
        guard outcome.isAllowed else {
            var problem = Problem(.tooManyRequests)
            problem.retryAfter = outcome.resetSeconds
            throw problem
        }
    }

    /// The headers of draft-ietf-httpapi-ratelimit-headers.
    func say(in headers: inout HTTPFields) {
        guard let outcome = last.withLock({ $0 }) else { return }
        let limit = outcome.limit
        headers[.rateLimitPolicy] = "\"\(limit.name)\";q=\(limit.burst);w=\(limit.seconds)"
        headers[.rateLimit] = "\"\(limit.name)\";r=\(outcome.remaining);t=\(outcome.resetSeconds)"
    }
}

extension HTTPField.Name {
    // Constants, checked by every run: unwrapping them says nothing about input.
    static let rateLimit = HTTPField.Name("RateLimit")!
    static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy")!
}
