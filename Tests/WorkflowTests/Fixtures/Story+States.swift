import Workflow

/// A story brought to each state, and made ready for each command.
extension Story {
    /// The project in this state with nothing unusual about it. From execution on, 10,000 yuan have been paid.
    static func at(_ state: State, policy: Policy = .secretaryActsNow) throws -> Story {
        let reason = Reasoned(reason: "原因")
        return switch state {
        case .draft: try drafted(policy: policy)
        case .submitted: try submitted(policy: policy)
        case .returned:
            try inReview(policy: policy).then(Cast.officer, .return(Return(sections: ["budget"], reason: "报价单")))
        case .inReview: try inReview(policy: policy)
        case .inApproval: try inApproval(policy: policy)
        case .onNotice: try onNotice(policy: policy)
        case .inExecution: try inExecution(policy: policy).paid(yuan(10_000))
        case .suspended:
            try at(.inExecution, policy: policy)
                .then(Cast.director, .suspend(Suspension(reason: "台风", evidence: "预警")))
        case .inAcceptance:
            try at(.inExecution, policy: policy).then(Cast.secretary, .recordStart(Papers.start)).inspected()
        case .inRectification:
            try at(.inAcceptance, policy: policy).then(
                Cast.panelist, .demandRectification(Papers.rectification))
        case .completed: try at(.inAcceptance, policy: policy).accepted()
        case .closedOut: try at(.completed, policy: policy).settled(yuan(10_000)).closedOut()
        case .declined: try submitted(policy: policy).then(Cast.clerk, .decline(reason))
        case .withdrawn: try submitted(policy: policy).then(Cast.secretary, .withdraw(reason))
        case .terminated:
            try at(.inExecution, policy: policy)
                .then(Cast.director, .terminate(Termination(reason: "征地争议", writeDownReason: "已完成部分")))
        }
    }

    /// Completed and settled at 10,300 yuan, of which 300 are kept back for a year; the rest is paid.
    static func retained() throws -> Story {
        let story = try at(.completed)
        return try story.then(
            Cast.finance,
            .settle(
                Settlement(
                    actual: yuan(10_300), retained: yuan(300), retainedUntil: story.day.adding(days: 365))))
    }

    /// The same, with whatever the command answers to already there: an objection to resolve, an amendment to decide …
    static func ready(for kind: Command.Kind, in state: State) throws -> Story {
        let story = try at(state)
        let onTheRoad = !state.isEnd && state != .draft
        switch (kind, state) {
        case (.resolveObjection, .onNotice):
            return try story.then(Cast.clerk, .object(Objection(words: "位置不当")))
        case (.concludeNotice, .onNotice):
            return story.on((story.project?.notice?.endsOn ?? story.day).adding(days: 1))
        case (.decideAmendment, .inExecution), (.endorse, .inExecution):
            return try story.then(Cast.secretary, .requestAmendment(Amendment(amount: yuan(105_000), reason: "增加灯杆")))
        case (.requestInspection, .inExecution):
            return try story.then(Cast.secretary, .recordStart(Papers.start))
        case (.returnRetention, .completed): return try retained().later(days: 366)
        case (.returnRetention, .closedOut): return try retained().closedOut().later(days: 366)
        case (.carryForward, .closedOut): return try retained().closedOut()
        case (.recordSpending, _) where state.commands.contains(.recordReceipt):
            return try story.then(Cast.finance, Samples.command(.recordReceipt, in: story, by: Cast.finance))
        case (.closeOut, .completed):
            return try story.settled(yuan(10_000))
        case (.clearBlocker, _) where onTheRoad:
            return try story.then(Cast.officer, .raiseBlocker(Blocker(words: "管线未迁", mustAct: .clerk)))
        case (.decideConsultation, _) where onTheRoad, (.adjournConsultation, _) where onTheRoad:
            return try story.then(Cast.clerk, Samples.command(.consult, in: story, by: Cast.clerk))
        case (.signDispatch, _) where onTheRoad:
            return try story.then(Cast.clerk, Samples.command(.dispatch, in: story, by: Cast.clerk))
        case (.answerDispatch, _) where onTheRoad:
            return try story.then(Cast.clerk, Samples.command(.dispatch, in: story, by: Cast.clerk))
                .then(Cast.clerk, Samples.command(.signDispatch, in: story, by: Cast.clerk))
        case (.recomputeDue, _) where onTheRoad:
            // Told while the year's table was not out yet; now it is.
            var early = try NationalCalendar.$known.withValue(NationalCalendar.without(2026)) { try at(state) }
            early.calendar = NationalCalendar.calendar
            return early
        case _: return story
        }
    }
}
