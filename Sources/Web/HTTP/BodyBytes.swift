import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// The body in memory, for what has to look at all of it; nil where it is streamed or longer than `limit`.
    func bytes(upTo limit: Int) async throws -> [UInt8]? {
        guard let length = body.contentLength, length <= limit else { return nil }
        let gathered = Gathered()
        try await body.write(GatheringWriter(gathered: gathered))
        return gathered.bytes
    }
}

/// Used by one task at a time: a body is written from its beginning to its end.
private final class Gathered: @unchecked Sendable {
    var bytes: [UInt8] = []
}

private struct GatheringWriter: ResponseBodyWriter {
    let gathered: Gathered

    mutating func write(_ buffer: ByteBuffer) async throws {
        gathered.bytes.append(contentsOf: buffer.readableBytesView)
    }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
