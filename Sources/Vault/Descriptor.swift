internal import CSodium
internal import Glibc
internal import UseCases

/// An open file that closes itself. Every file here is readable by this account only.
final class Descriptor: Sendable {
    let number: Int32
    private let path: String

    init(_ path: String, _ flags: Int32) throws(FileFault) {
        number = Glibc.open(path, flags | O_CLOEXEC, 0o600)
        self.path = path
        guard number >= 0 else { throw .storage("\(path): \(reason())") }
    }

    deinit { close(number) }

    /// As many bytes as asked for, or what is left.
    func read(_ count: Int) throws(FileFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(number, buffer.baseAddress?.advanced(by: filled), count - filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .storage("\(path): \(reason())") }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let done = bytes.withUnsafeBytes { buffer in
                Glibc.write(number, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if done < 0, errno == EINTR { continue }
            guard done > 0 else { throw .storage("\(path): \(reason())") }
            written += done
        }
    }

    func synchronize() throws(FileFault) {
        guard fsync(number) == 0 else { throw .storage("\(path): \(reason())") }
    }

    var size: Int {
        var status = stat()
        return fstat(number, &status) == 0 ? Int(status.st_size) : 0
    }
}

/// Small acts on the disk.
enum Disk {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Bytes in `path`; nil when it is not there.
    static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Makes the directory and what is missing above it, closed to others.
    static func makeDirectory(_ path: String) throws(FileFault) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part
            guard mkdir(made, 0o700) == 0 || errno == EEXIST || errno == EROFS && exists(made) else {
                throw .storage("\(made): \(reason())")
            }
            made += "/"
        }
    }

    /// Puts a finished file in its place at once: whole or not at all, and there after a power cut.
    static func move(_ source: String, to target: String) throws(FileFault) {
        guard rename(source, target) == 0 else { throw .storage("\(target): \(reason())") }
        let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
        try Descriptor(folder, O_RDONLY | O_DIRECTORY).synchronize()
    }

    static func copy(_ source: String, to target: String) throws(FileFault) {
        let (input, output) = (try Descriptor(source, O_RDONLY), try Descriptor(target, O_WRONLY | O_CREAT | O_EXCL))
        while true {
            let bytes = try input.read(64 << 10)
            if bytes.isEmpty { break }
            try output.write(bytes)
        }
        try output.synchronize()
    }

    /// SHA-256 of a file in lower-case hex, read in pieces.
    static func sha256(_ path: String) throws(FileFault) -> String {
        let input = try Descriptor(path, O_RDONLY)
        return try sha256 { () throws(FileFault) in
            let bytes = try input.read(64 << 10)
            return bytes.isEmpty ? nil : bytes
        }
    }

    static func sha256(_ next: () throws(FileFault) -> [UInt8]?) throws(FileFault) -> String {
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        while let bytes = try next() { crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count)) }
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        return digest.hex
    }

    /// The names in a directory; none when it cannot be read.
    static func names(_ directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Seconds since the file was last written.
    static func age(_ path: String) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { return 0 }
        return time(nil) - status.st_mtim.tv_sec
    }
}
