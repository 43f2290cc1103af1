/// What lists, charts and lights need of a project: one stored row, no fold, no event.
///
/// It is computed from the fold when a command is committed and read back from the columns afterwards.
public struct ProjectSummary: Hashable, Sendable {
    public var id: ProjectID
    public var version: Int
    public var place: Place
    public var title: String
    public var category: String
    public var state: State
    public var stateSince: CivilDate
    public var submittedOn: CivilDate?
    public var admittedOn: CivilDate?
    public var verifiedOn: CivilDate?
    public var awardedOn: CivilDate?
    public var executionOn: CivilDate?
    public var inspectionOn: CivilDate?
    public var completedOn: CivilDate?
    public var closedOn: CivilDate?
    public var dueOn: CivilDate?
    /// The due day before rolling over non-working days: what a return or a pause moves.
    public var dueNominal: CivilDate?
    public var dueProvisional: Bool
    public var originalDueOn: CivilDate?
    /// Days of pause counted so far; they are limited in all.
    public var pausedDays: Int
    public var noticeEndsOn: CivilDate?
    public var requested: Money
    public var cap: Money?
    public var awarded: Money
    public var encumbered: Money
    public var disbursed: Money
    public var recovered: Money
    public var settled: Money?
    /// What the leader has agreed to, if anything.
    public var endorsed: Money?
    /// What waits for somebody beside whose turn it is.
    public var pending: [PendingItem]
    public var recordedLate: Bool
    public var policyVersion: Int?

    /// All fields have to be given: a forgotten one is a compile error in the store.
    public init(
        id: ProjectID, version: Int, place: Place, title: String, category: String, state: State,
        stateSince: CivilDate, submittedOn: CivilDate?, admittedOn: CivilDate?, verifiedOn: CivilDate?,
        awardedOn: CivilDate?, executionOn: CivilDate?, inspectionOn: CivilDate?, completedOn: CivilDate?,
        closedOn: CivilDate?, dueOn: CivilDate?, dueNominal: CivilDate?, dueProvisional: Bool,
        originalDueOn: CivilDate?,
        pausedDays: Int, noticeEndsOn: CivilDate?, requested: Money, cap: Money?, awarded: Money, encumbered: Money,
        disbursed: Money,
        recovered: Money, settled: Money?, endorsed: Money?, pending: [PendingItem], recordedLate: Bool,
        policyVersion: Int?
    ) {
        self.id = id
        self.version = version
        self.place = place
        self.title = title
        self.category = category
        self.state = state
        self.stateSince = stateSince
        self.submittedOn = submittedOn
        self.admittedOn = admittedOn
        self.verifiedOn = verifiedOn
        self.awardedOn = awardedOn
        self.executionOn = executionOn
        self.inspectionOn = inspectionOn
        self.completedOn = completedOn
        self.closedOn = closedOn
        self.dueOn = dueOn
        self.dueNominal = dueNominal
        self.dueProvisional = dueProvisional
        self.originalDueOn = originalDueOn
        self.pausedDays = pausedDays
        self.noticeEndsOn = noticeEndsOn
        self.requested = requested
        self.cap = cap
        self.awarded = awarded
        self.encumbered = encumbered
        self.disbursed = disbursed
        self.recovered = recovered
        self.settled = settled
        self.endorsed = endorsed
        self.pending = pending
        self.recordedLate = recordedLate
        self.policyVersion = policyVersion
    }
}

extension Project {
    public var summary: ProjectSummary {
        ProjectSummary(
            id: id, version: version, place: place, title: application.title, category: application.category,
            state: state, stateSince: clock.stateSince ?? CivilDate(dayNumber: 0), submittedOn: clock.submittedOn,
            admittedOn: clock.admittedOn, verifiedOn: clock.verifiedOn, awardedOn: clock.awardedOn,
            executionOn: clock.executionOn, inspectionOn: clock.inspectionOn, completedOn: clock.completedOn,
            closedOn: clock.closedOn, dueOn: clock.dueOn, dueNominal: clock.dueNominal,
            dueProvisional: clock.dueProvisional,
            originalDueOn: clock.originalDueOn, pausedDays: clock.pausedDays, noticeEndsOn: notice?.endsOn,
            requested: application.requested,
            cap: money.cap, awarded: money.awarded, encumbered: money.encumbered, disbursed: money.disbursed,
            recovered: money.recovered, settled: money.settled, endorsed: endorsed, pending: pending,
            recordedLate: recordedLate, policyVersion: policyVersion)
    }
}
