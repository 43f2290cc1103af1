internal import CSodium
internal import Glibc
public import UseCases

/// The key that seals originals and identities. It lies in a file outside the database: whoever has only the one or
/// only the other reads nothing.
public struct SealingKey: Sendable {
    static let bytes = 32
    private let master: [UInt8]

    /// Marks what was sealed, so that a wrong key is told apart from damage.
    let mark: [UInt8]

    init(_ master: [UInt8]) {
        self.master = master
        var mark = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&mark, 16, master, UInt64(master.count), nil, 0)
        self.mark = Array(mark.prefix(8))
    }

    /// Reads the key at `path`, or makes one there on first use, readable by this account only.
    public static func load(_ path: String) throws(FileFault) -> SealingKey {
        guard sodium_init() >= 0 else { throw .storage("libsodium cannot be initialised") }
        let made = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if made >= 0 {
            defer { close(made) }
            var master = [UInt8](repeating: 0, count: bytes)
            randombytes_buf(&master, master.count)
            guard write(made, master, master.count) == master.count, fsync(made) == 0 else {
                unlink(path)
                throw .storage("the key \(path) cannot be written: \(reason())")
            }
            return SealingKey(master)
        }
        guard errno == EEXIST else { throw .storage("the key \(path) cannot be made: \(reason())") }
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .storage("the key \(path) cannot be read: \(reason())") }
        defer { close(file) }
        var master = [UInt8](repeating: 0, count: bytes + 1)
        guard read(file, &master, master.count) == bytes else {
            throw .storage("\(path) is no key of \(bytes) bytes; put the right one back")
        }
        return SealingKey(Array(master.prefix(bytes)))
    }

    /// A key of its own for each purpose, so that none serves where another was meant.
    func subkey(_ purpose: Purpose) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: Self.bytes)
        crypto_kdf_derive_from_key(&key, key.count, purpose.rawValue, "libanKey", master)
        return key
    }

    enum Purpose: UInt64 { case originals = 1, identities }
}

/// The system's word for the last error.
func reason() -> String { String(cString: strerror(errno)) }
