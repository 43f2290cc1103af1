/// Help for stuck projects: no change of state, all of it in the timeline.
extension Matter {
    func raise(_ blocker: Blocker) throws(Refusal) -> Event {
        try ReasonGiven.check([(MissingItem("words", "堵点说明", "words"), blocker.words)])
        return .blockerRaised(blocker)
    }

    func clear(_ cleared: BlockerCleared) throws(Refusal) -> Event {
        try DaysInOrder.check(context, answering: project.blockers.numbered(cleared.blocker)?.raisedOn)
        try ReasonGiven.check([(MissingItem("words", "解决情况", "words"), cleared.words)])
        try OpenItem.check(cleared.blocker, "blocker", project.blockers) { $0.clearedOn == nil }
        return .blockerCleared(cleared)
    }

    func consult(_ consultation: Consultation) throws(Refusal) -> Event {
        guard consultation.meetBy >= day else { throw .dayOutOfOrder(consultation.meetBy, notBefore: day) }
        try ReasonGiven.check([
            (MissingItem("question", "会诊问题", "question"), consultation.question),
            (MissingItem("participants", "参加单位", "participants"), consultation.participants.joined()),
        ])
        return .consulted(consultation)
    }

    /// A decision without an owner and a date is not valid.
    func decide(_ decision: ConsultationDecision) throws(Refusal) -> Event {
        guard decision.doneBy >= day else { throw .dayOutOfOrder(decision.doneBy, notBefore: day) }
        try DaysInOrder.check(context, answering: project.consultations.numbered(decision.consultation)?.calledOn)
        try ReasonGiven.check([
            (MissingItem("decision", "会诊决定", "decision"), decision.decision),
            (MissingItem("owner", "责任人", "owner"), decision.owner),
        ])
        try OpenItem.check(decision.consultation, "consultation", project.consultations) { $0.decision == nil }
        return .consultationDecided(decision)
    }

    /// After the one free adjournment only the leader may put it off again.
    func adjourn(_ adjournment: Adjournment) throws(Refusal) -> Event {
        guard adjournment.meetBy >= day else { throw .dayOutOfOrder(adjournment.meetBy, notBefore: day) }
        try DaysInOrder.check(context, answering: project.consultations.numbered(adjournment.consultation)?.calledOn)
        try ReasonGiven.check(adjournment.reason)
        try OpenItem.check(adjournment.consultation, "consultation", project.consultations) { $0.decision == nil }
        try AdjournmentEscalates.check(project.consultations[adjournment.consultation - 1], context)
        return .consultationAdjourned(adjournment)
    }

    func dispatch(_ dispatch: Dispatch) throws(Refusal) -> Event {
        guard dispatch.by >= day else { throw .dayOutOfOrder(dispatch.by, notBefore: day) }
        try ReasonGiven.check([
            (MissingItem("department", "承办部门", "department"), dispatch.department),
            (MissingItem("task", "事项", "task"), dispatch.task),
        ])
        return .dispatched(dispatch)
    }

    func sign(_ signed: DispatchSigned) throws(Refusal) -> Event {
        try DaysInOrder.check(context, answering: project.dispatches.numbered(signed.dispatch)?.sentOn)
        try ReasonGiven.check([(MissingItem("signedBy", "签收人", "who signed"), signed.signedBy)])
        try OpenItem.check(signed.dispatch, "dispatch", project.dispatches) { $0.signedBy == nil }
        return .dispatchSigned(signed)
    }

    func answer(_ answer: DispatchAnswer) throws(Refusal) -> Event {
        try DaysInOrder.check(context, answering: project.dispatches.numbered(answer.dispatch)?.sentOn)
        try ReasonGiven.check([(MissingItem("feedback", "办理情况", "feedback"), answer.feedback)])
        try OpenItem.check(answer.dispatch, "dispatch", project.dispatches) { $0.signedBy != nil && $0.feedback == nil }
        return .dispatchAnswered(answer)
    }

    func worded(_ remark: Remark) throws(Refusal) -> Remark {
        try ReasonGiven.check([(MissingItem("words", "内容", "words"), remark.words)])
        return remark
    }
}
