internal import CSodium
public import UseCases

/// Hashes, tokens and passwords by libsodium.
public final class SodiumSecrets: Secrets {
    /// What one password hash costs.
    public struct PasswordCost: Hashable, Sendable {
        public let operations: UInt64
        public let memoryBytes: Int

        /// Argon2id with two passes over 64 MiB: about a tenth of a second, and more memory than a guesser likes.
        public static let service = PasswordCost(operations: 2, memoryBytes: 64 << 20)
        /// The least libsodium takes; for tests only.
        public static let test = PasswordCost(operations: 1, memoryBytes: 8 << 10)

        public init(operations: UInt64, memoryBytes: Int) {
            self.operations = operations
            self.memoryBytes = memoryBytes
        }
    }

    private let cost: PasswordCost
    let sealingKey: [UInt8]
    // Two at a time: a hundred sign-ins at once must not take 6 GB of memory, nor the cores of everybody else.
    private let threads = PasswordThreads(count: 2)

    /// Throws when libsodium cannot be initialised: there is no source of randomness then.
    ///
    /// - Parameter sealingKey: 32 bytes that are kept outside the database; nil for one that lasts as long as this.
    public init(cost: PasswordCost = .service, sealingKey: [UInt8]? = nil) throws(SodiumUnavailable) {
        // Zero the first time, one when it was done before.
        guard sodium_init() >= 0 else { throw SodiumUnavailable() }
        self.cost = cost
        self.sealingKey = sealingKey ?? Self.freshKey()
    }

    /// A new key for sealing.
    public static func freshKey() -> [UInt8] {
        guard sodium_init() >= 0 else { return [] }
        var key = [UInt8](repeating: 0, count: keyBytes)
        randombytes_buf(&key, key.count)
        return key
    }

    deinit { threads.stop() }

    public func sha256(_ bytes: [UInt8]) -> [UInt8] { Store.sha256(bytes) }

    /// 256 random bits in base64url without padding: 43 characters.
    public func randomToken() -> String {
        var random = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&random, random.count)
        let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(random.count, variant))
        _ = sodium_bin2base64(&text, text.count, random, random.count, variant)
        return Self.string(text)
    }

    /// nil when there is not enough memory for it.
    public func hashPassword(_ password: String) async -> String? {
        let cost = cost
        return await threads.run { Self.hash(password, cost) }
    }

    public func verifyPassword(_ password: String, hash: String) async -> Bool {
        await threads.run { crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0 }
    }

    private static func hash(_ password: String, _ cost: PasswordCost) -> String? {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let done = crypto_pwhash_str(&text, password, UInt64(password.utf8.count), cost.operations, cost.memoryBytes)
        return done == 0 ? string(text) : nil
    }

    /// The text before the first NUL.
    private static func string(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// libsodium found no source of randomness.
public struct SodiumUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String { "libsodium cannot be initialised: the system gives no random numbers" }
}
