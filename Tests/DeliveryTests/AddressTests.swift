import Testing

@testable import Delivery
@testable import UseCases

/// What may be called, and how a message is written down.
struct AddressTests {
    private static func four(_ text: String) -> UInt32 {
        text.split(separator: ".").reduce(0) { $0 << 8 | (UInt32($1) ?? 0) }
    }

    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
    ]) func privateAddressesAreClosed(text: String) {
        #expect(!NetworkAddress.isOpen(Self.four(text)))
    }

    @Test(arguments: ["1.1.1.1", "8.8.8.8", "100.63.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "223.5.5.5"])
    func publicAddressesAreOpen(text: String) {
        #expect(NetworkAddress.isOpen(Self.four(text)))
    }

    @Test func addressesOfSixteenBytes() {
        func sixteen(_ bytes: [Int: UInt8]) -> [UInt8] { (0..<16).map { bytes[$0] ?? 0 } }
        let closed: [[UInt8]] = [
            sixteen([15: 1]), sixteen([:]), sixteen([0: 0xFE, 1: 0x80]), sixteen([0: 0xFC]), sixteen([0: 0xFF]),
            sixteen([10: 0xFF, 11: 0xFF, 12: 127, 15: 1]), sixteen([1: 0x64, 2: 0xFF, 3: 0x9B, 12: 10, 15: 1]),
            sixteen([0: 0x20, 1: 0x02, 2: 192, 3: 168]), sixteen([0: 0x20, 1: 0x01, 2: 0x0D, 3: 0xB8]), [1, 2],
        ]
        for address in closed { #expect(!NetworkAddress.isOpen(address), "\(address)") }
        #expect(NetworkAddress.isOpen(sixteen([0: 0x24, 1: 0x08, 15: 1])))
        #expect(NetworkAddress.isOpen(sixteen([10: 0xFF, 11: 0xFF, 12: 8, 13: 8, 14: 8, 15: 8])))
    }

    @Test func theSignatureIsHMACSHA256() {
        // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac key
        #expect(
            Webhook.signature("1700000000", Array(#"{"a":1}"#.utf8), key: "key")
                == "a438e398bfafc57e4396bb7fc2304422f0f768e965d073ca313cb52e22e6ad03")
    }

    @Test func mailboxesAreOneAddressAndNothingElse() {
        for good in ["a@b.cn", "wang.clerk+x@mail.gov.cn"] { #expect(DeliveryAddress.isMailbox(good)) }
        for bad in [
            "", "a", "a@", "@b", "a@b@c", "a b@c.cn", "a@b.cn\r\nBcc: x@y.cn", "<a@b.cn>", "a@b.cn,c@d.cn", "王@b.cn",
        ] {
            #expect(!DeliveryAddress.isMailbox(bad), "\(bad)")
        }
    }

    @Test func webhooksAreHTTPS() {
        let strict = DeliverySettings(smtpURL: nil, smtpFrom: nil, allowsPrivate: false, publicURL: nil)
        let open = DeliverySettings(smtpURL: nil, smtpFrom: nil, allowsPrivate: true, publicURL: nil)
        #expect(DeliveryAddress.isWebhook("https://a.example/x", strict))
        #expect(DeliveryAddress.isWebhook("http://127.0.0.1:9/x", open))
        for bad in ["http://a.example", "file:///etc/passwd", "https://", "https://u:p@a.example/", "gopher://a", "x"] {
            #expect(!DeliveryAddress.isWebhook(bad, strict), "\(bad)")
        }
    }

    @Test func longChineseSubjectsAreFoldedBetweenCharacters() {
        let text = String(repeating: "新增红灯", count: 20) + "\r\nBcc: x@y.cn"
        let lines = Mail.encoded(text).split(separator: "\r\n").map { $0.drop { $0 == " " } }
        #expect(lines.count > 3)
        for line in lines { #expect(line.count <= 75 && line.hasPrefix("=?UTF-8?B?") && line.hasSuffix("?=")) }
    }

    @Test func pausesGrowAndEnd() {
        #expect((1...12).map(Deliveries.pause) == [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600])
    }
}
