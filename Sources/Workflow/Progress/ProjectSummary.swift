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
    public var dueProvisional: Bool
    public var originalDueOn: CivilDate?
    public var noticeEndsOn: CivilDate?
    public var requested: Money
    public var cap: Money?
    public var awarded: Money
    public var encumbered: Money
    public var disbursed: Money
    public var recovered: Money
    public var settled: Money?
    public var blocker: String?
    public var blockerSince: CivilDate?
    public var recordedLate: Bool
    public var policyVersion: Int?

    /// All fields have to be given: a forgotten one is a compile error in the store.
    public init(
        id: ProjectID, version: Int, place: Place, title: String, category: String, state: State,
        stateSince: CivilDate, submittedOn: CivilDate?, admittedOn: CivilDate?, verifiedOn: CivilDate?,
        awardedOn: CivilDate?, executionOn: CivilDate?, inspectionOn: CivilDate?, completedOn: CivilDate?,
        closedOn: CivilDate?, dueOn: CivilDate?, dueProvisional: Bool, originalDueOn: CivilDate?,
        noticeEndsOn: CivilDate?, requested: Money, cap: Money?, awarded: Money, encumbered: Money, disbursed: Money,
        recovered: Money, settled: Money?, blocker: String?, blockerSince: CivilDate?, recordedLate: Bool,
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
        self.dueProvisional = dueProvisional
        self.originalDueOn = originalDueOn
        self.noticeEndsOn = noticeEndsOn
        self.requested = requested
        self.cap = cap
        self.awarded = awarded
        self.encumbered = encumbered
        self.disbursed = disbursed
        self.recovered = recovered
        self.settled = settled
        self.blocker = blocker
        self.blockerSince = blockerSince
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
            closedOn: clock.closedOn, dueOn: clock.dueOn, dueProvisional: clock.dueProvisional,
            originalDueOn: clock.originalDueOn, noticeEndsOn: notice?.endsOn, requested: application.requested,
            cap: money.cap, awarded: money.awarded, encumbered: money.encumbered, disbursed: money.disbursed,
            recovered: money.recovered, settled: money.settled, blocker: openBlocker?.words,
            blockerSince: openBlocker?.raisedOn, recordedLate: recordedLate, policyVersion: policyVersion)
    }
}
