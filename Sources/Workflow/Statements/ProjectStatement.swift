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
    public let tranches: [PlannedPayment]

    public init(
        project: ProjectReference, state: State, money: ProjectMoney, requested: Money, to: CivilDate,
        lines: [StatementLine], tranches: [PlannedPayment]
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
