import Foundation
import TestSupport
import Testing
import UseCases

@testable import Vault

/// What is cleared away, what stays, and what a check of the directory finds.
struct SweepTests {
    private static func makeOld(_ path: String) throws {
        let day = Date(timeIntervalSinceNow: -Double(FileLimits.uploadHours + 1) * 3600)
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
    }

    @Test func whatNobodyFinishedOrKnowsGoesAfterThreeDays() async throws {
        let shelf = try Shelf()
        let vault = shelf.vault
        try await shelf.begin("old")
        _ = try await vault.append([1, 2, 3], to: "old", at: 0)
        try await shelf.begin("new")
        let known = try await shelf.take(SampleFiles.lamp)
        let orphan = try await shelf.take(SampleFiles.road)
        let fresh = try await shelf.take(SampleFiles.pdf)
        let old =
            [vault.note("old"), vault.part("old")]
            + [known, orphan].flatMap {
                [
                    vault.originalPath($0.sha256), vault.copyPath($0.sha256, .screen),
                    vault.copyPath($0.sha256, .thumb),
                ]
            }
        for path in old { try Self.makeOld(path) }
        let (uploads, orphans) = try await vault.sweep { hashes in Set(hashes).intersection([known.sha256]) }
        #expect((uploads, orphans) == (1, 3))
        #expect(try await vault.state(of: "old") == nil)
        #expect(try await vault.state(of: "new") != nil)
        #expect(await vault.copy(known.sha256, .screen) != nil)
        #expect(await vault.copy(orphan.sha256, .screen) == nil)
        // What came a moment ago may be on its way into the database.
        #expect(await vault.copy(fresh.sha256, .document) != nil)
        #expect(await vault.difference(known) == nil)
    }

    @Test func aChangedFileIsNamed() async throws {
        let shelf = try Shelf()
        let vault = shelf.vault
        let photo = try await shelf.take(SampleFiles.lamp)
        let paper = try await shelf.take(SampleFiles.pdf)
        for file in [photo, paper] { #expect(await vault.difference(file) == nil) }
        func change(_ path: String, _ body: () async -> Void) async throws {
            let url = URL(fileURLWithPath: path)
            let whole = try Data(contentsOf: url)
            var changed = whole
            changed[changed.count / 2] ^= 1
            try changed.write(to: url)
            await body()
            try whole.write(to: url)
        }
        for path in [vault.originalPath(photo.sha256), vault.copyPath(photo.sha256, .screen)] {
            try await change(path) {
                let found = await vault.difference(photo)
                #expect(found?.contains(photo.sha256) == true || found?.contains("changed") == true, "\(path)")
            }
        }
        try await change(vault.copyPath(paper.sha256, .document)) {
            #expect(await vault.difference(paper)?.contains("another hash") == true)
        }
        try FileManager.default.removeItem(atPath: vault.copyPath(photo.sha256, .thumb))
        #expect(await vault.difference(photo) != nil)
    }
}
