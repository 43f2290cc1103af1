// What a project keeps of the things raised on it, each counted from 1 in the order raised.

public struct Notice: Hashable, Codable, Sendable {
    public internal(set) var startedOn: CivilDate
    public internal(set) var endsOn: CivilDate
    public internal(set) var proof: String?
}

public struct ObjectionRecord: Hashable, Codable, Sendable {
    public let words: String
    public let raisedOn: CivilDate
    public internal(set) var ruling: ObjectionRuling?
}

public struct BlockerRecord: Hashable, Codable, Sendable {
    public let kind: Blocker.Kind
    public let words: String
    public let mustAct: Role
    public let raisedOn: CivilDate
    public internal(set) var clearedOn: CivilDate?
}

public struct ConsultationRecord: Hashable, Codable, Sendable {
    public let question: String
    public let participants: [String]
    public let calledOn: CivilDate
    public internal(set) var meetBy: CivilDate
    public internal(set) var adjournments: Int
    public internal(set) var decision: ConsultationDecision?
}

public struct DispatchRecord: Hashable, Codable, Sendable {
    public let department: String
    public let task: String
    public let sentOn: CivilDate
    public let by: CivilDate
    public internal(set) var signedBy: String?
    public internal(set) var feedback: String?
}

/// Calendar days charged to whoever owned the stage; a pause is charged to nobody.
public struct TimeSpent: Hashable, Codable, Sendable {
    public internal(set) var office = 0
    public internal(set) var officer = 0
    public internal(set) var village = 0
    public internal(set) var panel = 0
    public internal(set) var paused = 0

    public var total: Int { office + officer + village + panel + paused }
}

/// A payment, and where in the log it stands.
public struct PaymentRecord: Hashable, Codable, Sendable {
    /// The entry that made it, or last put it right.
    public internal(set) var sequence: Int
    public internal(set) var payment: Payment
    public let paidOn: CivilDate
    /// The year whose fund paid.
    public let fundYear: Int32
    public internal(set) var isCorrected = false
}

/// 质保金.
public struct Retention: Hashable, Codable, Sendable {
    public let amount: Money
    /// The first day on which it may be returned.
    public let until: CivilDate
}

/// What has arrived of a source and what of it was spent.
public struct SourceBalance: Hashable, Codable, Sendable {
    public internal(set) var received = Money.zero
    public internal(set) var spent = Money.zero

    public init(received: Money = .zero, spent: Money = .zero) {
        self.received = received
        self.spent = spent
    }
}
