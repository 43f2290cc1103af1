/// Folds one entry into a project. It holds no rule and never refuses: replay must always succeed.
///
/// Returns nil only for an entry that cannot begin a log (anything but `drafted` first).
public func evolve(_ project: Project?, _ id: ProjectID, _ entry: Entry) -> Project? {
    guard var next = project ?? begun(id, entry) else { return nil }
    let before = next.state
    next.apply(entry)
    next.version = entry.sequence
    if next.state != before || entry.sequence == 1 {
        if let since = next.clock.stateSince { next.spent.charge(entry.effectiveOn.days(since: since), to: before) }
        next.clock.stateSince = entry.effectiveOn
    }
    if entry.isRecordedLate { next.recordedLate = true }
    return next
}

private func begun(_ id: ProjectID, _ entry: Entry) -> Project? {
    guard case .drafted(let drafted) = entry.event else { return nil }
    return Project(id: id, place: drafted.place, application: drafted.application, onBehalf: drafted.onBehalf)
}

extension Project {
    fileprivate mutating func apply(_ entry: Entry) {
        let (day, person) = (entry.effectiveOn, entry.by)
        switch entry.event {
        case .drafted:
            clock.draftedOn = day
            duties.drafter = person
            write(person)
        case .edited(let application):
            self.application = application
            write(person)
        case .submitted(let submitted): submit(submitted, by: person, on: day)
        case .admitted(let admitted):
            if let due = admitted.due { clock.promise(due) }
            clock.admittedOn = day
            state = .inReview
        case .verified(let visit): verify(visit, by: person, on: day)
        case .returned(let what):
            lastReturn = what
            sendBack(on: day)
        case .endorsed(let endorsement):
            endorsed = endorsement.amount
            duties.endorser = person
        case .awarded(let award): self.award(award, entry)
        case .declined: state = .declined
        case .objected(let objection):
            objections.append(ObjectionRecord(words: objection.words, raisedOn: day, ruling: nil))
        case .objectionResolved(let ruling): resolve(ruling)
        case .noticeConcluded(let proof):
            notice?.proof = proof.proof
            clock.executionOn = day
            state = .inExecution
        case .startRecorded(let start): self.start = start
        case .progressReported(let report):
            if !milestones.contains(report.milestone) { milestones.append(report.milestone) }
        case .amendmentRequested(let amendment): self.amendment = amendment
        case .amendmentDecided(let ruling): amend(ruling)
        case .extended(let extension_):
            clock.originalDueOn = clock.dueOn
            clock.dueOn = extension_.newDueOn
            clock.dueNominal = extension_.newDueOn
            // A day the director named was not computed; no holiday table changes it.
            clock.dueProvisional = false
        case .suspended:
            clock.suspendedOn = day
            state = .suspended
        case .resumed(let resumed): resume(resumed)
        case .inspectionRequested:
            clock.inspectionOn = day
            state = .inAcceptance
        case .accepted(let acceptance): accept(acceptance, by: person, on: day)
        case .rectificationDemanded(let what):
            rectification = what
            state = .inRectification
        case .disbursed, .settled, .recovered, .paymentCorrected, .retentionReturned, .receiptRecorded,
            .spendingRecorded, .carriedForward, .swept:
            account(for: entry)
        case .closedOut: closeOut(by: person, on: day)
        case .reopened:
            clock.closedOn = nil
            state = .completed
        case .withdrawn: end(as: .withdrawn)
        case .terminated: end(as: .terminated)
        case .blockerRaised, .blockerCleared, .consulted, .consultationDecided, .consultationAdjourned, .dispatched,
            .dispatchSigned, .dispatchAnswered, .documented:
            help(entry.event, on: day)
        case .dueRecomputed(let recomputed): clock.promise(recomputed.due)
        case .dutyExceptionUsed: duties.exceptionUsed = true
        case .chased, .commented: break
        }
    }

    private mutating func submit(_ submitted: Submitted, by person: PersonID, on day: CivilDate) {
        policyVersion = submitted.policyVersion
        money.cap = submitted.cap
        duties.applicant = person
        write(person)
        if clock.submittedOn == nil { clock.submittedOn = day }
        if let due = submitted.due { clock.promise(due) }
        clock.returnedOn = nil
        state = .submitted
    }

    private mutating func verify(_ visit: SiteVisit, by person: PersonID, on day: CivilDate) {
        siteVisit = visit
        duties.verifier = person
        clock.verifiedOn = day
        state = .inApproval
    }

    private mutating func write(_ person: PersonID) {
        if !duties.authors.contains(person) { duties.authors.append(person) }
    }

    /// What was said of the old text (admission, site visit, endorsement) does not hold for the mended one.
    private mutating func sendBack(on day: CivilDate) {
        clock.returnedOn = day
        clock.admittedOn = nil
        clock.verifiedOn = nil
        siteVisit = nil
        duties.verifier = nil
        endorsed = nil
        duties.endorser = nil
        state = .returned
    }

    private mutating func award(_ award: Awarded, _ entry: Entry) {
        let day = entry.effectiveOn
        duties.awarder = entry.by
        money.awardedAt = entry.sequence
        money.tranches = award.tranches
        clock.awardedOn = day
        money.awarded = award.amount
        money.originalAward = award.amount
        money.encumbered = award.amount
        if let endsOn = award.noticeEndsOn {
            notice = Notice(startedOn: day, endsOn: endsOn)
            state = .onNotice
        } else {
            clock.executionOn = day
            state = .inExecution
        }
    }

    private mutating func resolve(_ ruling: ObjectionRuling) {
        if objections.indices.contains(ruling.objection - 1) { objections[ruling.objection - 1].ruling = ruling }
        guard ruling.upheld else { return }
        money.awarded = .zero
        money.originalAward = .zero
        money.encumbered = .zero
        money.awardedAt = nil
        money.tranches = nil
        endorsed = nil
        notice = nil
        duties.awarder = nil
        state = .inApproval
    }

    private mutating func amend(_ ruling: AmendmentRuling) {
        if ruling.approved, let amendment {
            money.encumbered = money.encumbered + amendment.amount - money.awarded
            money.awarded = amendment.amount
            if let quantities = amendment.quantities { amendedQuantities = quantities }
        }
        amendment = nil
    }

    private mutating func resume(_ resumed: Resumed) {
        clock.pausedDays += resumed.pausedDays
        clock.suspendedOn = nil
        clock.promise(resumed.due)
        state = .inExecution
    }

    private mutating func accept(_ acceptance: Acceptance, by person: PersonID, on day: CivilDate) {
        duties.panel = acceptance.panel
        duties.acceptor = person
        satisfaction = acceptance.satisfaction
        built = acceptance.quantities
        clock.completedOn = day
        state = .completed
    }

    private mutating func closeOut(by person: PersonID, on day: CivilDate) {
        duties.closer = person
        clock.closedOn = day
        state = .closedOut
    }

    private mutating func end(as end: State) {
        money.encumbered = .zero
        state = end
    }
}

extension Clock {
    fileprivate mutating func promise(_ due: Promise) {
        dueNominal = due.nominal
        dueOn = due.dueOn
        dueProvisional = due.isProvisional
    }
}

extension TimeSpent {
    /// Days in a state, to its owner. Before a submission and after completion nobody's clock runs.
    mutating func charge(_ days: Int, to state: State) {
        switch state {
        case .submitted, .inApproval, .onNotice: office += days
        case .inReview: officer += days
        case .returned, .inExecution, .inRectification: village += days
        case .inAcceptance: panel += days
        case .suspended: paused += days
        case .draft, .completed, .closedOut, .declined, .withdrawn, .terminated: break
        }
    }
}
