import Foundation
import HTTPTypes

/// Whose address a request is counted and noted under.
enum ClientAddress {
    /// The connection's other end; where that is a trusted proxy, the last address it was told of that is none.
    ///
    /// `X-Forwarded-For` from anybody else is what a client likes to say of itself, so it is not read.
    static func of(_ headers: HTTPFields, peer: String?, _ trusted: [AddressRange]) -> String {
        guard let peer else { return "" }
        guard let address = IPAddress(peer) else { return peer }
        guard trusted.contains(where: { $0.contains(address) }) else { return peer }
        // A header given twice means both, in their order.
        let told = headers[values: .forwardedFor].joined(separator: ",").split(separator: ",").map { part in
            String(part.filter { $0 != " " })
        }
        for text in told.reversed() {
            guard let address = IPAddress(text) else { break }
            if !trusted.contains(where: { $0.contains(address) }) { return text }
        }
        return peer
    }
}

/// An IPv4 or IPv6 address as its bytes; IPv4 within IPv6 (`::ffff:10.0.0.1`) is IPv4.
struct IPAddress: Hashable, Sendable {
    let bytes: [UInt8]

    init?(_ text: String) {
        var (four, six) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: &six) { Array($0) }
            let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
            bytes = all.starts(with: mapped) ? Array(all.suffix(4)) : all
        } else {
            return nil
        }
    }
}

/// Addresses that begin alike: `10.0.0.0/8`, or a single one.
public struct AddressRange: Hashable, Sendable {
    private let address: IPAddress
    private let bits: Int

    /// nil for anything but an address with, at will, the number of leading bits that count.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        let all = address.bytes.count * 8
        guard let bits = parts.count == 1 ? all : Int(parts[1]), (0...all).contains(bits) else { return nil }
        self.address = address
        self.bits = bits
    }

    func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        for bit in 0..<bits where (address.bytes[bit / 8] ^ other.bytes[bit / 8]) & (0x80 >> (bit % 8)) != 0 {
            return false
        }
        return true
    }
}

extension HTTPField.Name {
    // A constant, checked by every run: unwrapping it says nothing about input.
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
