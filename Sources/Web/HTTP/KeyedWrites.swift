import HTTPTypes
import Hummingbird
import Locking
import UseCases
import Workflow

/// `Idempotency-Key` on writes whose use case does not keep their answers itself: carried out once, answered alike.
enum KeyedWrites {
    /// An answer of a write is some hundred bytes; one that is longer is a file and is not kept.
    static let answerLimit = 256 * 1024
    /// What a stored version says where the answer had no `ETag`.
    private static let untagged = -1

    static func answer(
        _ call: Call, _ caller: Caller, _ handle: @Sendable (Call, Caller) async throws -> Response
    ) async throws -> Response {
        guard let contract = call.contract, let keyed = contract.keyed, keyed.isKeptHere,
            !call.request.headers[values: .idempotencyKey].isEmpty
        else { return try await handle(call, caller) }
        // Before anything is read of the body: a key that is none, and one that is being worked on.
        let place = try Preconditions.requestKey(call, caller, body: [])
        let body = try await PassingBody(call, isStreamed: contract.takesBytes)
        // Both are 32 bytes long, so what follows them is the query and nothing else.
        let query = Array((call.request.uri.query ?? "").utf8)
        let key = { @Sendable in
            RequestKey(
                town: place.town, person: place.person, key: place.key,
                fingerprint: call.services.secrets.sha256(place.fingerprint + body.digest + query))
        }
        var fresh: Response?
        let stored = try await call.services.requestKeys.once(place, key: key, read: { try await body.drain() }) {
            let response = try await handle(call.with(body.request), caller)
            fresh = response
            guard keyed != .shownOnce, let bytes = try await response.bytes(upTo: answerLimit) else { return nil }
            let tag = response.headers[.eTag].flatMap { Int($0.filter { $0 != "\"" }) }
            return RenderedAnswer(status: response.status.code, version: tag ?? untagged, body: bytes)
        }
        if let fresh { return fresh }
        // Without an answer and without a refusal it cannot come here.
        guard let stored else { throw Problem(.answerNotKept) }
        let status = HTTPResponse.Status(code: stored.status)
        guard !stored.body.isEmpty else { return Response(status: status) }
        return .json(stored.body, status: status, version: stored.version == untagged ? nil : stored.version)
    }
}

extension Contract {
    /// The body is a file, which is not held in memory.
    fileprivate var takesBytes: Bool { if case .media? = body { true } else { false } }
}

/// A body with its digest. A file's is taken as it passes, over blocks of a fixed size, whatever pieces the network
/// makes.
private final class PassingBody: Sendable {
    private struct State {
        var digest: [UInt8] = []
        var block: [UInt8] = []
    }

    private static let blockSize = 64 * 1024
    private let original: Request
    private let isStreamed: Bool
    private let secrets: any Secrets
    private let state = Locked(State())

    init(_ call: Call, isStreamed: Bool) async throws {
        (self.isStreamed, secrets) = (isStreamed, call.services.secrets)
        guard !isStreamed else {
            original = call.request
            return
        }
        let bytes = ByteBuffer(bytes: try await call.body())
        original = Request(head: call.request.head, body: RequestBody(buffer: bytes))
        note(bytes)
    }

    /// For the handler to read.
    var request: Request {
        guard isStreamed else { return original }
        let passing = original.body.map { piece in
            self.note(piece)
            return piece
        }
        return Request(head: original.head, body: RequestBody(asyncSequence: passing))
    }

    /// Of everything that has passed so far.
    var digest: [UInt8] {
        let now = state.withLock { $0 }
        return secrets.sha256(now.digest + now.block)
    }

    /// Reads a file without using it.
    func drain() async throws {
        guard isStreamed else { return }
        var length = 0
        for try await piece in original.body {
            length += piece.readableBytes
            guard length <= FileLimits.bytes else { throw Problem(FileFault.tooLarge) }
            note(piece)
        }
    }

    private func note(_ piece: ByteBuffer) {
        state.withLock { state in
            state.block.append(contentsOf: piece.readableBytesView)
            while state.block.count >= Self.blockSize {
                state.digest = secrets.sha256(state.digest + state.block.prefix(Self.blockSize))
                state.block.removeFirst(Self.blockSize)
            }
        }
    }
}
