import AsyncHTTPClient
internal import Foundation
import Locking
public import UseCases
public import Workflow

/// Sign-in by the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636). Addresses come from the
/// provider's discovery document, keys from its key set; both are read again when they are old or a key is unknown.
public struct OpenIDProvider: IdentityProvider {
    /// How this installation is known to the provider.
    public struct Settings: Sendable {
        public let issuer: String
        public let name: String
        public let clientID: String
        /// nil for a client that holds no secret.
        public let clientSecret: String?
        public let redirectURI: String

        public init(issuer: String, name: String, clientID: String, clientSecret: String?, redirectURI: String) {
            self.issuer = issuer
            self.name = name
            self.clientID = clientID
            self.clientSecret = clientSecret
            self.redirectURI = redirectURI
        }
    }

    public var issuer: String { settings.issuer }
    public var name: String { settings.name }

    let settings: Settings
    let web: any Fetching
    private let kept = Locked(Kept())

    private struct Kept {
        var discovery: (document: Discovery, at: Instant)?
        var keys: (set: [VerifyingKey], at: Instant)?
    }

    /// Seconds after which the discovery document and the keys are read again.
    static let discoverySeconds: Int64 = 3600
    /// An unknown key makes the key set be read again, but no more often than this.
    static let keySeconds: Int64 = 30

    public init(_ settings: Settings) { self.init(settings, web: WebFetcher()) }

    init(_ settings: Settings, web: any Fetching) {
        self.settings = settings
        self.web = web
    }

    public func authorization(
        state: String, nonce: String, challenge: String
    ) async throws(ProviderFault) -> String {
        let discovery = try await discovery(at: nil)
        let query = Self.form([
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", settings.redirectURI),
            ("scope", "openid"), ("state", state), ("nonce", nonce), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ])
        return discovery.authorization + (discovery.authorization.contains("?") ? "&" : "?") + query
    }

    public func subject(
        code: String, verifier: String, nonce: String, now: Instant
    ) async throws(ProviderFault) -> String {
        let discovery = try await discovery(at: now)
        let token = try IDToken(try await exchange(code, verifier, discovery))
        let key = try await key(for: token, discovery, now)
        guard key.verifies(token) else { throw .untrusted("the ID token's signature is wrong") }
        return try token.subject(
            issuer: settings.issuer, client: settings.clientID, nonce: nonce, seconds: now.microseconds / 1_000_000)
    }

    private func exchange(
        _ code: String, _ verifier: String, _ discovery: Discovery
    ) async throws(ProviderFault) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirectURI),
            ("code_verifier", verifier),
        ]
        var authorization: String?
        if let secret = settings.clientSecret, discovery.takesBasic {
            // Both parts form-encoded before they are joined (RFC 6749 §2.3.1).
            let pair = Self.percent(settings.clientID) + ":" + Self.percent(secret)
            authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            fields.append(("client_id", settings.clientID))
            if let secret = settings.clientSecret { fields.append(("client_secret", secret)) }
        }
        let answer = try await web.post(discovery.token, form: Self.form(fields), authorization: authorization)
        guard answer.status == 200, let json = Self.object(answer.body) else {
            throw .refused("the token endpoint answers \(answer.status)")
        }
        guard let token = json["id_token"] as? String else { throw .refused("there is no ID token") }
        return token
    }

    // MARK: Discovery and keys

    private func discovery(at now: Instant?) async throws(ProviderFault) -> Discovery {
        if let (document, at) = kept.withLock({ $0.discovery }),
            now.map({ $0 < at.adding(seconds: Self.discoverySeconds) }) ?? true
        {
            return document
        }
        let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let answer = try await web.get(base + "/.well-known/openid-configuration")
        guard answer.status == 200, let json = Self.object(answer.body) else {
            throw .refused("discovery answers \(answer.status)")
        }
        let document = try Discovery(json, issuer: settings.issuer)
        if let now { kept.withLock { $0.discovery = (document, now) } }
        return document
    }

    private func key(
        for token: IDToken, _ discovery: Discovery, _ now: Instant
    ) async throws(ProviderFault) -> VerifyingKey {
        let known = kept.withLock { $0.keys }
        if let known, now < known.at.adding(seconds: Self.discoverySeconds), let key = token.key(in: known.set) {
            return key
        }
        // Keys rotate: one that is not known may be new. Read again, but not on everybody's demand.
        if let known, now < known.at.adding(seconds: Self.keySeconds) {
            throw .untrusted("the ID token is signed with an unknown key")
        }
        let answer = try await web.get(discovery.keys)
        guard answer.status == 200, let json = Self.object(answer.body) else {
            throw .refused("the key set answers \(answer.status)")
        }
        let set = (json["keys"] as? [[String: Any]] ?? []).compactMap(VerifyingKey.init)
        kept.withLock { $0.keys = (set, now) }
        guard let key = token.key(in: set) else { throw .untrusted("the ID token is signed with an unknown key") }
        return key
    }

    // MARK: Texts

    static func object(_ body: [UInt8]) -> [String: Any]? {
        (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
    }

    static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\(percent($0.0))=\(percent($0.1))" }.joined(separator: "&")
    }

    static func percent(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
