internal import Foundation
public import UseCases
public import Vault

extension Installation {
    /// The stored files. Opened by what needs them; a batch that draws a chart makes no directory and no key.
    public func openVault() throws(BootFault) -> Vault {
        do throws(FileFault) {
            return try Vault(root: configuration.filesDirectory, key: try key())
        } catch { throw .files("\(error.detail)") }
    }

    /// Files of projects over the vault.
    public func files(in vault: Vault) -> Files {
        Files(
            store: store, projects: store, vault: vault, directory: directory, secrets: secrets, clock: clock)
    }

    private func key() throws(FileFault) -> SealingKey {
        let folder = URL(fileURLWithPath: configuration.keyFile).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try SealingKey.load(configuration.keyFile)
    }
}

extension FileFault {
    /// For operators.
    var detail: String {
        if case .storage(let reason) = self { reason } else { english }
    }
}
