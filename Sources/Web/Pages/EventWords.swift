import Workflow

extension Event.Kind: Worded {
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
        case .paymentCorrected: .correctPayment
        case .retentionReturned: .returnRetention
        case .receiptRecorded: .recordReceipt
        case .spendingRecorded: .recordSpending
        case .carriedForward: .carryForward
        case .swept: .sweep
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

    var chinese: String { command?.chinese ?? (self == .documented ? "随附材料" : "动用职责例外") }
    var english: String { command?.english ?? (self == .documented ? "Documents handed in" : "Duty exception used") }
}

/// Names of what events record beyond what their commands carry.
enum EventWords {
    static func label(_ name: String, of kind: Event.Kind, _ words: Words) -> String {
        let fields = kind == .drafted ? FieldTables.application : (kind.command?.fields ?? [])
        if let field = fields.first(where: { $0.name == name }) { return words.label(field) }
        return extra.contains(name) ? words("event.\(name)") : name
    }

    /// What events record beyond their commands; each has its text `event.<name>`.
    static let extra = [
        "policyVersion", "cap", "dueOn", "dueProvisional", "noticeEndsOn", "pausedDays", "one", "other", "to",
        "fromYear", "toYear", "attachments",
    ]
}
