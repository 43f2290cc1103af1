internal import Foundation

/// The key that seals authenticators' secrets and what travels through a browser. It lies outside the database, made on
/// first use, readable by this account only.
enum SecretKey {
    static let bytes = 32

    static func load(_ path: String, fresh: () -> [UInt8]) throws(BootFault) -> [UInt8] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if made >= 0 {
            defer { close(made) }
            let key = fresh()
            guard write(made, key, key.count) == key.count, fsync(made) == 0 else {
                unlink(path)
                throw .program("the key \(path) cannot be written")
            }
            return key
        }
        guard errno == EEXIST, let data = FileManager.default.contents(atPath: path), data.count == bytes else {
            throw .program("\(path) is no key of \(bytes) bytes; put the right one back")
        }
        return Array(data)
    }
}
