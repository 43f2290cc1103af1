// Carried by the commands of execution, and recorded by their events.

/// 开工: a contract, or a plan for projects without money.
public struct Start: Hashable, Codable, Sendable {
    public var contractor: String
    public var contractAmount: Money
    /// Contract number, or the plan in words.
    public var basis: String

    public init(contractor: String, contractAmount: Money, basis: String) {
        self.contractor = contractor
        self.contractAmount = contractAmount
        self.basis = basis
    }
}

/// Milestones of the works. Percent is derived from them, never typed.
public enum Milestone: String, CaseIterable, Codable, Sendable {
    case procurement, contractSigned, started, halfBuilt, built, selfInspected
}

/// 进度上报.
public struct ProgressReport: Hashable, Codable, Sendable {
    public var milestone: Milestone
    public var words: String
    public var photos: [Document]

    public init(milestone: Milestone, words: String = "", photos: [Document] = []) {
        self.milestone = milestone
        self.words = words
        self.photos = photos
    }
}

/// 延期: once; the original day stays visible.
public struct Extension: Hashable, Codable, Sendable {
    public var newDueOn: CivilDate
    public var reason: String

    public init(newDueOn: CivilDate, reason: String) {
        self.newDueOn = newDueOn
        self.reason = reason
    }
}

/// 暂停: why, and what proves it.
public struct Suspension: Hashable, Codable, Sendable {
    public var reason: String
    public var evidence: String

    public init(reason: String, evidence: String) {
        self.reason = reason
        self.evidence = evidence
    }
}
