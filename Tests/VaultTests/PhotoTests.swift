import Foundation
import Seeds
import TestSupport
import Testing
import UseCases

@testable import Vault

/// Photos are re-encoded: no place, no camera, upright, small; what was sent is sealed.
struct PhotoTests {
    @Test func aPhotoLosesItsPlaceAndStandsUpright() async throws {
        let shelf = try Shelf()
        let file = try await shelf.take(SampleFiles.withLocation)
        #expect(file.type == .jpeg && file.width == 160 && file.height == 120)
        for variant in [FileVariant.screen, .thumb] {
            let copy = try shelf.copy(file.sha256, variant)
            let text = String(decoding: copy, as: UTF8.self)
            #expect(!text.contains("Exif") && !text.contains("Liban") && !text.contains("http"))
            // Turned by its EXIF orientation: what was wide is high now.
            let layout = try Sniffed(try MappedBytes(shelf.vault.copyPath(file.sha256, variant)))
            #expect((layout.width, layout.height) == (120, 160))
        }
        let sealed = try Data(contentsOf: URL(fileURLWithPath: shelf.vault.originalPath(file.sha256)))
        #expect(!String(decoding: sealed, as: UTF8.self).contains("Exif"))
        let original = try Shelf.original(try await shelf.vault.original(file.sha256))
        #expect(original == SampleFiles.withLocation)
    }

    /// exiftool looks deeper than we do; where it is installed it has the last word.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/exiftool")))
    func exiftoolFindsNothingLeft() async throws {
        let shelf = try Shelf()
        let file = try await shelf.take(SampleFiles.withLocation)
        let before = shelf.folder.appendingPathComponent("before.jpg")
        try Data(SampleFiles.withLocation).write(to: before)
        #expect(try Self.exiftool(before.path).contains("GPS Position"))
        let after = try Self.exiftool(shelf.vault.copyPath(file.sha256, .screen))
        for word in ["GPS", "Make", "Orientation", "XMP", "ICC", "Comment"] {
            #expect(!after.contains(word), "\(after)")
        }
    }

    @Test func pngAndWebPAreServedAsJPEG() async throws {
        let shelf = try Shelf()
        for (bytes, type, width) in [(SampleFiles.png(200, 50), FileType.png, 200), (SampleFiles.webp, .webp, 80)] {
            let file = try await shelf.take(bytes)
            #expect(file.type == type && file.width == width)
            #expect(try shelf.copy(file.sha256, .thumb).starts(with: [0xFF, 0xD8, 0xFF]))
        }
    }

    @Test func theSamePictureSentThroughAChatLooksTheSame() async throws {
        let shelf = try Shelf()
        let lamp = try #require(try await shelf.take(SampleFiles.lamp).look)
        let again = try #require(try await shelf.take(SampleFiles.lampAgain).look)
        let road = try #require(try await shelf.take(SampleFiles.road).look)
        #expect((lamp ^ again).nonzeroBitCount <= PhotoLook.distance)
        #expect((lamp ^ road).nonzeroBitCount > 2 * PhotoLook.distance)
        #expect(!Set(PhotoLook.slices(lamp)).isDisjoint(with: PhotoLook.slices(again)))
    }

    /// Any five bits may differ and an index over slices still finds the pair. Seeded.
    @Test func slicesFindEveryLookWithinTheDistance() {
        var generator = SplitMix64(seed: 20_261_128)
        for _ in 0..<2_000 {
            let look = generator.next()
            var other = look
            for _ in 0..<PhotoLook.distance { other ^= 1 << (generator.next() % 64) }
            #expect(!Set(PhotoLook.slices(look)).isDisjoint(with: PhotoLook.slices(other)), "\(look) \(other)")
        }
    }

    private static func exiftool(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/exiftool")
        process.arguments = [path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
