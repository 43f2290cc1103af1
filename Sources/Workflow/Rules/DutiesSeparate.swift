/// Applying, verifying, awarding, accepting, paying and closing are done by different persons; nobody approves
/// their own. A town too small for that records a dated exception, which stays visible in the log.
///
/// Refusal: `dutiesNotSeparate`. SQL: `duties_separate`.
public enum DutiesSeparate {
    /// Duties that exclude the one about to be taken up, with whoever holds them.
    private static func rivals(of duty: Duty, _ duties: Duties) -> [(Duty, PersonID?)] {
        let applied: [(Duty, PersonID?)] = duties.authors.map { (.apply, $0) }
        let verified: [(Duty, PersonID?)] = [(.verify, duties.verifier)]
        let awarded: [(Duty, PersonID?)] = [(.endorse, duties.endorser), (.award, duties.awarder)]
        let accepted: [(Duty, PersonID?)] = [(.accept, duties.acceptor)]
        return switch duty {
        case .apply: []
        case .verify: applied
        case .endorse: applied + verified
        case .award: applied + verified + [(.endorse, duties.endorser)]
        case .accept: applied + verified + awarded
        case .pay: applied + verified + awarded + accepted
        case .close: applied + verified + awarded + accepted + duties.payers.map { (.pay, $0) }
        }
    }

    /// - Returns: every exception that was needed, each once.
    public static func check(
        _ duty: Duty, _ duties: Duties, _ context: Context
    ) throws(Refusal) -> [DutyException] {
        var used: [DutyException] = []
        for (other, holder) in rivals(of: duty, duties) where holder == context.by.id {
            let exception = context.dutyExceptions.first { $0.covers(duty, other, on: context.effectiveOn) }
            guard let exception else { throw .dutiesNotSeparate(duty, other) }
            if !used.contains(exception) { used.append(exception) }
        }
        return used
    }
}

/// A town's leave, for a time and with a reason, to let one person hold two duties.
public struct DutyException: Hashable, Codable, Sendable {
    public let one: Duty
    public let other: Duty
    public let from: CivilDate
    public let to: CivilDate
    public let reason: String

    public init(one: Duty, other: Duty, from: CivilDate, to: CivilDate, reason: String) {
        self.one = one
        self.other = other
        self.from = from
        self.to = to
        self.reason = reason
    }

    func covers(_ a: Duty, _ b: Duty, on day: CivilDate) -> Bool {
        from <= day && day <= to && ((a, b) == (one, other) || (a, b) == (other, one))
    }
}

extension Command.Kind {
    /// The duty a person takes up by the command; nil where the command decides nothing over others.
    var duty: Duty? {
        switch self {
        case .submit: .apply
        case .verify: .verify
        case .endorse: .endorse
        case .award, .decideAmendment, .resolveObjection, .extend: .award
        case .accept, .demandRectification: .accept
        case .disburse, .settle, .correctPayment, .returnRetention: .pay
        case .closeOut: .close
        case .draft, .edit, .admit, .return, .decline, .object, .concludeNotice, .recordStart, .reportProgress,
            .requestAmendment, .suspend, .resume, .requestInspection, .recover, .recordReceipt,
            .recordSpending, .carryForward, .sweep, .reopen, .withdraw, .terminate, .raiseBlocker, .clearBlocker,
            .consult, .decideConsultation, .adjournConsultation, .dispatch,
            .signDispatch, .answerDispatch, .recomputeDue, .chase, .comment:
            nil
        }
    }
}
