// What helps a project that is stuck.

/// 堵点: what holds the project up and who must act.
public struct Blocker: Hashable, Codable, Sendable {
    public var words: String
    public var mustAct: String

    public init(words: String, mustAct: String) {
        self.words = words
        self.mustAct = mustAct
    }
}

public struct BlockerCleared: Hashable, Codable, Sendable {
    /// Counted from 1 in the order raised.
    public var blocker: Int
    public var words: String

    public init(blocker: Int, words: String) {
        self.blocker = blocker
        self.words = words
    }
}

/// 会诊: a decision without an owner and a date is not valid.
public struct Consultation: Hashable, Codable, Sendable {
    public var question: String
    public var decision: String
    public var owner: String
    public var by: CivilDate

    public init(question: String, decision: String, owner: String, by: CivilDate) {
        self.question = question
        self.decision = decision
        self.owner = owner
        self.by = by
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
