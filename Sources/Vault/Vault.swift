internal import Foundation
public import UseCases

/// Files in one directory: `uploads/` under way, `originals/` sealed, `copies/` as they are served. Names are hashes,
/// so the same bytes lie there once, and a directory can be shared by several servers.
public final class Vault: FileVault {
    let root: String
    /// Seals identities as well as originals.
    public let key: SealingKey
    private let press: PhotoPress
    /// Blocking work on the disk stays off Swift's own threads.
    private let queue = DispatchQueue(label: "vault", attributes: .concurrent)

    /// - Parameter photos: the program that re-encodes; nil for `liban-photos` beside the running one.
    public init(root: String, key: SealingKey, photos: String? = nil) throws(FileFault) {
        self.root = root
        self.key = key
        press = PhotoPress(program: photos)
        for part in ["uploads", "originals", "copies"] { try Disk.makeDirectory("\(root)/\(part)") }
    }

    public func open(_ upload: Upload) async throws(FileFault) -> UploadState {
        try await onDisk { () throws(FileFault) in
            if let known = try self.uploadState(upload.token) { return known }
            let temporary = "\(self.note(upload.token)).\(UUID().uuidString)"
            try self.save(Note(upload: upload, sha256: nil), at: temporary)
            try Disk.move(temporary, to: self.note(upload.token))
            return UploadState(upload: upload, offset: 0, sha256: nil)
        }
    }

    public func state(of token: String) async throws(FileFault) -> UploadState? {
        try await onDisk { () throws(FileFault) in try self.uploadState(token) }
    }

    public func append(_ bytes: [UInt8], to token: String, at offset: Int) async throws(FileFault) -> Int {
        try await onDisk { () throws(FileFault) in
            guard Disk.exists(self.note(token)) else { throw .uploadUnknown }
            let part = try Descriptor(self.part(token), O_WRONLY | O_CREAT | O_APPEND)
            // A connection that was cut may still be delivering; two writers would mix their pieces.
            guard flock(part.number, LOCK_EX | LOCK_NB) == 0 else { throw .busy }
            guard part.size == offset else { throw .offsetWrong(expected: part.size) }
            try part.write(bytes)
            return offset + bytes.count
        }
    }

    public func finish(_ token: String) async throws(FileFault) -> StoredFile {
        let part = part(token)
        let (sniffed, sha256, size) = try await onDisk {
            () throws(FileFault) -> (Sniffed, String, Int) in
            guard let size = Disk.size(part), size > 0 else { throw .empty }
            guard size <= FileLimits.bytes else { throw .tooLarge }
            return (try Sniffed(try MappedBytes(part)), try Disk.sha256(part), size)
        }
        guard sniffed.type != .pdf else {
            try await onDisk { () throws(FileFault) in try self.keepDocument(part, sha256) }
            return StoredFile(
                sha256: sha256, size: size, type: .pdf, width: nil, height: nil, look: nil, screenSHA256: nil,
                thumbSHA256: nil)
        }
        let (screen, thumb) = ("\(part).screen", "\(part).thumb")
        let look = try await press.press(part, screen: screen, thumb: thumb)
        let copies = try await onDisk { () throws(FileFault) -> (String, String) in
            let hashes = (try Disk.sha256(screen), try Disk.sha256(thumb))
            try self.keepPhoto(part, screen, thumb, sha256)
            return hashes
        }
        return StoredFile(
            sha256: sha256, size: size, type: sniffed.type, width: sniffed.width, height: sniffed.height, look: look,
            screenSHA256: copies.0, thumbSHA256: copies.1)
    }

    public func settle(_ token: String, as sha256: String) async throws(FileFault) {
        try await onDisk { () throws(FileFault) in
            guard let state = try self.uploadState(token) else { return }
            let temporary = "\(self.note(token)).\(UUID().uuidString)"
            try self.save(Note(upload: state.upload, sha256: sha256), at: temporary)
            try Disk.move(temporary, to: self.note(token))
            unlink(self.part(token))
        }
    }

    public func copy(_ sha256: String, _ variant: FileVariant) async -> ServedCopy? {
        let path = copyPath(sha256, variant)
        return Disk.size(path).map { ServedCopy(path: path, size: $0) }
    }

    public func original(_ sha256: String) async throws(FileFault) -> OriginalReader {
        let (sealed, plain) = (originalPath(sha256), copyPath(sha256, .document))
        guard Disk.exists(sealed) else {
            let input = try Descriptor(plain, O_RDONLY)
            return {
                let bytes = try input.read(64 << 10)
                return bytes.isEmpty ? nil : bytes
            }
        }
        return try SealedFile.reader(sealed, key)
    }

    /// Runs blocking work on a thread of its own.
    func onDisk<Value: Sendable>(
        _ body: @escaping @Sendable () throws(FileFault) -> Value
    ) async throws(FileFault) -> Value {
        let result: Result<Value, FileFault> = await withCheckedContinuation { continuation in
            queue.async {
                do throws(FileFault) { continuation.resume(returning: .success(try body())) } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
