public import HummingbirdCore
import HummingbirdHTTP2
import NIOCore
import NIOSSL

/// How the server listens: plain HTTP/1.1 behind a proxy or on the machine itself, or TLS with HTTP/2 of its own.
public enum Listening {
    /// Where the server's certificate chain and its key lie, in PEM.
    public struct Certificate: Sendable {
        public let chainFile: String
        public let keyFile: String

        public init(chainFile: String, keyFile: String) {
            self.chainFile = chainFile
            self.keyFile = keyFile
        }
    }

    /// - Parameters:
    ///   - certificate: nil to speak plain HTTP.
    ///   - trusted: proxies, whose connections are not counted as one address's.
    /// - Throws: what is wrong with the certificate or the key.
    public static func builder(
        _ certificate: Certificate?, limits: ServingLimits = ServingLimits(), trusted: [AddressRange] = []
    ) throws -> HTTPServerBuilder {
        let counts = ConnectionCounts()
        let isTrusted: @Sendable (String) -> Bool = { text in
            IPAddress(text).map { address in trusted.contains { $0.contains(address) } } ?? false
        }
        let streams = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestGuard(limits)],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerField, maxHeaderListSize: limits.headers,
                maxHeaderFieldCount: limits.headerCount))
        guard let certificate else {
            return HTTPServerBuilder { responder in
                GuardedChannel(
                    base: HTTP1Channel(responder: responder, configuration: streams), limits: limits, counts: counts,
                    isTrusted: isTrusted)
            }
        }
        let tls = try configuration(certificate)
        return HTTPServerBuilder { responder in
            GuardedChannel(
                base: try HTTP2UpgradeChannel(
                    tlsConfiguration: tls,
                    configuration: .init(
                        idleTimeout: .seconds(limits.idleSeconds), gracefulCloseTimeout: .seconds(5),
                        streamConfiguration: streams), responder: responder),
                limits: limits, counts: counts, isTrusted: isTrusted)
        }
    }

    private static func configuration(_ certificate: Certificate) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.chainFile).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.keyFile, format: .pem)))
        // TLS 1.2 only with forward secrecy and authenticated encryption, as the library's own list has it.
        tls.minimumTLSVersion = .tlsv12
        return tls
    }
}
