/// A project's account: what was asked, awarded and settled, every movement, and how its award is to be paid.
public struct ProjectStatement: Hashable, Sendable {
    public let project: ProjectReference
    public let state: State
    public let money: ProjectMoney
    public let requested: Money
    /// The last day of booking shown.
    public let to: CivilDate
    public let lines: [StatementLine]
    public let running: [AccountSums]
    public let tranches: [Tranche]

    public init(
        project: ProjectReference, state: State, money: ProjectMoney, requested: Money, to: CivilDate,
        lines: [StatementLine], tranches: [Tranche]
    ) {
        self.project = project
        self.state = state
        self.money = money
        self.requested = requested
        self.to = to
        self.lines = lines
        self.tranches = tranches
        running = lines.runningSums(from: .zero)
    }

    public var closing: AccountSums { running.last ?? .zero }
    public var flows: [Flow] { lines.flows }

    /// Whether the movements are what the project's own log says; only where nothing is cut off by a day.
    public var sumsUp: Bool { closing.encumbered == money.encumbered && closing.paid == money.outstanding }
}

/// A part of an award with what it waits for (拨付计划).
public struct Tranche: Hashable, Sendable {
    public let name: String
    public let condition: String
    public let planned: Money
    public let paid: Money
    /// Whether its condition holds.
    public let isOpen: Bool

    public init(name: String, condition: String, planned: Money, paid: Money, isOpen: Bool) {
        self.name = name
        self.condition = condition
        self.planned = planned
        self.paid = paid
        self.isOpen = isOpen
    }

    /// Still to pay.
    public var left: Money { planned > paid ? planned - paid : .zero }
}

extension Project {
    /// 拨付计划: what may be paid before acceptance, then the rest of the settled sum. What was paid fills them in order.
    public func tranches(under policy: Policy) -> [Tranche] {
        guard money.awarded > .zero else { return [] }
        let total = money.settled ?? money.awarded
        let advance = min(money.awarded.share(permille: policy.advancePermille), total)
        let paid = money.outstanding
        let share = Money(fen: Int64(policy.advancePermille)).percentText
        let first = Tranche(
            name: "预付款", condition: "开工后、验收前，不超过批复的\(share)", planned: advance, paid: min(paid, advance),
            isOpen: start != nil && money.settled == nil)
        let rest = Tranche(
            name: "尾款", condition: "验收合格并结算后，以结算为准", planned: total - advance,
            paid: paid > advance ? paid - advance : .zero, isOpen: clock.completedOn != nil)
        return [first, rest].filter { $0.planned > .zero }
    }
}

extension Money {
    /// Thousandths as per cent: 600 is 60%, 25 is 2.5%.
    fileprivate var percentText: String { fen % 10 == 0 ? "\(fen / 10)%" : "\(fen / 10).\(fen % 10)%" }
}
