/// Decisions on the way to the office: application and review.
extension Matter {
    func edit(_ application: Application) throws(Refusal) -> Event {
        try ReasonGiven.check([(MissingItem("title", "项目名称", "title"), application.title)])
        try AmountInRange.check(application)
        return .edited(application)
    }

    func submit() throws(Refusal) -> Event {
        let application = project.application
        try EmergencyPapersInTime.checkBegun(application, context)
        try ApplicationComplete.check(application, policy)
        try AmountInRange.check(application)
        try CategoryOfPolicy.check(application, policy)
        try BudgetAddsUp.check(application)
        try RequestWithinCap.check(application, policy)
        try EmergencyPapersInTime.check(project, context, policy)
        return .submitted(Submitted(policyVersion: policy.version, cap: policy.cap, due: submissionPromise()))
    }

    /// The month from the first submission; after a return, moved by the days of mending where the policy stops
    /// the clock.
    private func submissionPromise() -> Promise? {
        guard let nominal = project.clock.dueNominal, let dueOn = project.clock.dueOn else {
            return policy.clockStart == .submission ? firstPromise() : nil
        }
        guard policy.returnStopsClock, let returnedOn = project.clock.returnedOn else {
            return Promise(nominal: nominal, dueOn: dueOn, isProvisional: project.clock.dueProvisional)
        }
        return moved(by: day.days(since: returnedOn))
    }

    /// The promise as the policy counts it from today, unless it runs already.
    func firstPromise() -> Promise? {
        guard project.clock.dueOn == nil else { return nil }
        let due = policy.month.due(
            from: day, promised: project.application.promisedOn, calendar: context.calendar)
        return Promise(nominal: due.nominal, dueOn: due.due, isProvisional: due.isProvisional)
    }

    /// The promise later by so many calendar days, on a working day again where the policy rolls.
    func moved(by days: Int) -> Promise {
        promise(nominal: (project.clock.dueNominal ?? day).adding(days: days))
    }

    /// After a year's holiday table arrived: the same promise on the new table.
    func recomputeDue() throws(Refusal) -> Event {
        let nominal = try DueRecomputedOnce.check(project)
        let start = policy.clockStart == .submission ? project.clock.submittedOn : project.clock.admittedOn
        let isMended = policy.returnStopsClock && project.lastReturn != nil
        let isMoved = isMended || project.clock.pausedDays > 0 || project.clock.originalDueOn != nil
        // Only a promise counted in working days has a nominal day that depends on the table.
        guard policy.month.countsWorkingDays, !isMoved, let start else {
            return .dueRecomputed(DueRecomputed(due: promise(nominal: nominal)))
        }
        let due = policy.month.due(from: start, calendar: context.calendar)
        return .dueRecomputed(
            DueRecomputed(due: Promise(nominal: due.nominal, dueOn: due.due, isProvisional: due.isProvisional)))
    }

    private func promise(nominal: CivilDate) -> Promise {
        let dueOn = policy.month.rolls ? context.calendar.rolled(nominal) : nominal
        return Promise(
            nominal: nominal, dueOn: dueOn,
            isProvisional: context.calendar.isProvisional(nominal) || context.calendar.isProvisional(dueOn))
    }

    func verify(_ visit: SiteVisit) throws(Refusal) -> Event {
        guard visit.visitedOn <= context.recordedOn else { throw .effectiveInFuture(visit.visitedOn) }
        try ReasonGiven.check([(MissingItem("opinion", "核实意见", "opinion"), visit.opinion)])
        return .verified(visit)
    }

    func returned(_ what: Return) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("sections", "需补正的部分", "sections"), what.sections.joined()),
            (MissingItem("reason", "原因", "reason"), what.reason),
        ])
        return .returned(what)
    }

    func decline(_ reasoned: Reasoned) throws(Refusal) -> Event {
        try ReasonGiven.check(reasoned.reason)
        return .declined(reasoned)
    }

    func withdraw(_ reasoned: Reasoned) throws(Refusal) -> Event {
        try ReasonGiven.check(reasoned.reason)
        return .withdrawn(reasoned)
    }
}
