// What commands carry and events record. Optional day fields default to the day of the act.

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

/// A step that needs a reason and nothing else.
public struct Reasoned: Hashable, Codable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// A remark in the timeline.
public struct Remark: Hashable, Codable, Sendable {
    public var words: String

    public init(words: String) { self.words = words }
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

/// Counts of the satisfaction survey: counts, not only a percentage.
public struct Satisfaction: Hashable, Codable, Sendable {
    public var satisfied: Int
    public var basicallySatisfied: Int
    public var dissatisfied: Int
    /// What an older paper survey concluded, where its counts were not kept.
    public var grade: Grade?

    public enum Grade: String, CaseIterable, Codable, Sendable {
        case satisfied, basicallySatisfied, dissatisfied
    }

    public init(satisfied: Int, basicallySatisfied: Int, dissatisfied: Int, grade: Grade? = nil) {
        self.satisfied = satisfied
        self.basicallySatisfied = basicallySatisfied
        self.dissatisfied = dissatisfied
        self.grade = grade
    }

    public var total: Int { satisfied + basicallySatisfied + dissatisfied }
}

/// 验收合格: who looked, what stands there, what residents say.
public struct Acceptance: Hashable, Codable, Sendable {
    public var panel: [PersonID]
    public var quantities: [Quantity]
    public var satisfaction: Satisfaction
    public var words: String

    public init(panel: [PersonID], quantities: [Quantity], satisfaction: Satisfaction, words: String = "") {
        self.panel = panel
        self.quantities = quantities
        self.satisfaction = satisfaction
        self.words = words
    }
}

public struct Rectification: Hashable, Codable, Sendable {
    public var items: [String]
    public var dueOn: CivilDate

    public init(items: [String], dueOn: CivilDate) {
        self.items = items
        self.dueOn = dueOn
    }
}

/// 拨付.
public struct Payment: Hashable, Codable, Sendable {
    public var amount: Money
    public var payee: String
    public var invoice: String?
    public var voucher: String

    public init(amount: Money, payee: String, invoice: String? = nil, voucher: String) {
        self.amount = amount
        self.payee = payee
        self.invoice = invoice
        self.voucher = voucher
    }
}

/// 结算: the audited actual; what is left of the award is surplus.
public struct Settlement: Hashable, Codable, Sendable {
    public var actual: Money
    public var words: String

    public init(actual: Money, words: String = "") {
        self.actual = actual
        self.words = words
    }
}

public struct Recovery: Hashable, Codable, Sendable {
    public var amount: Money
    public var reason: String

    public init(amount: Money, reason: String) {
        self.amount = amount
        self.reason = reason
    }
}

/// 销号: where the result was published.
public struct CloseOut: Hashable, Codable, Sendable {
    public var publication: String

    public init(publication: String) { self.publication = publication }
}

/// 终止; money already paid is recovered before, or written down here with its reason.
public struct Termination: Hashable, Codable, Sendable {
    public var reason: String
    public var writeDownReason: String?

    public init(reason: String, writeDownReason: String? = nil) {
        self.reason = reason
        self.writeDownReason = writeDownReason
    }
}

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
