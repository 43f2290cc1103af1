/// What a decision yields: the events that follow from the command, and the role the person acted in.
public struct Decision: Sendable {
    public let events: [Event]
    public let role: Role
}

/// Holds every rule and touches nothing: from a project, a command and its circumstances to events or one refusal.
///
/// The order of checks is the precedence of refusals: who, when, duties apart, what is written, conditions, money.
/// Throws: the first `Refusal` that applies.
public func decide(
    _ project: Project?, _ command: Command, _ context: Context, _ policy: Policy
) throws(Refusal) -> Decision {
    let role = try RolePermitsCommand.check(command.kind, context)
    guard let project else {
        guard case .draft(let application) = command else { throw .commandNotInState(command.kind, .draft) }
        try DaysInOrder.check(nil, context)
        try LateEntryExplained.check(context)
        return Decision(events: [try draft(application, context, role)], role: role)
    }
    try StateAllowsCommand.check(command.kind, project.state)
    try DaysInOrder.check(project, context)
    try LateEntryExplained.check(context)
    var events: [Event] = []
    if let duty = command.kind.duty {
        events += try DutiesSeparate.check(duty, project.duties, context).map { .dutyExceptionUsed($0) }
    }
    let matter = Matter(project: project, context: context, policy: policy)
    let missing = StepComplete.missing(command, project, context, policy)
    let event = try StepComplete.check(missing) { () throws(Refusal) in try matter.event(for: command) }
    if !context.documents.isEmpty { events.append(.documented(Documented(documents: context.documents))) }
    events.append(event)
    try FundYearOpen.check(events, project, context)
    return Decision(events: events, role: role)
}

/// A draft may be incomplete; only its amounts have to be storable and its title has to name it.
private func draft(_ application: Application, _ context: Context, _ role: Role) throws(Refusal) -> Event {
    try ReasonGiven.check([(MissingItem("title", "项目名称", "title"), application.title)])
    try AmountInRange.check(application)
    return .drafted(Drafted(place: context.place, application: application, onBehalf: role == .clerk))
}

/// A project before a command, with its circumstances: what the decisions of each stage are made on.
struct Matter {
    let project: Project
    let context: Context
    let policy: Policy

    var person: PersonID { context.by.id }
    var day: CivilDate { context.effectiveOn }

    func event(for command: Command) throws(Refusal) -> Event {
        switch command {
        case .draft: throw .commandNotInState(.draft, project.state)
        case .edit(let application): try edit(application)
        case .submit: try submit()
        case .admit: .admitted(Admitted(due: policy.clockStart == .admission ? firstPromise() : nil))
        case .verify(let visit): try verify(visit)
        case .return(let what): try returned(what)
        case .endorse(let endorsement): try endorse(endorsement)
        case .award(let award): try self.award(award)
        case .decline(let reasoned): try decline(reasoned)
        case .object(let objection): try object(objection)
        case .resolveObjection(let ruling): try resolve(ruling)
        case .concludeNotice(let proof): try conclude(proof)
        case .recordStart(let start): try record(start)
        case .reportProgress(let report): .progressReported(report)
        case .requestAmendment(let amendment): try request(amendment)
        case .decideAmendment(let ruling): try decide(ruling)
        case .extend(let extension_): try extend(extension_)
        case .suspend(let suspension): try suspend(suspension)
        case .resume(let remark): try resume(remark)
        case .requestInspection(let request): try inspect(request)
        case .accept(let acceptance): try accept(acceptance)
        case .demandRectification(let rectification): try demand(rectification)
        case .disburse(let payment): try disburse(payment)
        case .settle(let settlement): try settle(settlement)
        case .recover(let recovery): try recover(recovery)
        case .correctPayment(let correction): try correct(correction)
        case .returnRetention(let back): try self.return(back)
        case .recordReceipt(let receipt): try record(receipt)
        case .recordSpending(let spending): try record(spending)
        case .carryForward(let reasoned): try carryForward(reasoned)
        case .sweep(let reasoned): try sweep(reasoned)
        case .closeOut(let closeOut): try close(closeOut)
        case .reopen(let reasoned): try reopen(reasoned)
        case .withdraw(let reasoned): try withdraw(reasoned)
        case .terminate(let termination): try terminate(termination)
        case .raiseBlocker(let blocker): try raise(blocker)
        case .clearBlocker(let cleared): try clear(cleared)
        case .consult(let consultation): try consult(consultation)
        case .decideConsultation(let decision): try decide(decision)
        case .adjournConsultation(let adjournment): try adjourn(adjournment)
        case .dispatch(let dispatch): try self.dispatch(dispatch)
        case .signDispatch(let signed): try sign(signed)
        case .answerDispatch(let answer): try self.answer(answer)
        case .recomputeDue: try recomputeDue()
        case .chase(let remark): .chased(try worded(remark))
        case .comment(let remark): .commented(try worded(remark))
        }
    }
}
