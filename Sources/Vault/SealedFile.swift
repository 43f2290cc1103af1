internal import CSodium
internal import Glibc
internal import UseCases

/// Seals and opens originals: libsodium's secret stream in pieces of 64 KiB, so that memory does not grow with them.
/// A piece that is missing, swapped or changed ends the reading.
enum SealedFile {
    private static let piece = 64 << 10
    private static let magic = Array("LIBANSEAL1".utf8)
    private static let sealedPiece = piece + 17  // crypto_secretstream_xchacha20poly1305_ABYTES
    private static let headerBytes = 24
    private static let final: UInt8 = 3  // crypto_secretstream_xchacha20poly1305_TAG_FINAL, a macro of macros

    /// Writes `source` sealed to `target` and waits until it is on disk.
    static func seal(_ source: String, to target: String, _ key: SealingKey) throws(FileFault) {
        let input = try Descriptor(source, O_RDONLY)
        let output = try Descriptor(target, O_WRONLY | O_CREAT | O_TRUNC)
        var state = crypto_secretstream_xchacha20poly1305_state()
        var header = [UInt8](repeating: 0, count: headerBytes)
        crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key.subkey(.originals))
        try output.write(magic + key.mark + header)
        var current = try input.read(piece)
        while true {
            let next = try input.read(piece)
            var sealed = [UInt8](repeating: 0, count: current.count + 17)
            let tag: UInt8 = next.isEmpty ? final : 0
            crypto_secretstream_xchacha20poly1305_push(
                &state, &sealed, nil, current, UInt64(current.count), nil, 0, tag)
            try output.write(sealed)
            if next.isEmpty { break }
            current = next
        }
        try output.synchronize()
    }

    /// Gives the original piece by piece.
    static func reader(_ path: String, _ key: SealingKey) throws(FileFault) -> OriginalReader {
        let input = try Descriptor(path, O_RDONLY)
        let head = try input.read(magic.count + key.mark.count + headerBytes)
        guard head.starts(with: magic), head.count == magic.count + key.mark.count + headerBytes else {
            throw .storage("\(path) is no sealed original")
        }
        guard head.dropFirst(magic.count).starts(with: key.mark) else {
            throw .storage("\(path) was sealed under another key; put that key back")
        }
        let stream = Stream(input: input, header: Array(head.suffix(headerBytes)), key: key.subkey(.originals))
        return { try stream.next() }
    }

    // @unchecked: one reader pulls one piece after the other.
    private final class Stream: @unchecked Sendable {
        private let input: Descriptor
        private var state = crypto_secretstream_xchacha20poly1305_state()
        private var isDone = false

        init(input: Descriptor, header: [UInt8], key: [UInt8]) {
            self.input = input
            crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key)
        }

        func next() throws(FileFault) -> [UInt8]? {
            if isDone { return nil }
            let sealed = try input.read(sealedPiece)
            guard sealed.count >= 17 else { throw .storage("a sealed original is cut short") }
            var plain = [UInt8](repeating: 0, count: sealed.count - 17)
            var tag: UInt8 = 0
            let opened = crypto_secretstream_xchacha20poly1305_pull(
                &state, &plain, nil, &tag, sealed, UInt64(sealed.count), nil, 0)
            guard opened == 0 else { throw .storage("a sealed original was changed") }
            isDone = tag == final
            return plain
        }
    }
}
