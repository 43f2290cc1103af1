internal import Foundation
public import UseCases

/// What is done to the directory as a whole: sweeping what nobody finished, and checking what lies there.
extension Vault {
    /// Removes uploads that were never finished, and copies and originals that no project knows: what a crash between
    /// the disk and the database left. Only what is older than uploads may be, so that nothing under way is touched.
    ///
    /// - Parameter isKnown: which of these hashes the database has.
    /// - Returns: how many were removed.
    public func sweep(
        isKnown: ([String]) async throws -> Set<String>
    ) async throws -> (uploads: Int, orphans: Int) {
        let oldest = FileLimits.uploadHours * 3600
        var uploads = 0
        for name in Disk.names("\(root)/uploads") {
            let path = "\(root)/uploads/\(name)"
            guard Disk.age(path) > oldest, unlink(path) == 0 else { continue }
            if name.hasSuffix(".json") { uploads += 1 }
        }
        var orphans = 0
        for folder in folders {
            let old = Disk.names(folder).filter { Disk.age("\(folder)/\($0)") > oldest }
            guard !old.isEmpty else { continue }
            let known = try await isKnown(Array(Set(old.map { String($0.prefix(64)) })))
            for name in old where !known.contains(String(name.prefix(64))) && unlink("\(folder)/\(name)") == 0 {
                orphans += 1
            }
        }
        return (uploads, orphans)
    }

    /// The first thing about a stored file that is not as the database says; nil when all is well.
    public func difference(_ file: StoredFile) async -> String? {
        do throws(FileFault) {
            let read = try await original(file.sha256)
            let found = try await onDisk { () throws(FileFault) -> String in
                try Disk.sha256 { () throws(FileFault) in
                    do { return try read() } catch let fault as FileFault { throw fault } catch {
                        throw .storage("\(error)")
                    }
                }
            }
            guard found == file.sha256 else { return "file \(file.sha256): its bytes have another hash, \(found)" }
            for (variant, hash) in [(FileVariant.screen, file.screenSHA256), (.thumb, file.thumbSHA256)] {
                guard let hash else { continue }
                let path = copyPath(file.sha256, variant)
                let copy = try await onDisk { () throws(FileFault) in try Disk.sha256(path) }
                guard copy == hash else { return "file \(file.sha256): the copy \(variant.rawValue) was changed" }
            }
            return nil
        } catch {
            guard case .storage(let reason) = error else { return "file \(file.sha256): \(error.english)" }
            return "file \(file.sha256): \(reason)"
        }
    }

    private var folders: [String] {
        ["originals", "copies"].flatMap { part in Disk.names("\(root)/\(part)").map { "\(root)/\(part)/\($0)" } }
    }
}
