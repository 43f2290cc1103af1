/// Where a project stands. The raw value is the word used in code, API, database and chart.
public enum State: String, CaseIterable, Codable, Sendable {
    /// 草稿: the secretary writes. Can move to: submitted, withdrawn.
    case draft
    /// 已申报: the month runs; the office looks whether it is complete.
    /// Can move to: inReview, returned, withdrawn, declined.
    case submitted
    /// 退回补正: the secretary mends what was named. Can move to: submitted, withdrawn.
    case returned
    /// 审核中: the guidance officer visits the site and advises. Can move to: inApproval, returned, withdrawn.
    case inReview
    /// 审批中: the director decides. Can move to: onNotice or inExecution, returned, declined, withdrawn.
    case inApproval
    /// 公示中: awarded, open to objections. Can move to: inExecution, inApproval (objection upheld), terminated.
    case onNotice
    /// 实施中: procurement, then works. Can move to: inAcceptance, suspended, terminated.
    case inExecution
    /// 暂停: evidence given, the pause is counted. Can move to: inExecution, terminated.
    case suspended
    /// 验收中: the panel looks at what was built. Can move to: completed, inRectification.
    case inAcceptance
    /// 整改中: the village mends what the panel found. Can move to: inAcceptance, terminated.
    case inRectification
    /// 办结: the promise is met; money is settled. Can move to: closedOut.
    case completed
    /// 销号: the file is complete. Can move to: completed (reopened by the director, with a reason).
    case closedOut
    /// 不予立项: an end.
    case declined
    /// 撤回: an end.
    case withdrawn
    /// 终止: an end; the award is released.
    case terminated

    public var stage: Stage {
        switch self {
        case .draft, .submitted, .returned: .application
        case .inReview: .review
        case .inApproval, .onNotice: .approval
        case .inExecution, .suspended: .execution
        case .inAcceptance, .inRectification: .acceptance
        case .completed: .closing
        case .closedOut, .declined, .withdrawn, .terminated: .ended
        }
    }

    /// Whose turn it is; nil where nobody has to act.
    public var turn: Role? {
        switch self {
        case .draft, .returned, .inExecution, .inRectification: .secretary
        case .submitted, .onNotice: .clerk
        case .inReview: .guidanceOfficer
        case .inApproval, .suspended: .director
        case .inAcceptance: .panelMember
        case .completed: .finance
        case .closedOut, .declined, .withdrawn, .terminated: nil
        }
    }

    /// True once nothing more is expected of anybody (a director may still reopen a closed-out project).
    public var isEnd: Bool { stage == .ended }

    /// The states a project may move to from here: the arrows of the life of a project.
    public var successors: Set<State> {
        switch self {
        case .draft: [.submitted, .withdrawn]
        case .submitted: [.inReview, .returned, .withdrawn, .declined]
        case .returned: [.submitted, .withdrawn]
        case .inReview: [.inApproval, .returned, .withdrawn]
        case .inApproval: [.onNotice, .inExecution, .returned, .declined, .withdrawn]
        case .onNotice: [.inExecution, .inApproval, .terminated]
        case .inExecution: [.inAcceptance, .suspended, .terminated]
        case .suspended: [.inExecution, .terminated]
        case .inAcceptance: [.completed, .inRectification]
        case .inRectification: [.inAcceptance, .terminated]
        case .completed: [.closedOut]
        case .closedOut: [.completed]
        case .declined, .withdrawn, .terminated: []
        }
    }

    public var chinese: String {
        switch self {
        case .draft: "草稿"
        case .submitted: "已申报"
        case .returned: "退回补正"
        case .inReview: "审核中"
        case .inApproval: "审批中"
        case .onNotice: "公示中"
        case .inExecution: "实施中"
        case .suspended: "暂停"
        case .inAcceptance: "验收中"
        case .inRectification: "整改中"
        case .completed: "办结"
        case .closedOut: "销号"
        case .declined: "不予立项"
        case .withdrawn: "撤回"
        case .terminated: "终止"
        }
    }
}

/// The stretch of the road a state lies on. Time is charged to the stage's owner.
public enum Stage: String, CaseIterable, Codable, Sendable {
    case application, review, approval, execution, acceptance, closing, ended

    public var chinese: String {
        switch self {
        case .application: "申报"
        case .review: "审核"
        case .approval: "审批"
        case .execution: "实施"
        case .acceptance: "验收"
        case .closing: "销号"
        case .ended: "结束"
        }
    }
}

extension State {
    /// Whether residents know of it: from the notice on. The view `published_project` has the same list.
    public var isPublished: Bool {
        switch self {
        case .onNotice, .inExecution, .suspended, .inAcceptance, .inRectification, .completed, .closedOut, .terminated:
            true
        case .draft, .submitted, .returned, .inReview, .inApproval, .declined, .withdrawn: false
        }
    }
}
