/// A programme's rules as data. A project keeps the version it was submitted under.
public struct Policy: Hashable, Codable, Sendable {
    /// The programme's name, for example 书记立办.
    public var programme: String
    public var version: Int
    public var categories: [String]
    /// How the promise is counted.
    public var month: MonthRule
    /// From when it is counted.
    public var clockStart: ClockStart
    /// Whether a return for mending (退回补正) moves the due day by the calendar days it took.
    public var returnStopsClock: Bool
    public var limits: StageLimits
    /// Working days a decided award is open to objections; nil when the policy has no notice.
    public var noticeWorkingDays: Int?
    /// Days after works that could not wait (先抢修后补手续) within which the papers follow; the award ratifies them
    /// and needs no notice.
    public var emergencyPapersDays: Int
    /// Who has to agree to an award of which size, in ascending order; the last step reaches the cap.
    public var ladder: [LadderStep]
    /// The most one project may ask for and get.
    public var cap: Money
    /// What may be paid before acceptance has passed, in thousandths of the award.
    public var advancePermille: Int
    /// Change of an award beyond this many thousandths needs the endorsement again.
    public var amendmentPermille: Int
    public var money: MoneyRules
    /// What each step asks for beyond the rules.
    public var documents: Requirements
    public var panelMinimum: Int
    /// 满意 + 基本满意 must reach this many thousandths of the answers.
    public var satisfactionPermille: Int
    /// A pause may last this many calendar days in all.
    public var pauseCapDays: Int
    /// A suspension may be recorded this many days after it began.
    public var suspensionBackdatingDays: Int
    /// An extension reaches at most this many calendar days beyond the due day.
    public var extensionCapDays: Int
    public var lights: LightThresholds
    /// Words this town uses instead of the usual ones on pages and chart, by the usual word.
    public var labels: [String: String]
    /// Columns and order of chart and ledger; nil for the usual ones.
    public var chart: ChartSettings?
    /// Settings nobody has published: defaults that a town must check against its own rules (请按本镇办法核对).
    public var toCheck: [String]

    /// All settings have to be given: a forgotten one is a compile error.
    public init(
        programme: String, version: Int, categories: [String], month: MonthRule, clockStart: ClockStart,
        returnStopsClock: Bool, limits: StageLimits, noticeWorkingDays: Int?, emergencyPapersDays: Int,
        ladder:
            [LadderStep], cap: Money, advancePermille: Int, amendmentPermille: Int, money: MoneyRules,
        documents: Requirements,
        panelMinimum: Int, satisfactionPermille: Int, pauseCapDays: Int, suspensionBackdatingDays: Int,
        extensionCapDays: Int, lights: LightThresholds, labels: [String: String], chart: ChartSettings?,
        toCheck: [String]
    ) {
        self.programme = programme
        self.version = version
        self.categories = categories
        self.month = month
        self.clockStart = clockStart
        self.returnStopsClock = returnStopsClock
        self.limits = limits
        self.noticeWorkingDays = noticeWorkingDays
        self.emergencyPapersDays = emergencyPapersDays
        self.ladder = ladder
        self.cap = cap
        self.advancePermille = advancePermille
        self.amendmentPermille = amendmentPermille
        self.money = money
        self.documents = documents
        self.panelMinimum = panelMinimum
        self.satisfactionPermille = satisfactionPermille
        self.pauseCapDays = pauseCapDays
        self.suspensionBackdatingDays = suspensionBackdatingDays
        self.extensionCapDays = extensionCapDays
        self.lights = lights
        self.labels = labels
        self.chart = chart
        self.toCheck = toCheck
    }
}

/// When the promise begins to run.
public enum ClockStart: String, CaseIterable, Codable, Sendable {
    case submission, admission
}

/// Awards up to an amount, and whether the leader endorses them before the director decides.
public struct LadderStep: Hashable, Codable, Sendable {
    public var upTo: Money
    public var leaderEndorses: Bool

    public init(upTo: Money, leaderEndorses: Bool) {
        self.upTo = upTo
        self.leaderEndorses = leaderEndorses
    }
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
