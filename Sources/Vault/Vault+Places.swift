internal import Foundation
internal import UseCases

/// Where everything lies, and how it gets there: written beside, synchronised, moved into place.
extension Vault {
    /// What is known of an upload beside its bytes.
    struct Note: Codable {
        let upload: Upload
        /// The file it became.
        let sha256: String?
    }

    func part(_ token: String) -> String { "\(root)/uploads/\(token).part" }
    func note(_ token: String) -> String { "\(root)/uploads/\(token).json" }
    func originalPath(_ sha256: String) -> String { "\(root)/originals/\(sha256.prefix(2))/\(sha256).sealed" }

    func copyPath(_ sha256: String, _ variant: FileVariant) -> String {
        let ending = variant == .document ? "pdf" : "\(variant.rawValue).jpg"
        return "\(root)/copies/\(sha256.prefix(2))/\(sha256).\(ending)"
    }

    func uploadState(_ token: String) throws(FileFault) -> UploadState? {
        guard Disk.exists(note(token)) else { return nil }
        let text = try Descriptor(note(token), O_RDONLY).read(64 << 10)
        guard let note = try? JSONDecoder().decode(Note.self, from: Data(text)) else {
            throw .storage("the note of upload \(token) cannot be read")
        }
        return UploadState(upload: note.upload, offset: Disk.size(part(token)) ?? 0, sha256: note.sha256)
    }

    func save(_ note: Note, at path: String) throws(FileFault) {
        guard let text = try? JSONEncoder().encode(note) else { throw .storage("a note cannot be written") }
        let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL)
        try file.write(Array(text))
        try file.synchronize()
    }

    /// A PDF is kept as it is; it shows no more than people were given to see.
    func keepDocument(_ part: String, _ sha256: String) throws(FileFault) {
        let target = copyPath(sha256, .document)
        try Disk.makeDirectory(folder(of: target))
        guard !Disk.exists(target) else { return }
        // Copied, not moved: should the database not take it, the upload is still there to be finished again.
        let temporary = "\(target).\(UUID().uuidString)"
        try Disk.copy(part, to: temporary)
        try Disk.move(temporary, to: target)
    }

    func keepPhoto(_ part: String, _ screen: String, _ thumb: String, _ sha256: String) throws(FileFault) {
        let sealed = originalPath(sha256)
        try Disk.makeDirectory(folder(of: sealed))
        if !Disk.exists(sealed) {
            let temporary = "\(sealed).\(UUID().uuidString)"
            try SealedFile.seal(part, to: temporary, key)
            try Disk.move(temporary, to: sealed)
        }
        for (made, variant) in [(screen, FileVariant.screen), (thumb, .thumb)] {
            let target = copyPath(sha256, variant)
            try Disk.makeDirectory(folder(of: target))
            // The database knows the hash of the copies that were made first; they stay.
            if Disk.exists(target) {
                unlink(made)
                continue
            }
            try Descriptor(made, O_RDONLY).synchronize()
            try Disk.move(made, to: target)
        }
    }

    private func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
