internal import Foundation
import UseCases

/// What of the provider's discovery document is used (OpenID Connect Discovery 1.0).
struct Discovery: Sendable {
    let authorization: String
    let token: String
    let keys: String
    let takesBasic: Bool

    init(_ json: [String: Any], issuer: String) throws(ProviderFault) {
        // The document must be the issuer's own, or a mix-up attack could send codes elsewhere.
        guard json["issuer"] as? String == issuer else {
            throw .untrusted("the discovery document names another issuer: \(json["issuer"] ?? "none")")
        }
        func address(_ name: String) throws(ProviderFault) -> String {
            guard let text = json[name] as? String, let url = URL(string: text), let host = url.host() else {
                throw .refused("the discovery document has no \(name)")
            }
            // Plain HTTP only within this machine, where a test provider runs.
            guard url.scheme == "https" || (url.scheme == "http" && ["localhost", "127.0.0.1", "::1"].contains(host))
            else { throw .untrusted("\(name) is not https") }
            return text
        }
        authorization = try address("authorization_endpoint")
        token = try address("token_endpoint")
        keys = try address("jwks_uri")
        // Basic is the default where nothing is said.
        let methods = json["token_endpoint_auth_methods_supported"] as? [String] ?? ["client_secret_basic"]
        takesBasic = methods.contains("client_secret_basic")
    }
}
