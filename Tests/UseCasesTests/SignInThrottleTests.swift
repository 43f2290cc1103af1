import Testing
import Workflow

@testable import UseCases

/// Guessing gets slower, and no attacker locks a town out.
struct SignInThrottleTests {
    private static let now = Instant(microseconds: 1_795_147_200_000_000)

    @Test func waitsGrowAndEnd() {
        #expect((0..<5).map { SignInThrottle.delay(.pair, failures: $0) } == [0, 0, 0, 0, 0])
        #expect((5...10).map { SignInThrottle.delay(.pair, failures: $0) } == [300, 600, 1200, 2400, 3600, 3600])
        #expect(SignInThrottle.delay(.login, failures: 19) == 0 && SignInThrottle.delay(.login, failures: 20) == 300)
        #expect(SignInThrottle.delay(.address, failures: 30) == 300)
        #expect(SignInThrottle.delay(.address, failures: 1000) == 3600)
    }

    /// A month of attack on one login from a thousand addresses: its person, at the usual desk, never waits.
    @Test func strangersDelayOnlyStrangers() {
        var attempts: [AttemptKey: Attempts] = [:]
        for key in SignInThrottle.keys(login: "clerk", address: "203.0.113.9", isKnown: true) {
            attempts[key] = Attempts(failures: 1000, lastAt: Self.now)
        }
        let own = SignInThrottle.keys(login: "clerk", address: "10.0.0.7", isKnown: true)
        let seen = attempts.filter { own.contains($0.key) }
        #expect(seen.keys.map(\.kind) == [.login])
        #expect(SignInThrottle.waitsUntil(seen, familiar: true, now: Self.now) == nil)
        #expect(SignInThrottle.waitsUntil(seen, familiar: false, now: Self.now) == Self.now.adding(seconds: 3600))
        let later = Self.now.adding(seconds: 3600)
        #expect(SignInThrottle.waitsUntil(seen, familiar: false, now: later) == nil)
    }

    /// The town hall's one address, with a guesser behind it: those who work there go on.
    @Test func aSharedAddressStaysOpenToThoseWhoWorkThere() {
        let attempts = [AttemptKey(kind: .address, key: "10.0.0.1"): Attempts(failures: 500, lastAt: Self.now)]
        #expect(SignInThrottle.waitsUntil(attempts, familiar: true, now: Self.now) == nil)
        #expect(SignInThrottle.waitsUntil(attempts, familiar: false, now: Self.now) != nil)
        // Their own wrong passwords count all the same.
        let own = [AttemptKey(kind: .pair, key: "clerk 10.0.0.1"): Attempts(failures: 5, lastAt: Self.now)]
        #expect(SignInThrottle.waitsUntil(own, familiar: true, now: Self.now) == Self.now.adding(seconds: 300))
    }

    @Test func inventedLoginsFillNoTable() {
        let keys = (0..<100).flatMap { SignInThrottle.keys(login: "x\($0)", address: "10.0.0.1", isKnown: false) }
        #expect(Set(keys) == [AttemptKey(kind: .address, key: "10.0.0.1")])
        #expect(SignInThrottle.keys(login: "x", address: "", isKnown: false) == [])
    }

    /// A customer of a provider has a whole IPv6 network.
    @Test func oneIPv6NetworkIsOneAddress() {
        let keys = ["2001:db8:1:2::1", "2001:db8:1:2:aaaa:bbbb:cccc:dddd"].flatMap {
            SignInThrottle.keys(login: "x", address: $0, isKnown: false)
        }
        #expect(Set(keys).count == 1)
    }
}
