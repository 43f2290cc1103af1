import Foundation
import Testing

@testable import Vault

/// Short texts under the key: they open where they belong and nowhere else.
struct SealingTests {
    @Test func aTextOpensOnlyWhereItBelongs() throws {
        let shelf = try Shelf()
        let key = shelf.key
        let text = Array("13812341234\n欧阳建国".utf8)
        let sealed = key.seal(text, about: "ABCDEFGHJK")
        #expect(key.unseal(sealed, about: "ABCDEFGHJK") == text)
        #expect(key.unseal(sealed, about: "ABCDEFGHJL") == nil, "moved to another row it does not open")
        #expect(key.seal(text, about: "ABCDEFGHJK") != sealed, "the same name twice does not look the same")
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(key.unseal(changed, about: "ABCDEFGHJK") == nil, "\(index)")
        }
        for count in 0..<sealed.count { #expect(key.unseal(Array(sealed[..<count]), about: "ABCDEFGHJK") == nil) }
        let other = try SealingKey.load(shelf.folder.appendingPathComponent("other").path)
        #expect(other.unseal(sealed, about: "ABCDEFGHJK") == nil)
    }
}
