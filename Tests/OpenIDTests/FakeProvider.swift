import COpenSSL
import Foundation
import Synchronization
import UseCases
import Workflow

@testable import OpenID

enum Kind: Sendable { case rsa, curve }

/// Signs as a provider does, with a key made for the test.
final class Signer: Sendable {
    let id: String
    private let kind: Kind
    // @unchecked by nature: the key is made once and only read.
    private nonisolated(unsafe) let key: OpaquePointer

    init(_ kind: Kind, id: String) {
        self.id = id
        self.kind = kind
        let context = EVP_PKEY_CTX_new_id(kind == .rsa ? EVP_PKEY_RSA : EVP_PKEY_EC, nil)
        defer { EVP_PKEY_CTX_free(context) }
        EVP_PKEY_keygen_init(context)
        if kind == .rsa {
            EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048)
        } else {
            EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1)
        }
        var made: OpaquePointer?
        EVP_PKEY_keygen(context, &made)
        guard let made else { preconditionFailure("no key") }
        key = made
    }

    deinit { EVP_PKEY_free(key) }

    var algorithm: String { kind == .rsa ? "RS256" : "ES256" }

    var jwk: [String: String] {
        if kind == .rsa {
            return [
                "kty": "RSA", "kid": id, "use": "sig", "n": Base64URLText.encode(number("n")),
                "e": Base64URLText.encode(number("e")),
            ]
        }
        var point = [UInt8](repeating: 0, count: 65)
        var length = 0
        EVP_PKEY_get_octet_string_param(key, "pub", &point, point.count, &length)
        return [
            "kty": "EC", "crv": "P-256", "kid": id, "use": "sig", "x": Base64URLText.encode(Array(point[1...32])),
            "y": Base64URLText.encode(Array(point[33...])),
        ]
    }

    private func number(_ name: String) -> [UInt8] {
        var number: OpaquePointer?
        EVP_PKEY_get_bn_param(key, name, &number)
        defer { BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: Int(BN_num_bits(number) + 7) / 8)
        BN_bn2bin(number, &bytes)
        return bytes
    }

    func sign(_ text: String) -> [UInt8] {
        let message = Array(text.utf8)
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key)
        var signature = [UInt8](repeating: 0, count: 512)
        var length = signature.count
        EVP_DigestSign(context, &signature, &length, message, message.count)
        signature = Array(signature[..<length])
        return kind == .rsa ? signature : Self.joined(signature)
    }

    /// The two numbers of a sequence, each in 32 bytes.
    private static func joined(_ der: [UInt8]) -> [UInt8] {
        func number(at place: Int) -> [UInt8] {
            let bytes = der[(place + 2)..<(place + 2 + Int(der[place + 1]))].drop { $0 == 0 }
            return [UInt8](repeating: 0, count: 32 - bytes.count) + bytes
        }
        return number(at: 2) + number(at: 4 + Int(der[3]))
    }
}

final class Kept<Value: Sendable>: Sendable {
    private let lock: Mutex<Value>
    init(_ value: sending Value) { lock = Mutex(value) }
    func withLock(_ body: (inout Value) -> Void) { lock.withLock { body(&$0) } }
    var value: Value { lock.withLock { $0 } }
}

/// A provider within the process, whose every word can be changed.
struct FakeProvider: Fetching {
    static let seconds = 1_795_147_200
    static let issuer = "https://sso.example.cn"

    let kind: Kind
    let published: Kept<Signer>
    let signer: Kept<Signer>
    let header: Kept<[String: String]>
    let claims: Kept<[String: any Sendable]>
    let discovery: Kept<[String: String]>
    let flip = Kept<Int?>(nil)
    let requests = Kept<[String]>([])
    let forms = Kept<[String]>([])
    private let made: Kept<OpenIDProvider?> = Kept(nil)

    init(_ kind: Kind) {
        self.kind = kind
        let first = Signer(kind, id: "1")
        published = Kept(first)
        signer = Kept(first)
        header = Kept(["alg": first.algorithm, "kid": "1"])
        claims = Kept([
            "iss": Self.issuer, "aud": "liban", "sub": "user-1", "nonce": "nonce", "exp": Self.seconds + 300,
            "iat": Self.seconds,
        ])
        discovery = Kept([
            "issuer": Self.issuer, "authorization_endpoint": "https://sso.example.cn/authorize",
            "token_endpoint": "https://sso.example.cn/token", "jwks_uri": "https://sso.example.cn/jwks",
        ])
        let web = self
        made.withLock {
            $0 = OpenIDProvider(
                .init(
                    issuer: Self.issuer, name: "县统一认证", clientID: "liban", clientSecret: "secret",
                    redirectURI: "https://liban.example.cn/sign-in/outside/callback"), web: web)
        }
    }

    var client: OpenIDProvider {
        get throws {
            guard let provider = made.value else { throw ProviderFault.refused("not made") }
            return provider
        }
    }

    func ask(after seconds: Int64 = 0) async throws -> String {
        try await client.subject(
            code: "code", verifier: "verifier", nonce: "nonce",
            now: Instant(microseconds: (Int64(Self.seconds) + seconds) * 1_000_000))
    }

    func rotate() {
        let next = Signer(kind, id: "2")
        signer.withLock { $0 = next }
        published.withLock { $0 = next }
        header.withLock { $0["kid"] = "2" }
    }

    func get(_ address: String) async throws(ProviderFault) -> Fetched {
        requests.withLock { $0.append(address) }
        let json: Any = address.hasSuffix("/jwks") ? ["keys": [published.value.jwk]] : discovery.value
        return Fetched(status: 200, body: Self.data(json))
    }

    func post(_ address: String, form: String, authorization: String?) async throws(ProviderFault) -> Fetched {
        forms.withLock { $0.append(form) }
        let text = Base64URLText.encode(Self.data(header.value)) + "." + Base64URLText.encode(Self.data(claims.value))
        let signature = signer.value.sign(text)
        var token = Array("\(text).\(Base64URLText.encode(signature))".utf8)
        if let place = flip.value { token[place % token.count] ^= 1 }
        return Fetched(status: 200, body: Self.data(["id_token": String(decoding: token, as: UTF8.self)]))
    }

    private static func data(_ json: Any) -> [UInt8] {
        Array((try? JSONSerialization.data(withJSONObject: json, options: [.sortedKeys])) ?? Data())
    }
}
