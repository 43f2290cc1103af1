// Carried by the commands of approval, and recorded by their events.

/// 领导同意: the leader's yes to an award up to this amount.
public struct Endorsement: Hashable, Codable, Sendable {
    public var amount: Money
    public var words: String

    public init(amount: Money, words: String = "") {
        self.amount = amount
        self.words = words
    }
}

/// 批复.
public struct Award: Hashable, Codable, Sendable {
    public var amount: Money
    public var conditions: String
    /// How the money is paid out; nil where the policy's plan holds.
    public var tranches: [Tranche]?

    public init(amount: Money, conditions: String = "", tranches: [Tranche]? = nil) {
        self.tranches = tranches
        self.amount = amount
        self.conditions = conditions
    }
}

/// 异议: what is objected to; who objected is never here.
public struct Objection: Hashable, Codable, Sendable {
    public var words: String

    public init(words: String) { self.words = words }
}

/// 异议处理.
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

/// 变更: the new award and why; quantities may go down as well.
public struct Amendment: Hashable, Codable, Sendable {
    public var amount: Money
    public var reason: String
    /// What is to be built instead; nil where only the money changes.
    public var quantities: [Quantity]?

    public init(amount: Money, reason: String, quantities: [Quantity]? = nil) {
        self.quantities = quantities
        self.amount = amount
        self.reason = reason
    }
}

/// 变更审批.
public struct AmendmentRuling: Hashable, Codable, Sendable {
    public var approved: Bool
    public var reason: String

    public init(approved: Bool, reason: String) {
        self.approved = approved
        self.reason = reason
    }
}
