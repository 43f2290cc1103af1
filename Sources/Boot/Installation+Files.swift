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
            store: store, projects: store, vault: vault, directory: directory, audit: audit, secrets: secrets,
            clock: clock)
    }

    /// What residents may read, and the register of what they say.
    public func publicBoard(in vault: Vault) -> PublicBoard {
        PublicBoard(store: store, directory: directory, vault: vault, clock: clock)
    }

    public func opinions(in vault: Vault) -> Opinions {
        Opinions(
            store: store, board: publicBoard(in: vault), directory: directory, projects: store, desk: desk,
            sealer: vault.key, audit: audit, secrets: secrets, clock: clock)
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
