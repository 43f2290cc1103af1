import Workflow

/// Gives each request key one effect, for writes whose use case does not keep their answers itself.
public struct RequestKeys: Sendable {
    private let store: any RequestKeyStore
    private let underWay = KeysUnderWay()

    public init(store: any RequestKeyStore) { self.store = store }

    /// Runs the write unless its key was carried out already; then its answer stands.
    ///
    /// - Parameters:
    ///   - place: by town, person and key; the fingerprint is looked at once the body is known.
    ///   - key: the whole key; asked for when `write` or `read` has seen the body.
    ///   - read: reads a body without carrying anything out, to compare it with the first one.
    ///   - write: its answer is kept; nil where it holds a secret, which is shown once.
    /// Throws: what `write` throws; nothing is kept then, unless its effect was committed before.
    public func once(
        _ place: RequestKey, key: @escaping @Sendable () -> RequestKey, read: () async throws -> Void,
        write: () async throws -> RenderedAnswer?
    ) async throws -> RenderedAnswer? {
        guard underWay.begin(place) else { throw UseCaseError.keyInProgress }
        defer { underWay.end(place) }
        if let given = try await stored({ try await store.answer(under: place) }) {
            try await read()
            return try Self.replayed(given, key())
        }
        let written: RenderedAnswer?
        do {
            written = try await RequestClaim.$current.withValue(RequestClaim(key)) { try await write() }
        } catch UseCaseError.store(.keyUsed) {
            // Another process carried it out at the same moment, and ours was taken back as a whole.
            guard let given = try await stored({ try await store.answer(under: place) }) else {
                throw UseCaseError.keyInProgress
            }
            return try Self.replayed(given, key())
        }
        let answer = written.map {
            StoredAnswer(fingerprint: key().fingerprint, status: $0.status, version: $0.version, body: $0.body)
        }
        let kept = key()
        // It is done, whatever becomes of this: where the answer cannot be kept, the claim still says that much.
        try? await stored { try await store.settle(answer ?? .claimed(kept), under: kept) }
        return written
    }

    private static func replayed(_ given: StoredAnswer, _ key: RequestKey) throws(UseCaseError) -> RenderedAnswer {
        guard given.fingerprint == key.fingerprint else { throw .keyReused }
        guard given.status != StoredAnswer.claimedStatus else { throw .answerNotKept }
        return RenderedAnswer(status: given.status, version: given.version, body: given.body)
    }
}

extension StoredAnswer {
    /// No answer of HTTP: the request was carried out, and what it answered is not kept.
    public static let claimedStatus = 0

    /// What an effect leaves under its key before there is an answer.
    public static func claimed(_ key: RequestKey) -> StoredAnswer {
        StoredAnswer(fingerprint: key.fingerprint, status: claimedStatus, version: 0, body: [])
    }
}
