public import Workflow

/// What is kept beside projects.
public enum Register: String, CaseIterable, Sendable {
    /// 议事会: where needs are heard and things decided (夜话、民事民办日、四议两公开).
    case meeting
    /// 抽查: somebody looked again at what was built or paid.
    case spotCheck
    /// 典型案例: what others may learn from.
    case `case`

    /// Who may keep it, each within their own office.
    public var keepers: [Role] {
        switch self {
        case .meeting: [.secretary, .guidanceOfficer, .clerk]
        case .spotCheck: [.guidanceOfficer, .clerk, .director, .leader]
        case .case: [.guidanceOfficer, .clerk, .director]
        }
    }

    public var writing: WriteOperation {
        switch self {
        case .meeting: .keepMeetings
        case .spotCheck: .keepSpotChecks
        case .case: .keepCases
        }
    }
}

/// One entry as somebody writes it.
public struct RegisterContent: Hashable, Sendable {
    /// What a spot check found, and what was found when it was looked at again.
    public struct Finding: Hashable, Sendable {
        public let hasProblem: Bool
        public let rectifyBy: CivilDate?
        public let recheckedOn: CivilDate?
        public let recheckPassed: Bool?

        public init(hasProblem: Bool, rectifyBy: CivilDate?, recheckedOn: CivilDate?, recheckPassed: Bool?) {
            self.hasProblem = hasProblem
            self.rectifyBy = rectifyBy
            self.recheckedOn = recheckedOn
            self.recheckPassed = recheckPassed
        }
    }

    /// nil for what concerns the whole town.
    public let unit: UnitID?
    public let heldOn: CivilDate
    public let title: String
    public let projects: [ProjectID]
    public let finding: Finding?
    /// Everything that was written, as JSON.
    public let body: String

    public init(
        unit: UnitID?, heldOn: CivilDate, title: String, projects: [ProjectID], finding: Finding?, body: String
    ) {
        self.unit = unit
        self.heldOn = heldOn
        self.title = title
        self.projects = projects
        self.finding = finding
        self.body = body
    }
}

/// An entry as it is kept.
public struct RegisterEntry: Hashable, Sendable {
    public let id: Int32
    public let version: Int
    public let unit: UnitID?
    public let unitName: String?
    public let body: String
    public let by: String
    public let changedAt: Instant

    public init(
        id: Int32, version: Int, unit: UnitID?, unitName: String?, body: String, by: String, changedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.unit = unit
        self.unitName = unitName
        self.body = body
        self.by = by
        self.changedAt = changedAt
    }
}

/// Why an entry is not taken; the constraint of the same name holds it in the database.
public enum RegisterRefusal: String, CaseIterable, Sendable {
    case titleMissing, dayInFuture, problemDayMissing, recheckWithoutProblem, unitUnknown, projectUnknown

    public var field: String {
        switch self {
        case .titleMissing: "title"
        case .dayInFuture: "heldOn"
        case .problemDayMissing: "rectifyBy"
        case .recheckWithoutProblem: "recheckedOn"
        case .unitUnknown: "unit"
        case .projectUnknown: "projects"
        }
    }

    public var chinese: String {
        switch self {
        case .titleMissing: "请填写标题"
        case .dayInFuture: "日期不得晚于今天"
        case .problemDayMissing: "发现问题的，请写明整改期限，且不早于抽查日期"
        case .recheckWithoutProblem: "复查须针对发现的问题，写明结果，日期在抽查之后、今天之前"
        case .unitUnknown: "本镇没有这个村（社区）"
        case .projectUnknown: "本镇没有这个项目"
        }
    }

    public var english: String {
        switch self {
        case .titleMissing: "Give a title"
        case .dayInFuture: "The day lies in the future"
        case .problemDayMissing: "A problem needs a day by which it is mended, not before the check"
        case .recheckWithoutProblem: "A recheck is of a problem, has a result, and lies between the check and today"
        case .unitUnknown: "The town has no such unit"
        case .projectUnknown: "The town has no such project"
        }
    }
}
