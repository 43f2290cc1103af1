public import Workflow

/// What everybody may read without signing in.
public struct PublicBoard: Sendable {
    let store: any PublicStore
    let directory: Directory
    let vault: any FileVault
    let clock: any WallClock

    public init(store: any PublicStore, directory: Directory, vault: any FileVault, clock: any WallClock) {
        self.store = store
        self.directory = directory
        self.vault = vault
        self.clock = clock
    }

    /// Projects of one page: about three screens of a phone.
    public static let pageLimit = 20

    public func towns() async throws(UseCaseError) -> [Town] { try await stored { try await store.publicTowns() } }

    public func town(_ id: TownID) async throws(UseCaseError) -> Town {
        guard let town = try await towns().first(where: { $0.id == id }) else { throw .notFound }
        return town
    }

    public func units(of town: TownID) async throws(UseCaseError) -> [UnitRecord] {
        try await directory.units(of: town, on: clock.now().civilDate)
    }

    /// The newest first; one more than asked for tells whether there is a next page.
    public func page(_ query: PublicQuery) async throws(UseCaseError) -> [PublicProject] {
        try await stored { try await store.published(query) }.compactMap {
            PublicProject($0.project, $0.labels, photos: $0.photos)
        }
    }

    public func project(_ id: ProjectID) async throws(UseCaseError) -> PublicProject {
        guard let found = try await find(id) else { throw .notFound }
        return found
    }

    /// nil for what was never published as for what does not exist.
    func find(_ id: ProjectID) async throws(UseCaseError) -> PublicProject? {
        guard let found = try await stored({ try await store.published(id) }) else { return nil }
        return PublicProject(found.project, found.labels, photos: found.photos)
    }

    /// A served copy of a photo that the board shows.
    public func photo(
        _ sha256: String, _ variant: FileVariant, of id: ProjectID
    ) async throws(UseCaseError) -> (file: ProjectFile, copy: ServedCopy) {
        guard let file = try await project(id).photos.first(where: { $0.content.sha256 == sha256 }),
            variant != .document, let copy = await vault.copy(sha256, variant)
        else { throw .notFound }
        return (file, copy)
    }
}
