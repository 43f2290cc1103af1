public import Workflow

/// Which part of the bank's statement is compared, and how strictly.
public struct ReconciliationTerms: Hashable, Sendable {
    /// nil for the days from the first to the last line of the bank.
    public var days: ClosedRange<CivilDate>?
    /// Days that a bank may book later or earlier than the office did.
    public var tolerance: Int
    /// nil for all programmes of the town.
    public var programme: String?

    /// Payment orders of a Friday reach the bank's books on Monday.
    public static let usualTolerance = 3
    public static let tolerances = 0...31

    public init(
        days: ClosedRange<CivilDate>? = nil, tolerance: Int = usualTolerance, programme: String? = nil
    ) {
        self.days = days
        self.tolerance = tolerance
        self.programme = programme
    }
}

extension Statements {
    /// 银行对账: the bank's lines beside the movements of the town's funds. Writes nothing.
    public func reconcile(
        _ bank: BankSheet, town: TownID, _ terms: ReconciliationTerms, today: CivilDate
    ) async throws(UseCaseError) -> Reconciliation {
        let days = bank.lines.map(\.day).sorted()
        let first = terms.days?.lowerBound ?? days.first ?? today
        let last = terms.days?.upperBound ?? days.last ?? today
        // What one side booked at the edge may stand a month away on the other.
        let (from, to) = (first.adding(days: -31), last.adding(days: 31))
        var ledger: [CashLine] = []
        for fund in try await funds(of: town) where terms.programme.map({ $0 == fund.programme }) ?? true {
            // A movement is booked on its day or later, never before.
            let statement = try await self.fund(fund, from: from, to: max(today, to))
            ledger += CashLine.payments(
                statement.lines.filter { (from...to).contains($0.effectiveOn) }, unknown: LedgerPast.notKept)
        }
        return Reconciliation(bank: bank.lines, ledger: ledger, days: terms.days, tolerance: terms.tolerance)
    }
}

extension StatementReading {
    public func reconcile(
        _ bank: BankSheet, _ terms: ReconciliationTerms, for person: Person
    ) async throws(UseCaseError) -> Reconciliation {
        guard person.may(.reconcile, on: today) else { throw .readRefused(.statements) }
        return try await statements.reconcile(bank, town: person.town, terms, today: today)
    }
}
