import CCurl
import CSodium
import Foundation
import Glibc
import UseCases
import Workflow

/// A message to a program: one POST of JSON, signed with the recipient's own key.
///
/// The receiver computes HMAC-SHA256 over "timestamp.body" with its key and compares; it knows a repetition by
/// `Idempotency-Key`, which stays the same for all attempts.
struct Webhook {
    let delivery: Delivery
    let document: DeliveryDocument?
    let settings: DeliverySettings

    init(_ delivery: Delivery, _ document: DeliveryDocument?, _ settings: DeliverySettings) {
        self.delivery = delivery
        self.document = document
        self.settings = settings
    }

    func send() throws(Undelivered) {
        guard DeliveryAddress.isWebhook(delivery.address, settings) else {
            throw Undelivered("the address is not https", isFinal: true)
        }
        guard let secret = delivery.secret else { throw Undelivered("the recipient has no key", isFinal: true) }
        let body = try payload()
        let timestamp = "\(Int(Date().timeIntervalSince1970))"
        let transfer = try Transfer()
        transfer.set(CURLOPT_URL, delivery.address)
        transfer.set(CURLOPT_PROTOCOLS_STR, settings.allowsPrivate ? "http,https" : "https")
        // An answer that leads elsewhere could lead inside.
        transfer.set(CURLOPT_FOLLOWLOCATION, 0)
        transfer.set(CURLOPT_USERAGENT, "Liban")
        // A proxy would connect where we may not.
        transfer.set(CURLOPT_PROXY, "")
        if !settings.allowsPrivate { liban_curl_sockets(transfer.handle, Self.openSocket, nil) }
        transfer.set(
            CURLOPT_HTTPHEADER,
            [
                "Content-Type: application/json", "Idempotency-Key: \(delivery.key)", "Liban-Timestamp: \(timestamp)",
                "Liban-Signature: sha256=\(Self.signature(timestamp, body, key: secret))", "Expect:",
            ])
        transfer.set(CURLOPT_POSTFIELDSIZE, body.count)
        let status = try body.withUnsafeBufferPointer { bytes throws(Undelivered) in
            // The bytes live until the transfer is over.
            bytes.withMemoryRebound(to: CChar.self) { text in
                _ = liban_curl_text(transfer.handle, CURLOPT_POSTFIELDS, text.baseAddress)
            }
            return try transfer.run()
        }
        // 410 says that nobody wants this any more.
        guard (200..<300).contains(status) else {
            throw Undelivered("the server answered \(status)", isFinal: status == 410)
        }
    }

    /// Lower-case hexadecimal HMAC-SHA256 (RFC 2104) of "timestamp.body".
    static func signature(_ timestamp: String, _ body: [UInt8], key: String) -> String {
        var state = crypto_auth_hmacsha256_state()
        let key = Array(key.utf8)
        crypto_auth_hmacsha256_init(&state, key, key.count)
        let message = Array("\(timestamp).".utf8) + body
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &code)
        return code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private struct Payload: Encodable {
        struct File: Encodable {
            let name: String
            let mediaType: String
            let base64: String
        }

        let key: String
        let effect: String
        let subject: String
        let text: String
        let project: String?
        let url: String?
        let putAt: String
        let document: File?
    }

    private func payload() throws(Undelivered) -> [UInt8] {
        let payload = Payload(
            key: delivery.key, effect: delivery.effect, subject: delivery.subject, text: delivery.body,
            project: delivery.project?.description, url: delivery.link(settings),
            putAt: delivery.putAt.description,
            document: document.map {
                Payload.File(name: $0.name, mediaType: $0.mediaType, base64: Data($0.bytes).base64EncodedString())
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(payload)) } catch {
            throw Undelivered("the message cannot be written as JSON", isFinal: true)
        }
    }

    /// Checked at the moment of connecting, when the name has become an address: a name that pointed outside a moment
    /// ago cannot point inside now.
    private static let openSocket: curl_opensocket_callback = { _, _, address in
        // -1 is CURL_SOCKET_BAD.
        guard let address, let bytes = liban_curl_address(address), NetworkAddress.isOpen(bytes) else { return -1 }
        return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    }
}

extension Delivery {
    /// The project's page; nil for a pack, and where no address is known.
    func link(_ settings: DeliverySettings) -> String? {
        guard let base = settings.publicURL, let project else { return nil }
        return "\(base)/projects/\(project)"
    }
}
