import TestSupport
import Testing
import UseCases

@testable import Vault

/// What is not taken, and why it says so.
struct RefusedFileTests {
    private static let cases: [(String, [UInt8], FileFault)] = [
        ("nothing", [], .empty),
        ("text", Array("hello, world".utf8), .typeUnknown),
        ("a page", Array("<!DOCTYPE html><script>".utf8), .typeUnknown),
        ("a GIF", Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0], .typeUnknown),
        ("HEIC", [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0], .heic),
        ("a cut JPEG", Array(SampleFiles.lamp.dropLast(400)), .incomplete),
        ("a cut PNG", Array(SampleFiles.png(64, 64).dropLast(20)), .incomplete),
        ("a cut WebP", Array(SampleFiles.webp.dropLast(9)), .incomplete),
        ("a cut PDF", Array(SampleFiles.pdf.dropLast(8)), .incomplete),
        ("a photo with an archive", SampleFiles.photoAndArchive, .polyglot),
        ("a photo with a script", SampleFiles.photoAndScript, .polyglot),
        ("a PNG with something behind", SampleFiles.png(8, 8) + Array("MZ".utf8), .polyglot),
        ("a PDF with an archive", SampleFiles.pdf + Array("PK\u{05}\u{06}%%EOF".utf8), .polyglot),
        ("a huge PNG", SampleFiles.pngClaiming(30_000, 30_000), .tooManyPixels),
        ("a wide PNG", SampleFiles.pngClaiming(60_000, 1), .tooManyPixels),
        ("no pixels", SampleFiles.pngClaiming(0, 10), .unreadable),
        // Within the limit, but there are no rows in it: the decoder's process says so, not the server's.
        ("a PNG without its rows", SampleFiles.pngClaiming(5_000, 5_000), .unreadable),
    ]

    @Test(arguments: cases.map(\.0)) func isRefused(_ name: String) async throws {
        let (_, bytes, fault) = try #require(Self.cases.first { $0.0 == name })
        let shelf = try Shelf()
        try await shelf.begin("t")
        if !bytes.isEmpty { _ = try await shelf.vault.append(bytes, to: "t", at: 0) }
        await #expect(throws: fault) { try await shelf.vault.finish("t") }
        // Nothing of it is kept but the upload itself, which is swept later.
        #expect(Disk.names("\(shelf.vault.root)/originals").isEmpty)
        #expect(Disk.names("\(shelf.vault.root)/copies").isEmpty)
    }

    /// Phones append a film or a second picture; a name says nothing.
    @Test func whatPhonesAppendIsNoReason() async throws {
        let shelf = try Shelf()
        let film = [0, 0, 0, 24] + Array("ftypmp42".utf8) + [UInt8](repeating: 7, count: 200)
        for tail in [film, SampleFiles.road, [UInt8](repeating: 0, count: 64)] {
            let file = try await shelf.take(SampleFiles.lamp + tail)
            let copy = try shelf.copy(file.sha256, .screen)
            #expect(copy.count < SampleFiles.lamp.count * 4)
        }
    }

    @Test func everyFaultSaysWhatToDo() {
        let faults: [FileFault] =
            Self.cases.map(\.2) + [
                .tooLarge, .offsetWrong(expected: 3), .busy, .uploadUnknown, .quotaUsedUp, .projectEnded,
                .fileUnknown("ab"), .storage("disk"),
            ]
        for fault in faults {
            #expect(fault.chinese.hasSuffix("。") && fault.english.hasSuffix("."))
            #expect(!fault.chinese.contains("disk") && !fault.english.contains("disk"))
        }
    }
}
