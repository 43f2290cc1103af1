public import Workflow

/// One command as somebody asks for it.
public struct CommandRequest: Sendable {
    public enum Target: Hashable, Sendable {
        case project(ProjectID)
        /// A new project of this unit, in the year of its effective day.
        case draft(town: TownID, unit: UnitID)
    }

    public let by: Person
    public let target: Target
    public let command: Command
    /// The version the person was looking at; nil when the caller is content with the newest.
    public let expectedVersion: Int?
    public let key: RequestKey?
    /// The day it happened; today when nil.
    public let effectiveOn: CivilDate?
    public let lateReason: String?
    /// Handed in with the command (随附材料), beside what its own particulars carry.
    public let documents: [Document]

    public init(
        by: Person, target: Target, command: Command, expectedVersion: Int? = nil, key: RequestKey? = nil,
        effectiveOn: CivilDate? = nil, lateReason: String? = nil, documents: [Document] = []
    ) {
        self.documents = documents
        self.by = by
        self.target = target
        self.command = command
        self.expectedVersion = expectedVersion
        self.key = key
        self.effectiveOn = effectiveOn
        self.lateReason = lateReason
    }

    var town: TownID {
        switch target {
        case .project(let id): id.town
        case .draft(let town, _): town
        }
    }
}

/// A project as lists, pages and answers show it.
public struct ProjectView: Hashable, Sendable {
    public let summary: ProjectSummary
    public let labels: Labels
    public let standing: Standing
    /// The earliest day it can be completed when everybody takes their full limit; nil unless it runs.
    public let forecastOn: CivilDate?

    public init(summary: ProjectSummary, labels: Labels, standing: Standing, forecastOn: CivilDate?) {
        self.summary = summary
        self.labels = labels
        self.standing = standing
        self.forecastOn = forecastOn
    }

    /// The due day cannot be kept unless somebody is faster than their limit (赶不上).
    public var willMiss: Bool {
        guard let forecastOn, let due = standing.dueOn else { return false }
        return forecastOn > due
    }
}

/// An answer ready to be sent, and to be kept for the same request coming again.
public struct RenderedAnswer: Hashable, Sendable {
    public let status: Int
    /// The project's version after the command.
    public let version: Int
    public let body: [UInt8]

    public init(status: Int, version: Int, body: [UInt8]) {
        self.status = status
        self.version = version
        self.body = body
    }
}
