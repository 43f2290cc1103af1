import Foundation
import Testing
import UseCases
import Workflow

@testable import OpenID

/// What a provider says is believed only when everything fits: keys that rotate, keys that are forged.
struct OpenIDTests {
    @Test(arguments: [Kind.rsa, .curve]) func aGoodTokenNamesItsSubject(_ kind: Kind) async throws {
        let provider = FakeProvider(kind)
        #expect(try await provider.ask() == "user-1")
        #expect(provider.requests.value.filter { $0.hasSuffix("/jwks") }.count == 1)
        // Keys are kept.
        #expect(try await provider.ask() == "user-1")
        #expect(provider.requests.value.filter { $0.hasSuffix("/jwks") }.count == 1)
    }

    @Test func theBrowserIsSentWithStateNonceAndChallenge() async throws {
        let provider = FakeProvider(.rsa)
        let address = try await provider.client.authorization(state: "s&t", nonce: "n", challenge: "c")
        #expect(
            address
                == "https://sso.example.cn/authorize?response_type=code&client_id=liban&redirect_uri="
                + "https%3A%2F%2Fliban.example.cn%2Fsign-in%2Foutside%2Fcallback&scope=openid&state=s%26t&nonce=n"
                + "&code_challenge=c&code_challenge_method=S256")
        _ = try await provider.ask()
        let form = try #require(provider.forms.value.first)
        #expect(form.contains("code_verifier=verifier") && form.contains("grant_type=authorization_code"))
        #expect(!form.contains("secret"), "the secret goes in the header")
    }

    @Test(arguments: [Kind.rsa, .curve]) func aRotatedKeyIsFetched(_ kind: Kind) async throws {
        let provider = FakeProvider(kind)
        #expect(try await provider.ask() == "user-1")
        provider.rotate()
        // Not at once: whoever invents key ids must not make us ask all the time.
        await #expect(throws: ProviderFault.self) { try await provider.ask(after: 10) }
        #expect(try await provider.ask(after: 40) == "user-1")
        #expect(provider.requests.value.filter { $0.hasSuffix("/jwks") }.count == 2)
    }

    @Test(arguments: [Kind.rsa, .curve]) func aForgedKeyIsRefused(_ kind: Kind) async throws {
        let provider = FakeProvider(kind)
        provider.signer.withLock { $0 = Signer(kind, id: "1") }
        await #expect(throws: ProviderFault.untrusted("the ID token's signature is wrong")) {
            try await provider.ask()
        }
    }

    @Test(arguments: [
        "none", "HS256", "RS384", "",
    ])
    func otherAlgorithmsAreRefused(_ algorithm: String) async throws {
        let provider = FakeProvider(.rsa)
        provider.header.withLock { $0["alg"] = algorithm }
        await #expect(throws: ProviderFault.self) { try await provider.ask() }
    }

    /// A token signed by a curve key under the name of an RSA key, and the other way round.
    @Test func aKeyServesOneAlgorithm() async throws {
        let provider = FakeProvider(.rsa)
        provider.header.withLock { $0["alg"] = "ES256" }
        await #expect(throws: ProviderFault.untrusted("the ID token is signed with an unknown key")) {
            try await provider.ask()
        }
    }

    @Test(arguments: [
        ("iss", "https://evil.example"), ("aud", "another"), ("nonce", "another"), ("sub", ""), ("azp", "another"),
    ])
    func otherClaimsAreRefused(_ claim: String, _ value: String) async throws {
        let provider = FakeProvider(.curve)
        provider.claims.withLock { $0[claim] = value }
        await #expect(throws: ProviderFault.self, "\(claim)") { try await provider.ask() }
    }

    @Test func timeIsChecked() async throws {
        for (claim, seconds) in [("exp", -61), ("iat", 120)] {
            let provider = FakeProvider(.curve)
            provider.claims.withLock { $0[claim] = FakeProvider.seconds + seconds }
            await #expect(throws: ProviderFault.self, "\(claim)") { try await provider.ask() }
        }
        for claim in ["exp", "iat", "nonce", "sub", "iss", "aud"] {
            let provider = FakeProvider(.curve)
            provider.claims.withLock { $0[claim] = nil }
            await #expect(throws: ProviderFault.self, "\(claim)") { try await provider.ask() }
        }
    }

    @Test func severalAudiencesNeedTheirParty() async throws {
        let provider = FakeProvider(.curve)
        provider.claims.withLock { $0["aud"] = ["liban", "another"] }
        await #expect(throws: ProviderFault.self) { try await provider.ask() }
        provider.claims.withLock { $0["azp"] = "liban" }
        #expect(try await provider.ask() == "user-1")
    }

    @Test func anyFlippedBitIsNoticed() async throws {
        let provider = FakeProvider(.curve)
        for place in stride(from: 3, to: 300, by: 17) {
            provider.flip.withLock { $0 = place }
            await #expect(throws: ProviderFault.self, "\(place)") { try await provider.ask() }
        }
    }

    @Test func theDiscoveryDocumentIsTheIssuersOwn() async throws {
        let provider = FakeProvider(.rsa)
        provider.discovery.withLock { $0["issuer"] = "https://evil.example" }
        await #expect(throws: ProviderFault.self) { try await provider.ask() }
        for name in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
            let provider = FakeProvider(.rsa)
            provider.discovery.withLock { $0[name] = "http://sso.example.cn/x" }
            await #expect(throws: ProviderFault.untrusted("\(name) is not https")) { try await provider.ask() }
        }
    }

    @Test func weakAndOtherKeysAreNotTaken() {
        #expect(
            VerifyingKey(["kty": "RSA", "n": Base64URLText.encode([UInt8](repeating: 255, count: 128)), "e": "AQAB"])
                == nil)
        #expect(VerifyingKey(["kty": "oct", "k": "AAAA"]) == nil)
        #expect(VerifyingKey(["kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"]) == nil)
        #expect(VerifyingKey([:]) == nil)
    }

    @Test func base64URLIsStrict() {
        #expect(Base64URLText.decode("AQ") == [1] && Base64URLText.decode("-_8") == [0xFB, 0xFF])
        for text in ["AQ==", "A+/A", "!"] { #expect(Base64URLText.decode(text[...]) == nil, "\(text)") }
    }
}
