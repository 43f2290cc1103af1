// What is said while the village builds.

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

/// 变更: the new award and why; quantities may go down as well.
public struct Amendment: Hashable, Codable, Sendable {
    public var amount: Money
    public var reason: String

    public init(amount: Money, reason: String) {
        self.amount = amount
        self.reason = reason
    }
}

public struct AmendmentRuling: Hashable, Codable, Sendable {
    public var approved: Bool
    public var reason: String

    public init(approved: Bool, reason: String) {
        self.approved = approved
        self.reason = reason
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

public struct Suspension: Hashable, Codable, Sendable {
    public var reason: String
    public var evidence: String

    public init(reason: String, evidence: String) {
        self.reason = reason
        self.evidence = evidence
    }
}

public struct InspectionRequest: Hashable, Codable, Sendable {
    public var documents: [Document]
    public var words: String

    public init(documents: [Document], words: String = "") {
        self.documents = documents
        self.words = words
    }
}
