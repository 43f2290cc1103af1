/// Everything the wall chart says about one town as of one minute. Drawings add no facts of their own.
///
/// A printed edition is kept as this value, so it has to stay readable: what is added later is optional.
public struct ChartReport: Hashable, Codable, Sendable {
    public var town: String
    public var programme: String
    public var year: Int
    public var asOf: Instant
    /// Short code of the newest checkpoint over the log, if one was made.
    public var checkpoint: String?
    public var totals: ChartTotals
    public var money: FundBalance
    /// In fixed unit order, then by number.
    public var projects: [ChartRow]
    /// Units in fixed order with their counts per light.
    public var units: [UnitTally]
    /// Days of the axis: first submission to last due day, at least the current month.
    public var axis: [ChartDay]
    /// Which printed edition (版) this is, from 1; nil when editions are not counted: then the minute stands for it.
    public var edition: Int?
    /// The day whose knowledge a past minute is shown with, entries made afterwards (补录) included; nil for what was
    /// recorded by `asOf` and nothing else.
    public var knownOn: CivilDate?
    /// Which part of the town's rows this is, in words; nil for the whole chart.
    public var selection: String?
    /// What happened between two moments, for the packs (周报、月报); nil on ordinary charts.
    public var comparison: ChartComparison?
    /// What the last printed edition said; nil before the first.
    public var previous: ChartDigest?
    /// Words the town uses instead of the usual ones, by the usual word (the policy's labels).
    public var labels: [String: String]
    /// Columns and order of the policy; nil for the usual ones.
    public var settings: ChartSettings?

    public init(
        town: String, programme: String, year: Int, asOf: Instant, checkpoint: String?, totals: ChartTotals,
        money: FundBalance, projects: [ChartRow], units: [UnitTally], axis: [ChartDay], edition: Int? = nil,
        previous: ChartDigest? = nil, labels: [String: String] = [:]
    ) {
        self.labels = labels
        self.edition = edition
        self.previous = previous
        self.town = town
        self.programme = programme
        self.year = year
        self.asOf = asOf
        self.checkpoint = checkpoint
        self.totals = totals
        self.money = money
        self.projects = projects
        self.units = units
        self.axis = axis
    }
}

/// Counts and sums over the rows of one report.
public struct ChartTotals: Hashable, Codable, Sendable {
    public var projects = 0
    public var byState: [State: Int] = [:]
    public var byLight: [Light: Int] = [:]
    public var requested = Money.zero
    public var awarded = Money.zero
    public var disbursed = Money.zero
    public var settled = Money.zero

    public init() {}
}

/// One line of the chart.
public struct ChartRow: Hashable, Codable, Sendable {
    public let id: ProjectID
    public let number: String
    public let title: String
    public let area: String
    public let unit: String
    public let category: String
    public let secretary: String
    public let officer: String
    public let state: State
    public let light: Light
    /// Why the light is what it is, in at most twelve characters ("超期8天", "审批超2天", "3天后到期").
    public let lightReason: String
    public let turn: Role?
    /// The name of the person whose turn it is, where one is known.
    public let turnName: String?
    public let requested: Money
    public let awarded: Money
    public let disbursed: Money
    public let settled: Money
    public let submittedOn: CivilDate?
    public let dueOn: CivilDate?
    public let dueProvisional: Bool
    public let completedOn: CivilDate?
    /// Calendar days to the due day; negative when over. nil without a due day or after the end.
    public let daysLeft: Int?
    /// Open blocker, if any.
    public let blocker: String?
    /// What has to happen next ("核实现场"); empty at an end.
    public let nextAction: String
    /// When each stage was entered, oldest first: the thick actual bars run from one to the next.
    public let actual: [StageSpan]
    /// The backward plan: the thin planned bars.
    public let planned: [StageSpan]
    /// Entered after the fact (补录).
    public let recordedLate: Bool
    /// 预计赶不上: even at everybody's full speed the due day will be missed.
    public let forecastMiss: Bool
    /// The day the present state was entered.
    public let stageSince: CivilDate?
    /// 自筹等: promised beside the fund; in kind is not cash and not in here.
    public let sources: Money
    /// What settling gave back to the fund; nil before settlement.
    public let surplus: Money?
    /// The question of an open consultation (会诊).
    public let openConsultation: String?
    /// The task of an open dispatch (派单).
    public let openDispatch: String?
    /// What only the ledger and the notice board show.
    public let ledger: LedgerFacts

    public init(
        id: ProjectID, number: String, title: String, area: String, unit: String, category: String,
        secretary: String, officer: String, state: State, light: Light, lightReason: String, turn: Role?,
        turnName: String?, requested: Money, awarded: Money, disbursed: Money, settled: Money,
        submittedOn: CivilDate?, dueOn: CivilDate?, dueProvisional: Bool, completedOn: CivilDate?, daysLeft: Int?,
        blocker: String?, nextAction: String, actual: [StageSpan], planned: [StageSpan], recordedLate: Bool,
        forecastMiss: Bool = false, stageSince: CivilDate? = nil, sources: Money = .zero, surplus: Money? = nil,
        openConsultation: String? = nil, openDispatch: String? = nil, ledger: LedgerFacts = LedgerFacts()
    ) {
        self.forecastMiss = forecastMiss
        self.stageSince = stageSince
        self.sources = sources
        self.surplus = surplus
        self.openConsultation = openConsultation
        self.openDispatch = openDispatch
        self.ledger = ledger
        self.id = id
        self.number = number
        self.title = title
        self.area = area
        self.unit = unit
        self.category = category
        self.secretary = secretary
        self.officer = officer
        self.state = state
        self.light = light
        self.lightReason = lightReason
        self.turn = turn
        self.turnName = turnName
        self.requested = requested
        self.awarded = awarded
        self.disbursed = disbursed
        self.settled = settled
        self.submittedOn = submittedOn
        self.dueOn = dueOn
        self.dueProvisional = dueProvisional
        self.completedOn = completedOn
        self.daysLeft = daysLeft
        self.blocker = blocker
        self.nextAction = nextAction
        self.actual = actual
        self.planned = planned
        self.recordedLate = recordedLate
    }
}

extension ChartRow {
    /// What the project is stuck on, in the words of whoever raised it: a blocker before a consultation before a
    /// dispatch.
    public var stuckOn: String? {
        blocker ?? openConsultation.map { "会诊：\($0)" } ?? openDispatch.map { "派单：\($0)" }
    }
}

/// A stretch of days in one stage, both ends included.
public struct StageSpan: Hashable, Codable, Sendable {
    public let stage: Stage
    public let from: CivilDate
    public let to: CivilDate
    /// In a plan of the approval: when the award has to stand, for its notice to end in time; nil without a notice.
    public let noticeFrom: CivilDate?

    public init(stage: Stage, from: CivilDate, to: CivilDate, noticeFrom: CivilDate? = nil) {
        self.stage = stage
        self.from = from
        self.to = to
        self.noticeFrom = noticeFrom
    }
}

/// Counts per light for one unit.
public struct UnitTally: Hashable, Codable, Sendable {
    public let area: String
    public let unit: String
    public let byLight: [Light: Int]
    public let awarded: Money
    /// Paid out of the fund; nil where only lights are counted.
    public var disbursed: Money?

    public init(area: String, unit: String, byLight: [Light: Int], awarded: Money, disbursed: Money? = nil) {
        self.area = area
        self.unit = unit
        self.byLight = byLight
        self.awarded = awarded
        self.disbursed = disbursed
    }
}

/// One day of the axis.
public struct ChartDay: Hashable, Codable, Sendable {
    public let date: CivilDate
    /// False for weekends and holidays, true for make-up workdays (调休).
    public let isWorking: Bool

    public init(date: CivilDate, isWorking: Bool) {
        self.date = date
        self.isWorking = isWorking
    }
}
