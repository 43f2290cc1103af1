/// Role × command: the one table. The permission matrix in the documents and the tests come from here.
extension Command.Kind {
    /// Who may issue the command, over a scope that covers the project's unit.
    public var permitted: [Role] {
        switch self {
        case .draft, .edit, .submit: [.secretary, .clerk]
        case .withdraw, .recordStart, .requestAmendment, .requestInspection: [.secretary]
        case .admit, .object, .concludeNotice, .closeOut: [.clerk]
        case .verify: [.guidanceOfficer]
        case .return: [.clerk, .guidanceOfficer, .director]
        case .endorse: [.leader]
        case .award, .resolveObjection, .decideAmendment, .extend, .suspend, .resume, .reopen, .terminate: [.director]
        case .decline: [.clerk, .director]
        case .reportProgress: [.secretary, .guidanceOfficer]
        case .accept, .demandRectification: [.panelMember]
        case .disburse, .settle, .recover, .correctPayment, .returnRetention, .recordReceipt, .recordSpending,
            .carryForward:
            [.finance]
        case .sweep: [.director]
        case .raiseBlocker: [.secretary, .guidanceOfficer, .clerk]
        case .clearBlocker: [.secretary, .guidanceOfficer, .clerk, .director]
        case .consult, .decideConsultation, .adjournConsultation, .dispatch, .signDispatch, .answerDispatch:
            [.guidanceOfficer, .clerk, .director, .leader]
        case .recomputeDue: [.clerk]
        case .chase: [.guidanceOfficer, .clerk, .director, .leader]
        case .comment: [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember]
        }
    }
}

extension State {
    /// The commands that make sense in this state, whoever issues them: the life of a project as a table.
    public var commands: Set<Command.Kind> {
        let help: Set<Command.Kind> = [
            .raiseBlocker, .clearBlocker, .consult, .decideConsultation, .adjournConsultation, .dispatch,
            .signDispatch, .answerDispatch, .recomputeDue, .chase, .comment,
        ]
        // From the award to the end: what arrives beside the fund, what was paid, and the turn of the year.
        let accounts: Set<Command.Kind> = [
            .recordReceipt, .recordSpending, .correctPayment, .recover, .carryForward,
        ]
        return switch self {
        case .draft: [.edit, .submit, .withdraw, .comment]
        case .submitted: help.union([.admit, .return, .decline, .withdraw])
        case .returned: help.union([.edit, .submit, .withdraw])
        case .inReview: help.union([.verify, .return, .withdraw])
        case .inApproval: help.union([.endorse, .award, .return, .decline, .withdraw])
        case .onNotice: help.union([.object, .resolveObjection, .concludeNotice, .carryForward, .terminate])
        case .inExecution:
            help.union(accounts).union([
                .recordStart, .reportProgress, .requestAmendment, .endorse, .decideAmendment, .extend, .suspend,
                .requestInspection, .disburse, .sweep, .terminate,
            ])
        case .suspended: help.union(accounts).union([.resume, .sweep, .terminate])
        case .inAcceptance: help.union(accounts).union([.accept, .demandRectification, .extend])
        case .inRectification:
            help.union(accounts).union([.reportProgress, .requestInspection, .extend, .terminate])
        case .completed: help.union(accounts).union([.disburse, .settle, .returnRetention, .closeOut])
        // What was retained outlives the file: it is returned, or carried over, after the closing.
        case .closedOut: [.returnRetention, .carryForward, .reopen]
        case .declined, .withdrawn: []
        case .terminated: [.recover]
        }
    }
}
