import Hummingbird
import UseCases
import Workflow

/// What a write has to say about itself beside its content.
enum Preconditions {
    static let keyLimit = 255

    /// The key under which the answer is kept, with a fingerprint over everything that was asked.
    static func requestKey(_ call: Call, _ caller: Caller, body: [UInt8]) throws -> RequestKey {
        let keys = call.request.headers[values: .idempotencyKey]
        guard let key = keys.first else { throw Problem(.keyMissing) }
        guard keys.count == 1 else { throw Problem(.keyMalformed) }
        return try requestKey(key, call, caller, body: body)
    }

    static func requestKey(_ key: String, _ call: Call, _ caller: Caller, body: [UInt8]) throws -> RequestKey {
        guard (1...keyLimit).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(.keyMalformed)
        }
        // Parts are separated by a byte that none of them but the last can hold, so no two requests collide.
        var asked = Array(call.request.method.rawValue.utf8)
        asked.append(0)
        asked.append(contentsOf: call.request.uri.path.utf8)
        asked.append(0)
        asked.append(contentsOf: "\(caller.person.town)/\(caller.person.id)".utf8)
        asked.append(0)
        asked.append(contentsOf: body)
        return RequestKey(
            town: caller.person.town, person: caller.person.id, key: key,
            fingerprint: call.services.secrets.sha256(asked))
    }

    /// The version the person saw, alone or as the tag a read gave (`EntityTags`). `*` says that any will do.
    ///
    /// - Parameter first: the version of a thing that nothing has happened to yet.
    static func expectedVersion(_ request: Request, from first: Int = 1) throws -> Int? {
        let values = request.headers[values: .ifMatch]
        guard let text = values.first else { throw Problem(.versionMissing) }
        if values.count == 1, text == "*" { return nil }
        guard values.count == 1, text.count >= 3, text.hasPrefix("\""), text.hasSuffix("\"") else {
            throw Problem(.versionMalformed)
        }
        return try version(text.dropFirst().dropLast().prefix { $0 != "-" }, from: first)
    }

    /// A version as text: a number as we write it, without sign or leading zero.
    static func version(_ digits: some StringProtocol, from first: Int = 1) throws -> Int {
        guard let version = Int(digits), version >= first, String(version) == digits else {
            throw Problem(.versionMalformed)
        }
        return version
    }
}
