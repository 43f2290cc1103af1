/// Help for stuck projects: no change of state, all of it in the timeline.
extension Matter {
    func raise(_ blocker: Blocker) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("words", "堵点说明", "words"), blocker.words),
            (MissingItem("mustAct", "由谁解决", "who must act"), blocker.mustAct),
        ])
        return .blockerRaised(blocker)
    }

    func clear(_ cleared: BlockerCleared) throws(Refusal) -> Event {
        try DaysInOrder.check(context, answering: project.blockers.numbered(cleared.blocker)?.raisedOn)
        try ReasonGiven.check([(MissingItem("words", "解决情况", "words"), cleared.words)])
        try BlockerKnown.check(cleared, project)
        return .blockerCleared(cleared)
    }

    /// A decision without an owner and a date is not valid.
    func consult(_ consultation: Consultation) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("question", "会诊问题", "question"), consultation.question),
            (MissingItem("decision", "会诊决定", "decision"), consultation.decision),
            (MissingItem("owner", "责任人", "owner"), consultation.owner),
        ])
        return .consulted(consultation)
    }

    func dispatch(_ dispatch: Dispatch) throws(Refusal) -> Event {
        try ReasonGiven.check([
            (MissingItem("department", "承办部门", "department"), dispatch.department),
            (MissingItem("task", "事项", "task"), dispatch.task),
        ])
        return .dispatched(dispatch)
    }

    func worded(_ remark: Remark) throws(Refusal) -> Remark {
        try ReasonGiven.check([(MissingItem("words", "内容", "words"), remark.words)])
        return remark
    }
}
