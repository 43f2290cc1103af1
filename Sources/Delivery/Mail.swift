import CCurl
import Foundation
import UseCases
import Workflow

/// A message to a mailbox: plain text with its file attached, by the mail server of the settings.
struct Mail {
    let delivery: Delivery
    let document: DeliveryDocument?
    let settings: DeliverySettings

    init(_ delivery: Delivery, _ document: DeliveryDocument?, _ settings: DeliverySettings) {
        self.delivery = delivery
        self.document = document
        self.settings = settings
    }

    func send() throws(Undelivered) {
        guard let server = settings.smtpURL, let from = settings.smtpFrom else {
            throw Undelivered("no mail server is set: LIBAN_SMTP_URL and LIBAN_SMTP_FROM")
        }
        guard DeliveryAddress.isMailbox(delivery.address), DeliveryAddress.isMailbox(from) else {
            throw Undelivered("that is no mailbox", isFinal: true)
        }
        let transfer = try Transfer()
        transfer.set(CURLOPT_URL, server)
        transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // Names and passwords go over TLS only; a relay on this machine needs neither.
        let isLocal = URL(string: server)?.host().map { ["localhost", "127.0.0.1", "::1"].contains($0) } ?? false
        transfer.set(CURLOPT_USE_SSL, Int((isLocal ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue))
        transfer.set(CURLOPT_MAIL_FROM, "<\(from)>")
        transfer.set(CURLOPT_MAIL_RCPT, ["<\(delivery.address)>"])
        transfer.set(CURLOPT_HTTPHEADER, headers(from))
        guard let mime = curl_mime_init(transfer.handle) else { throw Undelivered("libcurl cannot be used") }
        defer { curl_mime_free(mime) }
        let text = curl_mime_addpart(mime)
        add(Array(words.utf8), to: text, type: "text/plain; charset=utf-8")
        if let document {
            let part = curl_mime_addpart(mime)
            // The name twice: as RFC 2231 has it, and as older mail programs read it.
            add(
                document.bytes, to: part,
                type: "\(document.mediaType); name=\"\(Self.encoded(document.name, fold: " "))\"")
            let name = document.name.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? "liban.pdf"
            let header = curl_slist_append(nil, "Content-Disposition: attachment; filename*=UTF-8''\(name)")
            curl_mime_headers(part, header, 1)
        }
        liban_curl_mime(transfer.handle, mime)
        let status = try transfer.run()
        guard (200..<300).contains(status) else { throw Undelivered("the mail server answered \(status)") }
    }

    private func add(_ bytes: [UInt8], to part: OpaquePointer?, type: String) {
        bytes.withUnsafeBytes { bytes in
            _ = curl_mime_data(part, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        curl_mime_type(part, type)
        curl_mime_encoder(part, "base64")
    }

    /// What needs no escape in a parameter of a header; letters of other scripts do.
    private static let plain = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")

    private var words: String {
        let link = delivery.link(settings).map { "\n\($0)\n" } ?? ""
        return delivery.body + "\n" + link + "\n立办 Liban\n"
    }

    /// The same Message-ID with every attempt, so that a mailbox can tell a repetition.
    private func headers(_ from: String) -> [String] {
        let host = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let sender = Self.encoded("立办")
        let message = "liban-\(delivery.key)-\(delivery.putAt.microseconds)"
        return [
            "Date: \(Self.date(delivery.putAt))", "From: \(sender) <\(from)>", "To: <\(delivery.address)>",
            "Subject: \(Self.encoded(delivery.subject))", "Message-ID: <\(message)@\(host)>",
            "Auto-Submitted: auto-generated",
        ]
    }

    /// RFC 2047 words of at most 75 characters, cut between characters and folded.
    static func encoded(_ text: String, fold: String = "\r\n ") -> String {
        var words: [String] = []
        var portion = ""
        // 45 bytes become 60 characters of Base64; with the frame of 12 that is 72.
        for character in text.map({ $0.isNewline ? " " : $0 }) {
            if portion.utf8.count + character.utf8.count > 45 {
                words.append(portion)
                portion = ""
            }
            portion.append(character)
        }
        words.append(portion)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: fold)
    }

    /// RFC 5322: 20 Nov 2026 17:05:00 +0800.
    static func date(_ moment: Instant) -> String {
        let (year, month, day) = moment.civilDate.parts
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day) \(months[month - 1]) \(year) \(moment.clockText):00 +0800"
    }
}
