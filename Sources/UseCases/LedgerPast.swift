import Workflow

/// Turns one row of a ledger into the steps that led to it, each on its own day.
///
/// What a ledger does not keep (contractor, voucher, proof of posting) is entered as not kept, never invented.
struct LedgerPast {
    let row: LedgerRow
    let cast: LedgerCast
    let policy: Policy
    /// A day that is missing is taken from the step before, and a note says so; otherwise it is an error.
    let assumesDays: Bool
    private(set) var steps: [PastStep] = []
    private(set) var notes: [LedgerFault] = []
    private var barred: Set<PersonID> = []

    static let notKept = "台账未载"

    init(row: LedgerRow, cast: LedgerCast, policy: Policy, assumesDays: Bool) {
        self.row = row
        self.cast = cast
        self.policy = policy
        self.assumesDays = assumesDays
    }

    /// Writes all steps up to the row's stage; throws the first that cannot be written.
    mutating func write() throws(LedgerFault) {
        try draft()
        switch row.stage {
        case .draft: return
        case .submitted: try submit()
        case .returned: try comeBack()
        case .inReview: try admit()
        case .inApproval: try verify()
        case .onNotice: try award()
        case .inExecution: try start()
        case .inAcceptance: try inspect(on: nil)
        case .completed: try settle()
        case .closedOut: try close()
        case .declined: try decline()
        case .withdrawn: try withdraw()
        case .terminated: try terminate()
        case .suspended, .inRectification: throw .stageNotImportable(row.stage)
        }
        try remark()
    }

    private mutating func step(_ person: Person, _ command: Command, _ day: CivilDate) {
        steps.append(PastStep(by: person, command: command, on: day))
    }

    /// The day in `column`, or the last day before it where days may be assumed.
    private mutating func day(_ column: LedgerColumn, _ value: CivilDate?) throws(LedgerFault) -> CivilDate {
        if let value { return value }
        guard assumesDays, let before = steps.last?.on else { throw .missing(column) }
        notes.append(.dayAssumed(column, before))
        return before
    }

    /// The day of the last step: for what a ledger gives no day of its own. `column` names where that day stands.
    private mutating func last(_ column: LedgerColumn) -> CivilDate {
        let day = steps.last?.on ?? row.days.submitted
        notes.append(.dayAssumed(column, day))
        return day
    }
}

// MARK: The road, each stretch after the one before it

extension LedgerPast {
    private mutating func draft() throws(LedgerFault) {
        let secretary = try cast.holder(.secretary, on: row.days.submitted)
        barred.insert(secretary.id)
        var quantities = LedgerWorks.quantities(row.works)
        if quantities.isEmpty {
            notes.append(.quantityAssumed(row.works))
            quantities = [Quantity(what: row.works, count: 1, unit: "项")]
        }
        var budget: [BudgetLine] = []
        if row.requested > .zero { budget.append(BudgetLine(what: "申请资金", amount: row.requested)) }
        var sources: [Source] = []
        if row.ownContribution > .zero {
            budget.append(BudgetLine(what: "自筹资金", amount: row.ownContribution))
            sources.append(Source(kind: .ownContribution, promised: row.ownContribution))
        }
        let application = Application(
            title: row.title, category: row.category, need: row.works, channel: row.channel, place: row.unit,
            quantities: quantities, budget: budget, sources: sources, requested: row.requested,
            documents: policy.documents.submission.map(Self.paper))
        step(secretary, .draft(application), row.days.submitted)
    }

    private mutating func submit() throws(LedgerFault) {
        step(try cast.holder(.secretary, on: row.days.submitted), .submit, row.days.submitted)
    }

    private mutating func admit() throws(LedgerFault) {
        try submit()
        let day = try day(.admittedOn, row.days.admitted)
        step(try cast.holder(.clerk, on: day), .admit, day)
    }

    private mutating func verify() throws(LedgerFault) {
        try admit()
        let day = try day(.verifiedOn, row.days.verified)
        let (officer, isOther) = try cast.officer(named: row.officer, on: day)
        if isOther { notes.append(.officerUnknown(row.officer)) }
        barred.insert(officer.id)
        let visit = SiteVisit(visitedOn: day, recommended: row.stage != .declined, opinion: Self.notKept)
        step(officer, .verify(visit), day)
    }

    private mutating func award() throws(LedgerFault) {
        try verify()
        let day = try day(.awardedOn, row.days.awarded)
        if policy.leaderEndorses(row.awarded) {
            step(try cast.holder(.leader, on: day), .endorse(Endorsement(amount: row.awarded)), day)
        }
        let director = try cast.holder(.director, on: day)
        barred.insert(director.id)
        step(director, .award(Award(amount: row.awarded)), day)
    }

    private mutating func start() throws(LedgerFault) {
        try award()
        let day = try day(.startedOn, row.days.started)
        if policy.noticeWorkingDays != nil {
            step(try cast.holder(.clerk, on: day), .concludeNotice(NoticeProof(proof: Self.notKept)), day)
        }
        let contractor = row.awarded > .zero ? Self.notKept : ""
        let start = Start(contractor: contractor, contractAmount: row.awarded, basis: Self.notKept)
        step(try cast.holder(.secretary, on: day), .recordStart(start), day)
        // What was paid before the works ended can only have been an advance.
        if row.paid > .zero, row.stage == .inExecution || row.stage == .inAcceptance || row.stage == .terminated {
            try pay(on: day)
        }
    }

    /// - Parameter day: nil when the ledger does not tell.
    private mutating func inspect(on day: CivilDate?) throws(LedgerFault) {
        try start()
        let day = day ?? last(.startedOn)
        let request = InspectionRequest(documents: policy.documents.inspection.map(Self.paper))
        step(try cast.holder(.secretary, on: day), .requestInspection(request), day)
    }

    private mutating func accept() throws(LedgerFault) {
        let accepted = row.days.accepted ?? (assumesDays ? row.days.completed : nil)
        guard let accepted else { throw .missing(.acceptedOn) }
        try inspect(on: accepted)
        guard let grade = row.satisfaction else { throw .missing(.satisfaction) }
        let panel = try cast.panel(policy.panelMinimum, on: accepted, without: barred)
        guard let first = panel.first else { throw .nobodyInOffice(.panelMember, accepted) }
        let acceptance = Acceptance(
            panel: panel.map(\.id), quantities: application.quantities,
            satisfaction: Satisfaction(satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, grade: grade))
        step(first, .accept(acceptance), accepted)
    }

    private mutating func settle() throws(LedgerFault) {
        try accept()
        let day = try day(.completedOn, row.days.completed)
        if let actual = row.settled {
            step(try cast.holder(.finance, on: day), .settle(Settlement(actual: actual)), day)
        }
        if row.paid > .zero { try pay(on: day) }
    }

    private mutating func close() throws(LedgerFault) {
        try settle()
        let day = last(.completedOn)
        step(try cast.holder(.clerk, on: day), .closeOut(CloseOut(publication: Self.notKept)), day)
    }
}

// MARK: Ends, returns and remarks

extension LedgerPast {
    private var reason: String { row.remark.isEmpty ? Self.notKept : row.remark }

    private var application: Application {
        guard case .draft(let application) = steps.first?.command else {
            return Application(title: "", category: "", need: "", channel: "", place: "", requested: .zero)
        }
        return application
    }

    private mutating func pay(on day: CivilDate) throws(LedgerFault) {
        let payment = Payment(amount: row.paid, payee: Self.notKept, voucher: Self.notKept)
        step(try cast.holder(.finance, on: day), .disburse(payment), day)
    }

    /// Goes as far as the ledger has days for, and no further than `verify`.
    private mutating func advance() throws(LedgerFault) -> LedgerColumn {
        if row.days.verified != nil {
            try verify()
            return .verifiedOn
        }
        if row.days.admitted != nil {
            try admit()
            return .admittedOn
        }
        try submit()
        return .submittedOn
    }

    private mutating func comeBack() throws(LedgerFault) {
        let column = try advance()
        let day = last(column)
        let role: Role =
            switch column {
            case .verifiedOn: .director
            case .admittedOn: .guidanceOfficer
            case _: .clerk
            }
        step(try cast.holder(role, on: day), .return(Return(sections: [Self.notKept], reason: reason)), day)
    }

    private mutating func decline() throws(LedgerFault) {
        let day = last(try advance())
        step(try cast.holder(.director, on: day), .decline(Reasoned(reason: reason)), day)
    }

    private mutating func withdraw() throws(LedgerFault) {
        let day = last(try advance())
        step(try cast.holder(.secretary, on: day), .withdraw(Reasoned(reason: reason)), day)
    }

    private mutating func terminate() throws(LedgerFault) {
        try start()
        let day = last(.startedOn)
        let end = Termination(reason: reason, writeDownReason: row.paid > .zero ? reason : nil)
        step(try cast.holder(.director, on: day), .terminate(end), day)
    }

    /// What holds running works up is a blocker; any other remark is a comment. Reasons were used already.
    private mutating func remark() throws(LedgerFault) {
        guard !row.remark.isEmpty, let day = steps.last?.on else { return }
        switch row.stage {
        case .inExecution:
            let blocker = Blocker(words: row.remark, mustAct: .secretary)
            step(try cast.holder(.secretary, on: day), .raiseBlocker(blocker), day)
        case .submitted, .inReview, .inApproval, .onNotice, .inAcceptance, .completed, .suspended, .inRectification:
            step(try cast.holder(.clerk, on: day), .comment(Remark(words: row.remark)), day)
        case .draft, .returned, .declined, .withdrawn, .terminated, .closedOut: return
        }
    }

    static func paper(_ kind: DocumentKind) -> Document {
        Document(kind: kind, name: "\(kind.chinese)（纸质）")
    }
}
