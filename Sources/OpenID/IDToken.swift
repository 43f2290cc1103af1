internal import Foundation
import UseCases

/// The provider's signed word who somebody is (a JWT in compact form).
struct IDToken: Sendable {
    enum Algorithm: String { case rs256 = "RS256", es256 = "ES256" }

    let algorithm: Algorithm
    let keyID: String?
    /// What is signed, and the signature.
    let signed: [UInt8]
    let signature: [UInt8]
    private let claims: Claims

    private struct Claims: Sendable {
        let issuer: String?
        let subject: String?
        let audiences: [String]
        let authorizedParty: String?
        let nonce: String?
        let expires: Double?
        let issued: Double?
    }

    /// Clocks may differ by so many seconds.
    static let skew: Double = 60

    /// Reads; believes nothing yet. An algorithm that is not one of the two, `none` above all, ends here.
    init(_ text: String) throws(ProviderFault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 16_384, parts.count == 3, let header = Self.object(parts[0]),
            let claims = Self.object(parts[1]), let signature = Base64URLText.decode(parts[2])
        else { throw .untrusted("the ID token cannot be read") }
        guard let algorithm = (header["alg"] as? String).flatMap(Algorithm.init) else {
            throw .untrusted("the ID token is signed by \(header["alg"] ?? "nothing")")
        }
        // A header that must be understood and is not makes the token worthless (RFC 7515 §4.1.11).
        guard header["crit"] == nil else { throw .untrusted("the ID token has critical headers") }
        self.algorithm = algorithm
        keyID = header["kid"] as? String
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
        let audience = claims["aud"]
        self.claims = Claims(
            issuer: claims["iss"] as? String, subject: claims["sub"] as? String,
            audiences: audience as? [String] ?? (audience as? String).map { [$0] } ?? [],
            authorizedParty: claims["azp"] as? String, nonce: claims["nonce"] as? String,
            expires: (claims["exp"] as? NSNumber)?.doubleValue, issued: (claims["iat"] as? NSNumber)?.doubleValue)
    }

    private static func object(_ part: Substring) -> [String: Any]? {
        Base64URLText.decode(part).flatMap(OpenIDProvider.object)
    }

    /// The key it says it is signed with: by its id, or the only one of its kind where it names none.
    func key(in set: [VerifyingKey]) -> VerifyingKey? {
        let fitting = set.filter { $0.algorithm == algorithm }
        if let keyID { return fitting.first { $0.id == keyID } }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Who it speaks of, once the signature was found good and everything else fits (Core §3.1.3.7).
    func subject(issuer: String, client: String, nonce: String, seconds: Int64) throws(ProviderFault) -> String {
        let now = Double(seconds)
        guard claims.issuer == issuer else { throw .untrusted("the ID token is another issuer's") }
        guard claims.audiences.contains(client) else { throw .untrusted("the ID token is for somebody else") }
        if claims.audiences.count > 1 || claims.authorizedParty != nil {
            guard claims.authorizedParty == client else { throw .untrusted("the ID token is another client's") }
        }
        guard let expires = claims.expires, now < expires + Self.skew else {
            throw .untrusted("the ID token is over")
        }
        guard let issued = claims.issued, issued < now + Self.skew else {
            throw .untrusted("the ID token is from the future")
        }
        guard claims.nonce == nonce else { throw .untrusted("the ID token answers another request") }
        guard let subject = claims.subject, (1...255).contains(subject.utf8.count) else {
            throw .untrusted("the ID token names nobody")
        }
        return subject
    }
}

/// Base64url without padding, strictly.
enum Base64URLText {
    static func decode(_ text: Substring) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2F && $0 != 0x3D }) else { return nil }
        var plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain).map { Array($0) }
    }

    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
