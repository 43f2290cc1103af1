import Foundation
import TestSupport
import Testing
import UseCases

@testable import Vault

/// Uploads in pieces: resumed, repeated, written by one at a time.
struct UploadTests {
    @Test func aBrokenUploadGoesOnWhereItStopped() async throws {
        let shelf = try Shelf()
        let bytes = SampleFiles.withLocation
        try await shelf.begin(size: bytes.count)
        _ = try await shelf.vault.append(Array(bytes[..<700]), to: "one", at: 0)
        // The answer was lost: the client asks where it stands, and finds the upload again under the same token.
        #expect(try await shelf.vault.state(of: "one")?.offset == 700)
        #expect(try await shelf.begin(size: bytes.count).offset == 700)
        await #expect(throws: FileFault.offsetWrong(expected: 700)) {
            try await shelf.vault.append(Array(bytes[..<700]), to: "one", at: 0)
        }
        await #expect(throws: FileFault.offsetWrong(expected: 700)) {
            try await shelf.vault.append([1], to: "one", at: 900)
        }
        _ = try await shelf.vault.append(Array(bytes[700...]), to: "one", at: 700)
        let file = try await shelf.vault.finish("one")
        #expect(file.size == bytes.count)
        // Should the database have failed after it, finishing again gives the same.
        #expect(try await shelf.vault.finish("one") == file)
        try await shelf.vault.settle("one", as: file.sha256)
        #expect(try await shelf.vault.state(of: "one")?.sha256 == file.sha256)
        #expect(!Disk.exists(shelf.vault.part("one")))
    }

    @Test func theSameBytesLieThereOnce() async throws {
        let shelf = try Shelf()
        let first = try await shelf.take(SampleFiles.pdf, token: "a")
        let second = try await shelf.take(SampleFiles.pdf, token: "b", piece: 7)
        #expect(first == second)
        #expect(Disk.names("\(shelf.vault.root)/copies/\(first.sha256.prefix(2))") == ["\(first.sha256).pdf"])
    }

    /// Of two that write the same upload at once, each byte is taken from one of them.
    @Test func twoWritersDoNotMix() async throws {
        let shelf = try Shelf()
        try await shelf.begin()
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    _ = try? await shelf.vault.append([UInt8](repeating: UInt8(writer), count: 5000), to: "one", at: 0)
                }
            }
        }
        let written = Array(try Data(contentsOf: URL(fileURLWithPath: shelf.vault.part("one"))))
        #expect(written.count == 5000 && Set(written).count == 1)
    }

    @Test func withoutAnUploadNothingIsWritten() async throws {
        let shelf = try Shelf()
        await #expect(throws: FileFault.uploadUnknown) { try await shelf.vault.append([1], to: "none", at: 0) }
        #expect(try await shelf.vault.state(of: "none") == nil)
    }

    @Test func aChangedOrForeignSealIsNoticed() async throws {
        let shelf = try Shelf()
        let file = try await shelf.take(SampleFiles.lamp)
        let path = URL(fileURLWithPath: shelf.vault.originalPath(file.sha256))
        let whole = try Data(contentsOf: path)
        var changed = whole
        changed[changed.count - 30] ^= 1
        try changed.write(to: path)
        let damaged = try await shelf.vault.original(file.sha256)
        #expect(throws: FileFault.self) { try Shelf.original(damaged) }
        try whole.dropLast(40).write(to: path)
        let cut = try await shelf.vault.original(file.sha256)
        #expect(throws: FileFault.self) { try Shelf.original(cut) }
        try whole.write(to: path)
        let other = try Vault(
            root: shelf.vault.root, key: try SealingKey.load(shelf.folder.appendingPathComponent("other").path))
        await #expect(throws: FileFault.self) { _ = try await other.original(file.sha256) }
    }

    @Test func theKeyIsMadeOnceAndClosedToOthers() throws {
        let shelf = try Shelf()
        let path = shelf.folder.appendingPathComponent("key").path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try SealingKey.load(path).mark == SealingKey.load(path).mark)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
        #expect(throws: FileFault.self) { try SealingKey.load(path) }
    }
}
