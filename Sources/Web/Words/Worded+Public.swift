import UseCases
import Workflow

/// A project's state without the office's own words: who is not in it does not know what 销号 is.
struct PublicState: Worded {
    private let state: State

    init(_ state: State) { self.state = state }

    var chinese: String {
        switch state {
        case .onNotice: "公示中"
        case .inExecution: "实施中"
        case .suspended: "暂停"
        case .inAcceptance: "验收中"
        case .inRectification: "整改中"
        case .completed, .closedOut: "已办结"
        case .terminated: "已终止"
        case .draft, .submitted, .returned, .inReview, .inApproval, .declined, .withdrawn: ""
        }
    }

    var english: String {
        switch state {
        case .onNotice: "on public notice"
        case .inExecution: "being built"
        case .suspended: "paused"
        case .inAcceptance: "being inspected"
        case .inRectification: "being mended"
        case .completed, .closedOut: "completed"
        case .terminated: "ended early"
        case .draft, .submitted, .returned, .inReview, .inApproval, .declined, .withdrawn: ""
        }
    }
}

extension PublicProject.Step: Worded {
    var english: String {
        switch self {
        case .submitted: "Applied"
        case .verified: "Verified on site"
        case .awarded: "Awarded, on notice"
        case .begun: "Execution began"
        case .inspection: "Inspection requested"
        case .accepted: "Acceptance passed"
        case .settled: "Settled"
        case .closed: "Closed out"
        }
    }
}

extension OpinionKind: Worded {
    var english: String {
        switch self {
        case .opinion: "Opinion"
        case .objection: "Objection"
        }
    }
}

extension OpinionChannel: Worded {
    var english: String {
        switch self {
        case .box: "opinion box"
        case .visit: "visit"
        case .meeting: "meeting"
        case .wechat: "WeChat"
        case .scan: "QR code"
        case .phone: "telephone"
        case .other: "other"
        }
    }
}

extension OpinionFate: Worded {
    var english: String {
        switch self {
        case .received: "received"
        case .linked: "passed on to a project"
        case .registered: "registered as an objection"
        case .answered: "answered"
        case .declined: "not taken up"
        }
    }
}

extension OpinionStep.Kind: Worded {
    var english: String {
        switch self {
        case .linked: "Link a project"
        case .unlinked: "Unlink"
        case .answered: "Answer"
        case .declined: "Decline"
        case .registered: "Register as an objection"
        }
    }
}

extension OpinionRefusal: Worded {}
