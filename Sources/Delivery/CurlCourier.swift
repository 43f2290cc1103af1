import CCurl
import Foundation
public import UseCases
import Workflow

/// Carries messages by libcurl: webhooks over HTTPS, mail over SMTP.
public final class CurlCourier: Courier {
    private let settings: DeliverySettings

    public init(_ settings: DeliverySettings) {
        self.settings = settings
        // Once for the process; repeated calls only count.
        _ = liban_curl_begin()
    }

    /// On a thread of its own: libcurl waits, and the pool's threads must not.
    public func carry(_ delivery: Delivery, document: DeliveryDocument?) async throws(Undelivered) {
        let settings = settings
        let outcome = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Void, Undelivered>, Never>) in
            Thread.detachNewThread {
                continuation.resume(returning: Self.send(delivery, document, settings))
            }
        }
        try outcome.get()
    }

    private static func send(
        _ delivery: Delivery, _ document: DeliveryDocument?, _ settings: DeliverySettings
    ) -> Result<Void, Undelivered> {
        do throws(Undelivered) {
            switch delivery.kind {
            case .email: try Mail(delivery, document, settings).send()
            case .webhook: try Webhook(delivery, document, settings).send()
            }
            return .success(())
        } catch { return .failure(error) }
    }
}
