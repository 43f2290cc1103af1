/// The bank's statement beside the ledger, row by row. It changes nothing.
public struct Reconciliation: Hashable, Sendable {
    public enum Difference: Hashable, Sendable {
        case amount(bank: Money, ledger: Money)
        case day(bank: CivilDate, ledger: CivilDate)
        case payee(bank: String, ledger: String)
    }

    public enum Outcome: Hashable, Sendable {
        /// 相符.
        case matched
        /// 有出入: the same payment by all signs, yet not in everything.
        case differing([Difference])
        /// 行有账无: the bank has it, the ledger does not.
        case onlyAtBank
        /// 账有行无: the ledger has it, the bank does not.
        case onlyInLedger
    }

    public struct Row: Hashable, Sendable {
        public let bank: CashLine?
        public let ledger: CashLine?
        public let outcome: Outcome
    }

    /// The days that both sides are compared over.
    public let from: CivilDate
    public let to: CivilDate
    /// In the order of the bank's file, then what only the ledger has, in the order of days.
    public let rows: [Row]

    /// - Parameters:
    ///   - bank: the bank's lines.
    ///   - ledger: the ledger's, with some days before and after, so that what the bank booked late finds its partner.
    ///   - days: what is compared; nil for the days from the first to the last line of the bank.
    ///   - tolerance: days that a bank may book later or earlier than the office did.
    public init(
        bank: [CashLine], ledger: [CashLine], days: ClosedRange<CivilDate>? = nil, tolerance: Int = 3
    ) {
        let lines = bank.filter { line in days.map { $0.contains(line.day) } ?? true }
        let sorted = lines.map(\.day).sorted()
        let first = days?.lowerBound ?? sorted.first ?? CivilDate(dayNumber: 0)
        let last = days?.upperBound ?? sorted.last ?? first
        from = first
        to = last
        var pairing = Pairing(bank: lines, ledger: ledger, tolerance: tolerance)
        pairing.run()
        var rows = lines.indices.map { index in
            guard let partner = pairing.partner[index] else {
                return Row(bank: lines[index], ledger: nil, outcome: .onlyAtBank)
            }
            let differences = Self.differences(lines[index], ledger[partner], tolerance)
            return Row(
                bank: lines[index], ledger: ledger[partner],
                outcome: differences.isEmpty ? .matched : .differing(differences))
        }
        let alone = ledger.indices.filter { index in
            !pairing.taken.contains(index) && !ledger[index].isBooksOnly && (first...last).contains(ledger[index].day)
        }
        rows += alone.sorted { (ledger[$0].day, ledger[$0].number) < (ledger[$1].day, ledger[$1].number) }
            .map { Row(bank: nil, ledger: ledger[$0], outcome: .onlyInLedger) }
        self.rows = rows
    }

    private static func differences(_ bank: CashLine, _ ledger: CashLine, _ tolerance: Int) -> [Difference] {
        var found: [Difference] = []
        if bank.amount != ledger.amount { found.append(.amount(bank: bank.amount, ledger: ledger.amount)) }
        if abs(bank.day.days(since: ledger.day)) > tolerance { found.append(.day(bank: bank.day, ledger: ledger.day)) }
        if bank.hasSamePayee(as: ledger) == false, let theirs = bank.payee, let ours = ledger.payee {
            found.append(.payee(bank: theirs, ledger: ours))
        }
        return found
    }

    public func count(_ kind: Outcome.Kind) -> Int { rows.count { $0.outcome.kind == kind } }

    /// What one side moved in one direction.
    public func total(_ side: KeyPath<Row, CashLine?>, _ direction: CashLine.Direction) -> Money {
        rows.compactMap { $0[keyPath: side] }.filter { $0.direction == direction }.reduce(.zero) { $0 + $1.amount }
    }

    public var agrees: Bool { rows.allSatisfy { $0.outcome == .matched } }
}

extension Reconciliation.Outcome {
    public enum Kind: String, CaseIterable, Sendable {
        case matched, differing, onlyAtBank, onlyInLedger

        public var chinese: String {
            switch self {
            case .matched: "相符"
            case .differing: "有出入"
            case .onlyAtBank: "行有账无"
            case .onlyInLedger: "账有行无"
            }
        }
    }

    public var kind: Kind {
        switch self {
        case .matched: .matched
        case .differing: .differing
        case .onlyAtBank: .onlyAtBank
        case .onlyInLedger: .onlyInLedger
        }
    }
}

extension Reconciliation.Row {
    /// Why it is as it is, for the clerk who has to look into it.
    public var reason: String {
        switch outcome {
        case .matched: "金额、日期、户名一致"
        case .differing(let differences):
            differences.map { difference in
                switch difference {
                case .amount(let bank, let ledger): "金额：银行\(bank.yuanText)，账上\(ledger.yuanText)"
                case .day(let bank, let ledger): "日期：银行\(bank)，账上\(ledger)"
                case .payee(let bank, let ledger): "户名：银行“\(bank)”，账上“\(ledger)”"
                }
            }.joined(separator: "；")
        case .onlyAtBank: "账上没有金额、日期或凭证相近的\(bank?.direction.chinese ?? "")"
        case .onlyInLedger: "银行流水在此期间没有这笔\(ledger?.direction.chinese ?? "")"
        }
    }
}
