/// A programme's rules as data. A project keeps the version it was submitted under.
public struct Policy: Hashable, Codable, Sendable {
    /// The programme's name, for example 书记立办.
    public var programme: String
    public var version: Int
    public var categories: [String]
    /// How the promise is counted from the first submission.
    public var month: MonthRule
    /// Whether a return for mending (退回补正) moves the due day by the calendar days it took.
    public var returnStopsClock: Bool
    public var limits: StageLimits
    /// Working days a decided award is open to objections; nil when the policy has no notice.
    public var noticeWorkingDays: Int?
    /// Above this award the leader endorses first.
    public var endorsementAbove: Money
    /// The most one project may ask for and get.
    public var cap: Money
    /// What may be paid before acceptance has passed, in thousandths of the award.
    public var advancePermille: Int
    /// Change of an award beyond this many thousandths needs the endorsement again.
    public var amendmentPermille: Int
    public var documents: RequiredDocuments
    public var panelMinimum: Int
    /// 满意 + 基本满意 must reach this many thousandths of the answers.
    public var satisfactionPermille: Int
    /// A pause may last this many calendar days in all.
    public var pauseCapDays: Int
    /// A suspension may be recorded this many days after it began.
    public var suspensionBackdatingDays: Int
    public var lights: LightThresholds
    /// Settings nobody has published: defaults that a town must check against its own rules (请按本镇办法核对).
    public var toCheck: [String]
}

/// Working days a stage may take before its owner is late.
public struct StageLimits: Hashable, Codable, Sendable {
    public var application: Int
    public var review: Int
    public var approval: Int
    public var acceptance: Int
    /// For the village to mend what was returned.
    public var mending: Int

    public init(application: Int, review: Int, approval: Int, acceptance: Int, mending: Int) {
        self.application = application
        self.review = review
        self.approval = approval
        self.acceptance = acceptance
        self.mending = mending
    }
}

/// Kinds of documents each step asks for.
public struct RequiredDocuments: Hashable, Codable, Sendable {
    public var submission: [DocumentKind]
    public var inspection: [DocumentKind]

    public init(submission: [DocumentKind], inspection: [DocumentKind]) {
        self.submission = submission
        self.inspection = inspection
    }
}

/// When a light turns, in working days.
public struct LightThresholds: Hashable, Codable, Sendable {
    /// Yellow within this many working days of the due day.
    public var dueSoon: Int
    /// Red when a stage is over its limit by more than this.
    public var stageOver: Int
    /// Red when a blocker has been open for more than this.
    public var blockerOpen: Int

    public init(dueSoon: Int, stageOver: Int, blockerOpen: Int) {
        self.dueSoon = dueSoon
        self.stageOver = stageOver
        self.blockerOpen = blockerOpen
    }
}

extension Policy {
    /// 书记立办: six categories, a fund, one month. Caps, ladder and notice are local rules nobody has published.
    public static let secretaryActsNow = Policy(
        programme: "书记立办", version: 1,
        categories: ["基层党建", "社区治理", "经济发展", "人居环境", "乡风文明建设", "群众反映最强烈的热点问题"],
        month: .civilMonth(rolls: true), returnStopsClock: true,
        limits: StageLimits(application: 1, review: 2, approval: 2, acceptance: 2, mending: 3),
        noticeWorkingDays: 5,
        endorsementAbove: Money(fen: 30_000_000), cap: Money(fen: 50_000_000),
        advancePermille: 600, amendmentPermille: 100,
        documents: RequiredDocuments(submission: [], inspection: [.afterPhoto]),
        panelMinimum: 2, satisfactionPermille: 500, pauseCapDays: 30, suspensionBackdatingDays: 3,
        lights: LightThresholds(dueSoon: 3, stageOver: 2, blockerOpen: 5),
        toCheck: [
            "cap", "endorsementAbove", "noticeWorkingDays", "advancePermille", "returnStopsClock", "pauseCapDays",
        ])
}
