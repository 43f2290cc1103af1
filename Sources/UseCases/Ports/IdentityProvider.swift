public import Workflow

/// An outside provider that vouches for who somebody is (OpenID Connect). Whom that is here, an administrator says.
public protocol IdentityProvider: Sendable {
    /// Its address, as its tokens name it.
    var issuer: String { get }
    /// What people call it.
    var name: String { get }
    /// Where to send the browser.
    ///
    /// - Parameter challenge: the SHA-256 of the verifier, base64url (PKCE, RFC 7636).
    func authorization(
        state: String, nonce: String, challenge: String
    ) async throws(ProviderFault) -> String
    /// The subject of the person behind a code; the provider's word is checked to the last signature.
    func subject(
        code: String, verifier: String, nonce: String, now: Instant
    ) async throws(ProviderFault) -> String
}

/// Why the provider's word was not had, or not taken.
public enum ProviderFault: Error, Hashable, Sendable {
    case unreachable(String)
    /// It answered, but not with what the standard asks for.
    case refused(String)
    /// It, or somebody in its name, said what cannot be believed.
    case untrusted(String)
}
