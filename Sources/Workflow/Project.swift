/// A project as the fold of its log: nothing here is typed by hand, everything follows from the entries.
public struct Project: Hashable, Codable, Sendable {
    public let id: ProjectID
    public let place: Place
    /// Number of entries folded; every write is guarded by it.
    public internal(set) var version: Int
    public internal(set) var state: State
    public internal(set) var application: Application
    public internal(set) var onBehalf: Bool
    public internal(set) var policyVersion: Int?
    public internal(set) var clock = Clock()
    public internal(set) var duties = Duties()
    public internal(set) var money = ProjectMoney()
    public internal(set) var notice: Notice?
    public internal(set) var endorsed: Money?
    public internal(set) var amendment: Amendment?
    public internal(set) var siteVisit: SiteVisit?
    public internal(set) var lastReturn: Return?
    public internal(set) var start: Start?
    public internal(set) var milestones: [Milestone] = []
    public internal(set) var rectification: Rectification?
    public internal(set) var satisfaction: Satisfaction?
    /// What an approved amendment put in place of the application's quantities.
    public internal(set) var amendedQuantities: [Quantity]?
    /// What the panel found built; nil before it accepted.
    public internal(set) var built: [Quantity]?
    /// What has arrived of each source of the application and what of it was spent, in their order.
    public internal(set) var sources: [SourceBalance] = []
    public internal(set) var objections: [ObjectionRecord] = []
    public internal(set) var blockers: [BlockerRecord] = []
    public internal(set) var consultations: [ConsultationRecord] = []
    public internal(set) var dispatches: [DispatchRecord] = []
    public internal(set) var spent = TimeSpent()
    /// Documents handed in with steps; nil while there were none.
    public internal(set) var filed: [Document]?
    /// Some entry was written down more than a day after it happened (补录).
    public internal(set) var recordedLate = false

    init(id: ProjectID, place: Place, application: Application, onBehalf: Bool) {
        self.id = id
        self.place = place
        self.application = application
        self.onBehalf = onBehalf
        version = 0
        state = .draft
    }

    /// Everything on file: what came with the application, and what was handed in with steps.
    public var documents: [Document] { application.documents + (filed ?? []) }

    /// The oldest blocker still open.
    public var openBlocker: BlockerRecord? { blockers.first { $0.clearedOn == nil } }
}

/// The days of a project. None is ever edited; each is the effective day of an entry.
public struct Clock: Hashable, Codable, Sendable {
    public internal(set) var draftedOn: CivilDate?
    /// The first submission: the promise counts from it.
    public internal(set) var submittedOn: CivilDate?
    public internal(set) var admittedOn: CivilDate?
    public internal(set) var verifiedOn: CivilDate?
    public internal(set) var awardedOn: CivilDate?
    public internal(set) var executionOn: CivilDate?
    public internal(set) var inspectionOn: CivilDate?
    public internal(set) var completedOn: CivilDate?
    public internal(set) var settledOn: CivilDate?
    /// The last payment so far.
    public internal(set) var paidOn: CivilDate?
    public internal(set) var closedOn: CivilDate?
    /// When the present state was entered.
    public internal(set) var stateSince: CivilDate?
    public internal(set) var dueOn: CivilDate?
    /// The due day before rolling over non-working days.
    public internal(set) var dueNominal: CivilDate?
    public internal(set) var dueProvisional = false
    /// The due day before an extension; nil while there was none.
    public internal(set) var originalDueOn: CivilDate?
    public internal(set) var suspendedOn: CivilDate?
    public internal(set) var pausedDays = 0
    public internal(set) var returnedOn: CivilDate?
}

/// Who did what: the base of keeping duties apart.
public struct Duties: Hashable, Codable, Sendable {
    public internal(set) var drafter: PersonID?
    public internal(set) var applicant: PersonID?
    /// Everybody whose hand is in the application, in order: who drafted, edited or submitted it.
    public internal(set) var authors: [PersonID] = []
    public internal(set) var verifier: PersonID?
    public internal(set) var endorser: PersonID?
    public internal(set) var awarder: PersonID?
    public internal(set) var panel: [PersonID] = []
    public internal(set) var acceptor: PersonID?
    /// Whoever paid or settled last.
    public internal(set) var payer: PersonID?
    /// Everybody who paid or settled, in order: none of them closes the file.
    public internal(set) var payers: [PersonID] = []
    public internal(set) var closer: PersonID?
    /// Some duty was taken up under a dated exception.
    public internal(set) var exceptionUsed = false

    /// Whoever wrote, verified or awarded the project cannot judge what was built.
    public var barredFromPanel: Set<PersonID> { Set(authors + [verifier, awarder].compactMap { $0 }) }
}

/// The money of one project, against its award.
public struct ProjectMoney: Hashable, Codable, Sendable {
    public internal(set) var cap: Money?
    public internal(set) var awarded = Money.zero
    /// The award before any amendment.
    public internal(set) var originalAward = Money.zero
    /// What of the award is still held in the fund for this project.
    public internal(set) var encumbered = Money.zero
    public internal(set) var disbursed = Money.zero
    public internal(set) var recovered = Money.zero
    public internal(set) var settled: Money?
    public internal(set) var invoices: [String] = []
    /// Payments in the order made, each as it was last put right.
    public internal(set) var payments: [PaymentRecord] = []
    /// Kept back of the settlement and not returned yet.
    public internal(set) var retention: Retention?
    /// The award's own plan of tranches; nil where the policy's holds.
    public internal(set) var tranches: [Tranche]?
    /// The year whose fund holds the money, where it was carried forward.
    public internal(set) var fundYear: Int32?
    /// The entry of the award in force: what it encumbered is resolved once, by settlement or by being voided.
    public internal(set) var awardedAt: Int?

    /// Paid and not given back.
    public var outstanding: Money { disbursed - recovered }
    /// Held and free to be paid: what is retained waits for its day.
    public var payable: Money { encumbered - (retention?.amount ?? .zero) }
}
