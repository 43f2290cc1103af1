public import Workflow

/// Published projects. The database leaves out what is not published, and so does the core (`State.isPublished`).
public protocol PublicStore: Sendable {
    func publicTowns() async throws(StoreError) -> [Town]
    func published(_ query: PublicQuery) async throws(StoreError) -> [PublishedRow]
    func published(_ id: ProjectID) async throws(StoreError) -> PublishedRow?
}

/// What is read for the board; only `PublicProject` of it goes further.
public struct PublishedRow: Sendable {
    public let project: Project
    public let labels: Labels
    public let photos: [ProjectFile]

    public init(project: Project, labels: Labels, photos: [ProjectFile]) {
        self.project = project
        self.labels = labels
        self.photos = photos
    }
}

/// Which published projects, after which one.
public struct PublicQuery: Hashable, Sendable {
    public var town: TownID
    public var unit: UnitID?
    public var state: State?
    public var before: ProjectID?
    public var limit: Int

    public init(
        town: TownID, unit: UnitID? = nil, state: State? = nil, before: ProjectID? = nil,
        limit: Int = PublicBoard.pageLimit
    ) {
        self.town = town
        self.unit = unit
        self.state = state
        self.before = before
        self.limit = limit
    }
}
