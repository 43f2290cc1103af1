import Store
import Testing

@testable import UseCases

/// The vectors of RFC 6238 (appendix B) and RFC 4226 (appendix D), with the real HMAC.
struct TimeCodeTests {
    private static let key = Array("12345678901234567890".utf8)

    private func hmac(_ message: [UInt8]) throws -> [UInt8] {
        try SodiumSecrets(cost: .test).hmacSHA1(message, key: Self.key)
    }

    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func theStandardsTimes(_ seconds: Int64, _ code: String) throws {
        let secrets = try SodiumSecrets(cost: .test)
        #expect(TimeCode.code(step: seconds / 30, digits: 8) { secrets.hmacSHA1($0, key: Self.key) } == code)
    }

    @Test func theStandardsCounters() throws {
        let secrets = try SodiumSecrets(cost: .test)
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        for (step, code) in codes.enumerated() {
            #expect(TimeCode.code(step: Int64(step)) { secrets.hmacSHA1($0, key: Self.key) } == code)
        }
    }

    @Test func oneStepEitherSideAndEachOnlyOnce() throws {
        let secrets = try SodiumSecrets(cost: .test)
        func hmac(_ message: [UInt8]) -> [UInt8] { secrets.hmacSHA1(message, key: Self.key) }
        let now: Int64 = 1_795_147_200
        for (drift, isRight) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let step = now / 30 + Int64(drift)
            let code = TimeCode.code(step: step, hmac: hmac)
            #expect((TimeCode.step(of: code, seconds: now, after: 0, hmac: hmac) == step) == isRight, "\(drift)")
        }
        let code = TimeCode.code(step: now / 30, hmac: hmac)
        #expect(TimeCode.step(of: code, seconds: now, after: now / 30, hmac: hmac) == nil)
        #expect(TimeCode.step(of: "", seconds: now, after: 0, hmac: hmac) == nil)
        #expect(TimeCode.step(of: "12345x", seconds: now, after: 0, hmac: hmac) == nil)
    }

    /// The vectors of RFC 4648.
    @Test func base32() {
        for (text, code) in [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] { #expect(Base32.encode(Array(text.utf8)) == code) }
        #expect(Base32.grouped("MZXW6YTBOI") == "MZXW-6YTB-OI")
        #expect(Base32.canonical(" mzxw－6ytb-0i　") == "MZXW6YTBOI")
    }

    @Test func theAuthenticatorsAddress() {
        #expect(
            TimeCode.uri(secret: "ABC", account: "张书记", issuer: "立办")
                == "otpauth://totp/%E7%AB%8B%E5%8A%9E:%E5%BC%A0%E4%B9%A6%E8%AE%B0?secret=ABC"
                + "&issuer=%E7%AB%8B%E5%8A%9E&algorithm=SHA1&digits=6&period=30")
    }
}
