import Workflow

/// What has its name in both languages beside its cases.
protocol Worded {
    var chinese: String { get }
    var english: String { get }
}

extension State: Worded {
    var english: String {
        switch self {
        case .draft: "draft"
        case .submitted: "submitted"
        case .returned: "returned for completion"
        case .inReview: "in review"
        case .inApproval: "in approval"
        case .onNotice: "on public notice"
        case .inExecution: "in execution"
        case .suspended: "suspended"
        case .inAcceptance: "in acceptance"
        case .inRectification: "in rectification"
        case .completed: "completed"
        case .closedOut: "closed out"
        case .declined: "declined"
        case .withdrawn: "withdrawn"
        case .terminated: "terminated"
        }
    }
}

extension Stage: Worded {
    var english: String {
        switch self {
        case .application: "application"
        case .review: "review"
        case .approval: "approval"
        case .execution: "execution"
        case .acceptance: "acceptance"
        case .closing: "closing"
        case .ended: "ended"
        }
    }
}

extension Role: Worded {
    var english: String {
        switch self {
        case .secretary: "village secretary"
        case .guidanceOfficer: "guidance officer"
        case .clerk: "office clerk"
        case .director: "office director"
        case .leader: "supervising leader"
        case .finance: "finance office"
        case .panelMember: "panel member"
        case .auditor: "auditor"
        case .admin: "system administrator"
        case .securityAdmin: "security administrator"
        case .auditAdmin: "audit administrator"
        }
    }
}

extension Light: Worded {
    var english: String {
        switch self {
        case .blue: "completed"
        case .red: "overdue"
        case .yellow: "warning"
        case .green: "on time"
        case .grey: "not started"
        }
    }
}

extension Blocker.Kind: Worded {
    var english: String {
        switch self {
        case .money: "money"
        case .land: "land"
        case .weather: "weather"
        case .procurement: "procurement"
        case .utility: "utilities"
        case .dispute: "dispute"
        case .papers: "papers"
        case .other: "other"
        }
    }
}

extension DocumentKind: Worded {
    var english: String {
        switch self {
        case .minutes: "minutes of the villagers' meeting"
        case .budgetSheet: "budget sheet"
        case .quotation: "quotation"
        case .contract: "contract"
        case .beforePhoto: "photo before"
        case .duringPhoto: "photo during works"
        case .afterPhoto: "photo after"
        case .invoice: "invoice"
        case .noticeProof: "photo of the notice"
        case .acceptanceForm: "acceptance form"
        case .satisfactionForm: "satisfaction form"
        case .other: "other"
        }
    }
}
