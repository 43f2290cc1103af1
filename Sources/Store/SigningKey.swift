internal import CSodium
internal import Foundation
public import UseCases

/// An Ed25519 key kept in a file outside the database, readable by its owner alone.
public struct SigningKey: CheckpointKey {
    public let publicKey: [UInt8]
    private let secretKey: [UInt8]

    /// Why a key file cannot be used.
    public enum Fault: Error, Hashable, Sendable {
        case unreadable(path: String, reason: String)
        /// Others may read it: then it proves nothing.
        case open(path: String)
        case malformed(path: String)
    }

    /// From a seed of 32 bytes.
    init(seed: [UInt8]) {
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        crypto_sign_seed_keypair(&publicKey, &secretKey, seed)
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// The key of the file; made with mode 0600 where there is none yet.
    public static func open(_ path: String) throws(Fault) -> SigningKey {
        if let key = try existing(path) { return key }
        var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
        randombytes_buf(&seed, seed.count)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw .unreadable(path: path, reason: "\(error.localizedDescription)")
        }
        let written = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        try keep(hex(seed) + "\n", at: written, for: path)
        defer { unlink(written) }
        // A whole file or none, and never over one that appeared meanwhile: the key of earlier checkpoints stays.
        if link(written, path) == 0 { return SigningKey(seed: seed) }
        if errno == EEXIST, let key = try existing(path) { return key }
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }

    private static func keep(_ text: String, at written: String, for path: String) throws(Fault) {
        let file = Foundation.open(written, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        let bytes = Array(text.utf8)
        let isKept = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        guard isKept else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    }

    /// The key of the file, or nil where there is none.
    public static func existing(_ path: String) throws(Fault) -> SigningKey? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        guard status.st_mode & 0o077 == 0 else { throw .open(path: path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: "it cannot be read")
        }
        let digits = data.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 2 * Int(crypto_sign_SEEDBYTES) else { throw .malformed(path: path) }
        let seed = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        return SigningKey(seed: seed)
    }

    public func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), secretKey)
        return signature
    }

    public static func isSigned(_ message: [UInt8], _ signature: [UInt8], _ publicKey: [UInt8]) -> Bool {
        signature.count == Int(crypto_sign_BYTES) && publicKey.count == Int(crypto_sign_PUBLICKEYBYTES)
            && crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }
}

extension SigningKey.Fault {
    public var chinese: String {
        switch self {
        case .unreadable(let path, let reason): "签名密钥\(path)不能使用：\(reason)。"
        case .open(let path): "签名密钥\(path)他人可读，请执行 chmod 600 \(path)。"
        case .malformed(let path): "签名密钥\(path)内容不对，请从备份恢复。"
        }
    }

    public var english: String {
        switch self {
        case .unreadable(let path, let reason): "The signing key \(path) cannot be used: \(reason)."
        case .open(let path): "Others may read the signing key \(path): chmod 600 \(path)."
        case .malformed(let path): "The signing key \(path) is not a key; restore it from a backup."
        }
    }
}
