// What the office, its officer and residents say before the works.

/// 现场核实: advice, never approval (指导不领导).
public struct SiteVisit: Hashable, Codable, Sendable {
    public var visitedOn: CivilDate
    public var recommended: Bool
    public var opinion: String

    public init(visitedOn: CivilDate, recommended: Bool, opinion: String) {
        self.visitedOn = visitedOn
        self.recommended = recommended
        self.opinion = opinion
    }
}

/// 退回补正: the sections to mend and why, all at once.
public struct Return: Hashable, Codable, Sendable {
    public var sections: [String]
    public var reason: String

    public init(sections: [String], reason: String) {
        self.sections = sections
        self.reason = reason
    }
}

/// 领导同意: the leader's yes to an award up to this amount.
public struct Endorsement: Hashable, Codable, Sendable {
    public var amount: Money
    public var words: String

    public init(amount: Money, words: String = "") {
        self.amount = amount
        self.words = words
    }
}

public struct Award: Hashable, Codable, Sendable {
    public var amount: Money
    public var conditions: String

    public init(amount: Money, conditions: String = "") {
        self.amount = amount
        self.conditions = conditions
    }
}

/// 异议: what is objected to; who objected is never here.
public struct Objection: Hashable, Codable, Sendable {
    public var words: String

    public init(words: String) { self.words = words }
}

public struct ObjectionRuling: Hashable, Codable, Sendable {
    /// Counted from 1 in the order raised.
    public var objection: Int
    public var upheld: Bool
    public var reason: String

    public init(objection: Int, upheld: Bool, reason: String) {
        self.objection = objection
        self.upheld = upheld
        self.reason = reason
    }
}

/// Where and how the notice was posted (photo, board, loudspeaker, group).
public struct NoticeProof: Hashable, Codable, Sendable {
    public var proof: String

    public init(proof: String) { self.proof = proof }
}
