// Carried by the commands that help a stuck project, and recorded by their events.

/// 堵点: what holds the project up, of which kind, and whose turn it is to clear it.
public struct Blocker: Hashable, Codable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case money, land, weather, procurement, utility, dispute, papers, other
    }

    public var kind: Kind
    public var words: String
    public var mustAct: Role

    public init(kind: Kind = .other, words: String, mustAct: Role) {
        self.kind = kind
        self.words = words
        self.mustAct = mustAct
    }
}

/// 解除堵点: which, and how.
public struct BlockerCleared: Hashable, Codable, Sendable {
    /// Counted from 1 in the order raised.
    public var blocker: Int
    public var words: String

    public init(blocker: Int, words: String) {
        self.blocker = blocker
        self.words = words
    }
}

/// 会诊: a question put to others, with the day by which they meet.
public struct Consultation: Hashable, Codable, Sendable {
    public var question: String
    public var participants: [String]
    public var meetBy: CivilDate

    public init(question: String, participants: [String], meetBy: CivilDate) {
        self.question = question
        self.participants = participants
        self.meetBy = meetBy
    }
}

/// 会诊决定: without an owner and a date it is not valid.
public struct ConsultationDecision: Hashable, Codable, Sendable {
    /// Counted from 1 in the order called.
    public var consultation: Int
    public var decision: String
    public var owner: String
    public var doneBy: CivilDate

    public init(consultation: Int, decision: String, owner: String, doneBy: CivilDate) {
        self.consultation = consultation
        self.decision = decision
        self.owner = owner
        self.doneBy = doneBy
    }
}

/// 会诊延期: the second adjournment takes it to the leader.
public struct Adjournment: Hashable, Codable, Sendable {
    public var consultation: Int
    public var meetBy: CivilDate
    public var reason: String

    public init(consultation: Int, meetBy: CivilDate, reason: String) {
        self.consultation = consultation
        self.meetBy = meetBy
        self.reason = reason
    }
}

/// 派单 to a department, with its limit.
public struct Dispatch: Hashable, Codable, Sendable {
    public var department: String
    public var task: String
    public var by: CivilDate

    public init(department: String, task: String, by: CivilDate) {
        self.department = department
        self.task = task
        self.by = by
    }
}

/// 签收: who in the department took the dispatch.
public struct DispatchSigned: Hashable, Codable, Sendable {
    /// Counted from 1 in the order sent.
    public var dispatch: Int
    public var signedBy: String

    public init(dispatch: Int, signedBy: String) {
        self.dispatch = dispatch
        self.signedBy = signedBy
    }
}

/// 反馈: what the department did.
public struct DispatchAnswer: Hashable, Codable, Sendable {
    public var dispatch: Int
    public var feedback: String

    public init(dispatch: Int, feedback: String) {
        self.dispatch = dispatch
        self.feedback = feedback
    }
}
