import Workflow

extension Event.Kind {
    /// The command that this event records, if one person's command is all it is: its name and the names of its
    /// fields are the event's as well.
    var command: Command.Kind? {
        switch self {
        case .drafted: .draft
        case .edited: .edit
        case .submitted: .submit
        case .admitted: .admit
        case .verified: .verify
        case .returned: .return
        case .endorsed: .endorse
        case .awarded: .award
        case .declined: .decline
        case .objected: .object
        case .objectionResolved: .resolveObjection
        case .noticeConcluded: .concludeNotice
        case .startRecorded: .recordStart
        case .progressReported: .reportProgress
        case .amendmentRequested: .requestAmendment
        case .amendmentDecided: .decideAmendment
        case .extended: .extend
        case .suspended: .suspend
        case .resumed: .resume
        case .inspectionRequested: .requestInspection
        case .accepted: .accept
        case .rectificationDemanded: .demandRectification
        case .disbursed: .disburse
        case .settled: .settle
        case .recovered: .recover
        case .closedOut: .closeOut
        case .reopened: .reopen
        case .withdrawn: .withdraw
        case .terminated: .terminate
        case .blockerRaised: .raiseBlocker
        case .blockerCleared: .clearBlocker
        case .consulted: .consult
        case .consultationDecided: .decideConsultation
        case .consultationAdjourned: .adjournConsultation
        case .dispatched: .dispatch
        case .dispatchSigned: .signDispatch
        case .dispatchAnswered: .answerDispatch
        case .dueRecomputed: .recomputeDue
        case .dutyExceptionUsed, .documented: nil
        case .chased: .chase
        case .commented: .comment
        }
    }

    var zh: String { command?.chinese ?? (self == .documented ? "随附材料" : "动用职责例外") }
}

/// Names of what events record beyond what their commands carry.
enum EventWords {
    static func label(_ name: String, of kind: Event.Kind) -> String {
        let fields = kind == .drafted ? FieldTables.application : (kind.command?.fields ?? [])
        return fields.first { $0.name == name }?.zh ?? extra[name] ?? name
    }

    private static let extra = [
        "policyVersion": "办法版本", "cap": "单个项目上限", "dueOn": "办结期限", "dueProvisional": "期限暂定",
        "noticeEndsOn": "公示至", "pausedDays": "暂停天数", "one": "职责一", "other": "职责二", "to": "有效至",
        "attachments": "随附材料",
    ]
}
