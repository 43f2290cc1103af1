import Foundation
import TestSupport
import UseCases
import Workflow

@testable import Vault

/// A vault in a directory of its own, which goes with it.
final class Shelf: Sendable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liban-vault-\(UUID().uuidString)")
    let vault: Vault
    let key: SealingKey

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        key = try SealingKey.load(folder.appendingPathComponent("key").path)
        vault = try Vault(root: folder.appendingPathComponent("files").path, key: key)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @discardableResult
    func begin(_ token: String = "one", size: Int? = nil) async throws -> UploadState {
        try await vault.open(
            Upload(token: token, project: "1-2026-1", person: 7, name: "路灯.jpg", kind: .afterPhoto, size: size))
    }

    /// Sends the bytes in pieces and finishes.
    func take(_ bytes: [UInt8], token: String = UUID().uuidString, piece: Int = 1000) async throws -> StoredFile {
        try await begin(token)
        var offset = 0
        while offset < bytes.count {
            let end = min(bytes.count, offset + piece)
            offset = try await vault.append(Array(bytes[offset..<end]), to: token, at: offset)
        }
        return try await vault.finish(token)
    }

    func copy(_ sha256: String, _ variant: FileVariant) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: vault.copyPath(sha256, variant))))
    }

    static func original(_ read: OriginalReader) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try read() { bytes += piece }
        return bytes
    }
}
