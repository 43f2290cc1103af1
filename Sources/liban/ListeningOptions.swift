import ArgumentParser
import Boot
import Foundation
import HummingbirdCore
import OpenID
import UseCases
import Web

/// Flags that say how the server listens and whom it believes.
struct ListeningOptions: ParsableArguments {
    @Option(help: "Certificate chain in PEM (LIBAN_TLS_CERTIFICATE); with it the server speaks TLS and HTTP/2 itself.")
    var tlsCertificate: String?

    @Option(help: "The certificate's private key in PEM (LIBAN_TLS_KEY).")
    var tlsKey: String?

    @Option(
        help: """
            Addresses of proxies that are believed when X-Forwarded-For says whom they speak for, comma separated, \
            such as 10.0.0.0/8 (LIBAN_TRUSTED_PROXIES). From anybody else the header is ignored.
            """)
    var trustedProxy: String?

    func certificate() throws -> Listening.Certificate? {
        let (chain, key) = (given(tlsCertificate, "LIBAN_TLS_CERTIFICATE"), given(tlsKey, "LIBAN_TLS_KEY"))
        guard chain != nil || key != nil else { return nil }
        guard let chain, let key else {
            throw Failure(.usage, "证书和私钥须一起给出。", "A certificate and its key go together.")
        }
        return Listening.Certificate(chainFile: chain, keyFile: key)
    }

    func trustedProxies() throws -> [AddressRange] {
        let text = given(trustedProxy, "LIBAN_TRUSTED_PROXIES") ?? ""
        return try text.split { ", ".contains($0) }.map { part in
            guard let range = AddressRange(String(part)) else {
                throw Failure(.usage, "“\(part)”不是地址或网段。", "\(part) is no address and no range such as 10.0.0.0/8.")
            }
            return range
        }
    }

    func builder(_ proxies: [AddressRange]) throws -> HTTPServerBuilder {
        let certificate = try certificate()
        do { return try Listening.builder(certificate, trusted: proxies) } catch {
            throw Failure(
                .environment, "无法使用证书\(certificate?.chainFile ?? "")或私钥，请核对两个文件。",
                "The certificate or its key cannot be used: \(error)")
        }
    }

    /// The outside provider sends browsers back to this server's public address, so there has to be one.
    func provider(_ settings: SignInSettings.Provider?, _ publicURL: String?) throws -> (any IdentityProvider)? {
        guard let settings else { return nil }
        guard let publicURL else {
            throw Failure(
                .usage, "使用统一身份认证须设置--public-url。", "Sign-in through an outside provider needs --public-url.")
        }
        return OpenIDProvider(
            .init(
                issuer: settings.issuer, name: settings.name, clientID: settings.clientID,
                clientSecret: settings.clientSecret, redirectURI: publicURL + "/sign-in/outside/callback"))
    }

    private func given(_ option: String?, _ name: String) -> String? {
        let text = option ?? ProcessInfo.processInfo.environment[name]
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }
}
