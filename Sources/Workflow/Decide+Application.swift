/// Decisions on the way to the office: application and review.
extension Matter {
    func edit(_ application: Application) throws(Refusal) -> Event {
        try ReasonGiven.check([(MissingItem("title", "项目名称", "title"), application.title)])
        try AmountInRange.check(application)
        return .edited(application)
    }

    func submit() throws(Refusal) -> Event {
        let application = project.application
        try ApplicationComplete.check(application, policy)
        try AmountInRange.check(application)
        try CategoryOfPolicy.check(application, policy)
        try BudgetAddsUp.check(application)
        try RequestWithinCap.check(application, policy)
        let due = submissionDue()
        return .submitted(
            Submitted(policyVersion: policy.version, cap: policy.cap, dueOn: due.day, dueProvisional: due.isProvisional)
        )
    }

    /// The month from the first submission; after a return, moved by the days of mending where the policy stops
    /// the clock.
    private func submissionDue() -> (day: CivilDate, isProvisional: Bool) {
        guard let dueOn = project.clock.dueOn else {
            let due = policy.month.due(from: day, calendar: context.calendar)
            return (due.due, due.isProvisional)
        }
        guard policy.returnStopsClock, let returnedOn = project.clock.returnedOn else {
            return (dueOn, project.clock.dueProvisional)
        }
        return moved(dueOn, by: day.days(since: returnedOn))
    }

    func verify(_ visit: SiteVisit) throws(Refusal) -> Event {
        guard visit.visitedOn <= context.recordedOn else { throw .effectiveInFuture(visit.visitedOn) }
        try ReasonGiven.check([(MissingItem("opinion", "核实意见", "opinion"), visit.opinion)])
        try DutiesSeparate.check(.verify, by: person, project.duties)
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

    /// A due day later by so many calendar days, on a working day again.
    func moved(_ due: CivilDate, by days: Int) -> (day: CivilDate, isProvisional: Bool) {
        let day = context.calendar.rolled(due.adding(days: days))
        return (day, project.clock.dueProvisional || context.calendar.isProvisional(day))
    }
}
