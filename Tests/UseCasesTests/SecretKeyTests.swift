import Foundation
import Testing

@testable import Boot

struct SecretKeyTests {
    @Test func theKeyIsForItsOwnerOnly() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liban-key-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("sign-in.key").path
        let made = try SecretKey.load(path) { [UInt8](repeating: 7, count: 32) }
        #expect(try SecretKey.load(path) { [UInt8](repeating: 9, count: 32) } == made, "kept")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try Data([1, 2]).write(to: URL(fileURLWithPath: path))
        #expect(throws: BootFault.self) { _ = try SecretKey.load(path) { [] } }
    }
}
