/// A movement with everything a reader of a statement asks about it.
public struct StatementLine: Hashable, Sendable {
    /// Its number in the fund's ledger.
    public let number: Int64
    public let kind: Movement.Kind
    public let from: Movement.Account
    public let to: Movement.Account
    public let amount: Money
    public let project: ProjectReference?
    /// What happened to the project, and its particulars; nil for the town's own movements.
    public let cause: Event?
    /// Why, for movements without a project.
    public let reason: String
    /// Who caused it; nil where the town itself did.
    public let person: String?
    /// 记账日: the day it counts for.
    public let bookedOn: CivilDate
    /// 业务日: the day it happened.
    public let effectiveOn: CivilDate
    public let recordedAt: Instant
    /// Number of the movement this one takes back (更正).
    public let corrects: Int64?

    public init(
        number: Int64, kind: Movement.Kind, from: Movement.Account, to: Movement.Account, amount: Money,
        project: ProjectReference?, cause: Event?, reason: String, person: String?, bookedOn: CivilDate,
        effectiveOn: CivilDate, recordedAt: Instant, corrects: Int64? = nil
    ) {
        self.corrects = corrects
        self.number = number
        self.kind = kind
        self.from = from
        self.to = to
        self.amount = amount
        self.project = project
        self.cause = cause
        self.reason = reason
        self.person = person
        self.bookedOn = bookedOn
        self.effectiveOn = effectiveOn
        self.recordedAt = recordedAt
    }

    /// How the balance of what is free, held or paid changes by it.
    public func change(_ balance: (AccountSums) -> Money) -> Money {
        var sums = AccountSums.zero
        sums.add(amount, from: from, to: to)
        return balance(sums)
    }
}

/// A project as statements name it.
public struct ProjectReference: Hashable, Sendable {
    public let id: ProjectID
    /// 项目编号, such as 云书办〔2026〕7号.
    public let number: String
    public let title: String
    public let unit: String

    public init(id: ProjectID, number: String, title: String, unit: String) {
        self.id = id
        self.number = number
        self.title = title
        self.unit = unit
    }
}
