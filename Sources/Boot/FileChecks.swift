import Store
import UseCases
import Vault

/// How many of the stored files a verification looks at.
public enum FileCheck: String, CaseIterable, Sendable {
    case none, sample, all

    /// Of a sample: about a second of reading. Each run begins at another hash, so that in time all are looked at.
    static let sampleSize = 200
}

extension Installation {
    /// Reads stored files and compares them with their hashes.
    ///
    /// - Returns: how many were looked at, and the first that differs.
    public func verifyFiles(
        _ check: FileCheck, progress: (@Sendable (Int) -> Void)? = nil
    ) async throws -> (count: Int, difference: String?) {
        guard check != .none else { return (0, nil) }
        let vault = try openVault()
        var last = check == .all ? "" : secrets.sha256(Array(secrets.randomToken().utf8)).hex
        var count = 0
        var hasWrapped = check == .all
        while true {
            let files = try await store.storedFiles(after: last, limit: FileCheck.sampleSize)
            for file in files {
                if let difference = await vault.difference(file) { return (count, difference) }
                count += 1
                if check == .sample, count == FileCheck.sampleSize { return (count, nil) }
            }
            progress?(count)
            if let newest = files.last { last = newest.sha256 }
            guard files.count < FileCheck.sampleSize else { continue }
            // A sample that began near the end goes on at the beginning; some may be looked at twice.
            if hasWrapped { return (count, nil) }
            (hasWrapped, last) = (true, "")
        }
    }

    /// Removes uploads nobody finished and files no project has.
    public func sweepFiles() async throws -> (uploads: Int, orphans: Int) {
        try await openVault().sweep { hashes in try await store.knownFiles(hashes) }
    }
}
