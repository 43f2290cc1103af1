import Workflow

/// The life of a project as its readers agreed on it: written by hand from the design, not from the code.
///
/// A command missing from a state's row is refused there. Most commands lead where the row says; the ones that
/// depend on what was written (an upheld objection, a policy without notice) have tests of their own.
enum LifeTable {
    /// Timeline and help: possible wherever the project is on its road, without moving it.
    private static let help: [Command.Kind] = [
        .raiseBlocker, .clearBlocker, .consult, .decideConsultation, .adjournConsultation, .dispatch, .signDispatch,
        .answerDispatch, .recomputeDue, .chase, .comment,
    ]

    /// What is paid, put right, received beside the fund and carried into the next year, from the start of the works.
    private static let accounts: [Command.Kind] = [
        .recover, .correctPayment, .recordReceipt, .recordSpending, .carryForward,
    ]

    static let moves: [State: [Command.Kind: State]] = [
        .draft: row([.submit: .submitted, .withdraw: .withdrawn], staying: [.edit, .comment], in: .draft),
        .submitted: row(
            [.admit: .inReview, .return: .returned, .decline: .declined, .withdraw: .withdrawn],
            staying: help, in: .submitted),
        .returned: row([.submit: .submitted, .withdraw: .withdrawn], staying: help + [.edit], in: .returned),
        .inReview: row(
            [.verify: .inApproval, .return: .returned, .withdraw: .withdrawn], staying: help, in: .inReview),
        .inApproval: row(
            [.award: .onNotice, .return: .returned, .decline: .declined, .withdraw: .withdrawn],
            staying: help + [.endorse], in: .inApproval),
        .onNotice: row(
            [.concludeNotice: .inExecution, .terminate: .terminated],
            staying: help + [.object, .resolveObjection, .carryForward], in: .onNotice),
        .inExecution: row(
            [.requestInspection: .inAcceptance, .suspend: .suspended, .terminate: .terminated],
            staying: help + accounts + [
                .recordStart, .reportProgress, .requestAmendment, .endorse, .decideAmendment, .extend, .disburse,
                .sweep,
            ], in: .inExecution),
        .suspended: row(
            [.resume: .inExecution, .terminate: .terminated], staying: help + accounts + [.sweep],
            in: .suspended),
        .inAcceptance: row(
            [.accept: .completed, .demandRectification: .inRectification],
            staying: help + accounts + [.extend], in: .inAcceptance),
        .inRectification: row(
            [.requestInspection: .inAcceptance, .terminate: .terminated],
            staying: help + accounts + [.reportProgress, .extend], in: .inRectification),
        .completed: row(
            [.closeOut: .closedOut], staying: help + accounts + [.disburse, .settle, .returnRetention], in: .completed),
        .closedOut: [.reopen: .completed, .returnRetention: .closedOut, .carryForward: .closedOut],
        .declined: [:],
        .withdrawn: [:],
        .terminated: [.recover: .terminated],
    ]

    /// Who may issue each command.
    static let roles: [Command.Kind: Set<Role>] = [
        .draft: [.secretary, .clerk],
        .edit: [.secretary, .clerk],
        .submit: [.secretary, .clerk],
        .admit: [.clerk],
        .verify: [.guidanceOfficer],
        .return: [.clerk, .guidanceOfficer, .director],
        .endorse: [.leader],
        .award: [.director],
        .decline: [.clerk, .director],
        .object: [.clerk],
        .resolveObjection: [.director],
        .concludeNotice: [.clerk],
        .recordStart: [.secretary],
        .reportProgress: [.secretary, .guidanceOfficer],
        .requestAmendment: [.secretary],
        .decideAmendment: [.director],
        .extend: [.director],
        .suspend: [.director],
        .resume: [.director],
        .requestInspection: [.secretary],
        .accept: [.panelMember],
        .demandRectification: [.panelMember],
        .disburse: [.finance],
        .settle: [.finance],
        .recover: [.finance],
        .correctPayment: [.finance],
        .returnRetention: [.finance],
        .recordReceipt: [.finance],
        .recordSpending: [.finance],
        .carryForward: [.finance],
        .sweep: [.director],
        .closeOut: [.clerk],
        .reopen: [.director],
        .withdraw: [.secretary],
        .terminate: [.director],
        .raiseBlocker: [.secretary, .guidanceOfficer, .clerk],
        .clearBlocker: [.secretary, .guidanceOfficer, .clerk, .director],
        .consult: [.guidanceOfficer, .clerk, .director, .leader],
        .decideConsultation: [.guidanceOfficer, .clerk, .director, .leader],
        .adjournConsultation: [.guidanceOfficer, .clerk, .director, .leader],
        .dispatch: [.guidanceOfficer, .clerk, .director, .leader],
        .signDispatch: [.guidanceOfficer, .clerk, .director, .leader],
        .answerDispatch: [.guidanceOfficer, .clerk, .director, .leader],
        .recomputeDue: [.clerk],
        .chase: [.guidanceOfficer, .clerk, .director, .leader],
        .comment: [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember],
    ]

    /// Six duties held by different persons; the leader's endorsement stands beside the award. Whoever did one of
    /// these before may not issue the command, whatever roles they hold now.
    static let rivals: [Command.Kind: Set<Command.Kind>] = {
        let applied: Set<Command.Kind> = [.draft, .edit, .submit]
        let reviewed = applied.union([.verify])
        let decided = reviewed.union([.endorse, .award])
        let accepted = decided.union([.accept])
        return [
            .verify: applied,
            .endorse: reviewed,
            .award: reviewed.union([.endorse]),
            .resolveObjection: reviewed.union([.endorse]),
            .decideAmendment: reviewed.union([.endorse]),
            .extend: reviewed.union([.endorse]),
            .accept: decided,
            .demandRectification: decided,
            .disburse: accepted,
            .settle: accepted,
            .correctPayment: accepted,
            .returnRetention: accepted,
            .closeOut: accepted.union([.disburse, .settle]),
        ]
    }()

    private static func row(
        _ moving: [Command.Kind: State], staying: [Command.Kind], in state: State
    ) -> [Command.Kind: State] {
        staying.reduce(into: moving) { $0[$1] = state }
    }
}
