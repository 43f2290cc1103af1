import ArgumentParser
import Boot
import Delivery
import Foundation
import Logging
import ServiceLifecycle
import Store
import UseCases

struct Deliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send what waits for its recipients (消息发送) now; liban serve does so all the time.",
        discussion: """
            Each message leaves under a key of its own that stays the same for every attempt. What does not arrive is \
            tried again after half a minute, a minute, and so on up to every six hours, sixteen times in all. \
            Recipients are set with liban admin delivery.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Address people use (LIBAN_PUBLIC_URL): links in messages lead there.")
    var publicURL: String?

    func run() async throws {
        let settings = DeliverySettings(environment: ProcessInfo.processInfo.environment, publicURL: publicURL)
        let (total, removed) = try await database.withInstallation { installation in
            let deliveries = installation.deliveries(by: CurlCourier(settings))
            var total = Deliveries.Round()
            while case let round = try await deliveries.round(), !round.isIdle {
                total.handedOn += round.handedOn
                total.sent += round.sent
                total.failed += round.failed
                total.givenUp += round.givenUp
            }
            return (total, try await deliveries.clean())
        }
        print("送达\(total.sent)，未达\(total.failed)（稍后重试），放弃\(total.givenUp)；清理\(removed)。")
        if total.failed + total.givenUp > 0 { throw Failure(.dataSaysNo) }
    }
}

/// Sends in the background of the server, and cleans once an hour.
struct DeliveryService: Service {
    let deliveries: Deliveries
    let log: Logger

    /// Messages are not urgent to the second; an idle round is one indexed query.
    private static let pause = Duration.seconds(5)
    private static let roundsPerHour = 720

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var rounds = 0
            while !Task.isCancelled {
                do throws(UseCaseError) {
                    if rounds % Self.roundsPerHour == 0 { _ = try await deliveries.clean() }
                    let round = try await deliveries.round()
                    if round.givenUp > 0 { log.warning("\(round.givenUp) messages given up; see liban admin delivery") }
                    rounds += 1
                    if !round.isIdle { continue }
                } catch { log.warning("messages wait: \(error)") }
                try await Task.sleep(for: Self.pause)
            }
        }
    }
}
