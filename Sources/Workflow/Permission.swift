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
        case .disburse, .settle, .recover: [.finance]
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
        return switch self {
        case .draft: [.edit, .submit, .withdraw, .comment]
        case .submitted: help.union([.admit, .return, .decline, .withdraw])
        case .returned: help.union([.edit, .submit, .withdraw])
        case .inReview: help.union([.verify, .return, .withdraw])
        case .inApproval: help.union([.endorse, .award, .return, .decline, .withdraw])
        case .onNotice: help.union([.object, .resolveObjection, .concludeNotice, .terminate])
        case .inExecution:
            help.union([
                .recordStart, .reportProgress, .requestAmendment, .endorse, .decideAmendment, .extend, .suspend,
                .requestInspection, .disburse, .recover, .terminate,
            ])
        case .suspended: help.union([.resume, .recover, .terminate])
        case .inAcceptance: help.union([.accept, .demandRectification, .extend, .recover])
        case .inRectification: help.union([.reportProgress, .requestInspection, .extend, .recover, .terminate])
        case .completed: help.union([.disburse, .settle, .recover, .closeOut])
        case .closedOut: [.reopen]
        case .declined, .withdrawn: []
        case .terminated: [.recover]
        }
    }
}
