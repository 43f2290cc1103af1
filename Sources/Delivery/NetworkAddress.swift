import Glibc

/// Whether an address belongs to the open network. A webhook's address is given by people, and a server that calls
/// whatever it is told would open the office's own network (SSRF).
enum NetworkAddress {
    /// Ranges that are nobody's outside: RFC 6890 and its register at IANA, by first bits.
    private static let closed4: [(address: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
        (0xC000_0000, 24), (0xC000_0200, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xC633_6400, 24),
        (0xCB00_7100, 24), (0xE000_0000, 3),
    ]

    static func isOpen(_ address: UInt32) -> Bool {
        !closed4.contains { address >> (32 - $0.bits) == $0.address >> (32 - $0.bits) }
    }

    /// Only 2000::/3 is given out; within it what carries an IPv4 address counts by that one.
    static func isOpen(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        func four(_ start: Int) -> UInt32 { bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        // ::ffff:0:0/96 and 64:ff9b::/96 carry one at the end, 2002::/16 after its first two bytes.
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF { return isOpen(four(12)) }
        if Array(bytes.prefix(12)) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return isOpen(four(12)) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return isOpen(four(2)) }
        // 2001:db8::/32 is for examples, 2001::/23 for protocols such as Teredo.
        if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 2 || bytes[2] == 0x0D && bytes[3] == 0xB8 { return false }
        return bytes[0] & 0xE0 == 0x20
    }

    /// - Parameter address: a `sockaddr` of its family's own length.
    static func isOpen(_ address: UnsafeRawPointer) -> Bool {
        switch Int32(address.loadUnaligned(as: sockaddr.self).sa_family) {
        case AF_INET: isOpen(UInt32(bigEndian: address.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6:
            withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { isOpen(Array($0)) }
        case _: false
        }
    }
}
