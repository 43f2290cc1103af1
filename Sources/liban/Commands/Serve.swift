import ArgumentParser
import Boot
import Delivery
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Store
import UnixSignals
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API and the pages (网页服务) until told to stop.",
        discussion: """
            SIGTERM and SIGINT end it in order: requests under way are answered, then a private PostgreSQL is stopped. \
            --public-url is the address people use; with https session cookies are sent over TLS only, so set it \
            wherever a proxy ends TLS before this server.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Address to listen on (LIBAN_HOST, default 127.0.0.1).")
    var host: String?

    @Option(help: "Port to listen on (LIBAN_PORT, default 8080); 0 for any free one.")
    var port: Int?

    @Option(help: "Address people use (LIBAN_PUBLIC_URL), such as https://liban.example.cn.")
    var publicURL: String?

    @OptionGroup var listening: ListeningOptions

    func run() async throws {
        let configuration = try database.configuration(host: host, port: port)
        let publicURL = try checkedURL()
        let log = DatabaseOptions.log(.notice)
        let installation = try await database.started(configuration, log: log)
        do {
            try await serve(installation, configuration, publicURL, log)
            await installation.shutdown()
        } catch {
            await installation.shutdown()
            throw Self.failure(error, configuration)
        }
    }

    private func serve(
        _ installation: Installation, _ configuration: Configuration, _ publicURL: String?, _ log: Logger
    ) async throws {
        let proxies = try listening.trustedProxies()
        var server = ServerSettings(publicURL: publicURL, proxies: proxies)
        server.provider = try listening.provider(configuration.signIn.provider, publicURL)
        server.isTLS = try listening.certificate() != nil
        let application = Application(
            router: try buildRouter(try WebServices(installation, server, configuration), log: log),
            server: try listening.builder(proxies),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "liban",
                availableConnectionsDelegate: MaximumAvailableConnections(ServingLimits().connections)),
            onServerRunning: { [isTLS = server.isTLS] channel in
                let port = channel.localAddress?.port ?? configuration.port
                print("立办 Liban: \(publicURL ?? "\(isTLS ? "https" : "http")://\(configuration.host):\(port)")")
                // A pipe buffers whole blocks, and whoever started us is waiting for this line.
                fflush(nil)
            },
            logger: log)
        let courier = CurlCourier(
            DeliverySettings(environment: ProcessInfo.processInfo.environment, publicURL: publicURL))
        var lifecycle = ServiceGroupConfiguration(
            services: [application, DeliveryService(deliveries: installation.deliveries(by: courier), log: log)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        let changes = installation.listenForChanges()
        defer { changes.stop() }
        // Answers under way take milliseconds; a connection that its client never closes must not keep us alive.
        lifecycle.maximumGracefulShutdownDuration = .seconds(5)
        try await ServiceGroup(configuration: lifecycle).run()
    }

    private func checkedURL() throws -> String? {
        let text = publicURL ?? ProcessInfo.processInfo.environment["LIBAN_PUBLIC_URL"] ?? ""
        if text.isEmpty { return nil }
        guard let url = URL(string: text), url.scheme == "https" || url.scheme == "http", url.host() != nil else {
            throw Failure(.usage, "“\(text)”不是网址。", "\(text) is no http or https address.")
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func failure(_ error: any Error, _ configuration: Configuration) -> Failure {
        let place = "\(configuration.host):\(configuration.port)"
        if let fault = error as? BootFault { return Failure(fault) }
        guard let error = error as? IOError else {
            return Failure(.environment, "无法在\(place)提供服务。", "Cannot serve on \(place): \(error)")
        }
        switch error.errnoCode {
        case EADDRINUSE:
            return Failure(
                .environment, "端口\(configuration.port)已被占用，请用--port换一个。",
                "Port \(configuration.port) is in use; choose another with --port.")
        case EACCES:
            return Failure(
                .environment, "无权使用端口\(configuration.port)。",
                "Port \(configuration.port) needs more rights; choose one above 1023.")
        case EADDRNOTAVAIL:
            return Failure(
                .environment, "本机没有地址\(configuration.host)。", "This machine has no address \(configuration.host).")
        case let number:
            return Failure(
                .environment, "无法在\(place)提供服务。", "Cannot serve on \(place): \(String(cString: strerror(number))).")
        }
    }
}
