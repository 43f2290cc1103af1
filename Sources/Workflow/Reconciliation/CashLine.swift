/// Money that left or reached the bank account, as the bank or as the ledger tells it.
public struct CashLine: Hashable, Sendable {
    public enum Direction: String, CaseIterable, Sendable {
        case out, `in`

        public var chinese: String {
            switch self {
            case .out: "付出"
            case .in: "收入"
            }
        }
    }

    /// The line in the bank's file, or the movement's number in its fund's ledger.
    public let number: Int
    public let day: CivilDate
    public let direction: Direction
    public let amount: Money
    /// The other side; nil where nobody wrote it down, which is no difference.
    public let payee: String?
    /// What the bank's line says besides: purpose, remarks, numbers.
    public let words: String
    /// What the bank's words may name this movement by: voucher, invoice, the project's number.
    public let references: [String]
    public let project: ProjectReference?
    /// Moves money between offices only by the books: an appropriation need not show on the bank's statement.
    public let isBooksOnly: Bool

    public init(
        number: Int, day: CivilDate, direction: Direction, amount: Money, payee: String?, words: String = "",
        references: [String] = [], project: ProjectReference? = nil, isBooksOnly: Bool = false
    ) {
        self.number = number
        self.day = day
        self.direction = direction
        self.amount = amount
        self.payee = payee
        self.words = words
        self.references = references
        self.project = project
        self.isBooksOnly = isBooksOnly
    }
}

extension CashLine {
    /// The movement as cash, seen by its accounts; nil where money stays inside the fund.
    ///
    /// - Parameter unknown: the word that stands for a payee or voucher that nobody kept.
    public init?(_ line: StatementLine, unknown: String) {
        func isInside(_ account: Movement.Account) -> Bool { account.place == .inFund }
        guard isInside(line.from) != isInside(line.to) else { return nil }
        let other = isInside(line.from) ? line.to : line.from
        func known(_ text: String?) -> String? { text.flatMap { $0.isBlank || $0 == unknown ? nil : $0 } }
        self.init(
            number: Int(line.number), day: line.effectiveOn, direction: isInside(line.from) ? .out : .in,
            amount: line.amount, payee: known(line.accountHolder), words: line.why,
            references: [known(line.voucher), known(line.invoice), line.project?.number].compactMap { $0 },
            project: line.project, isBooksOnly: other.place == .outside)
    }

    /// Payments without what was taken back as a mistake (更正): neither of the two ever reached the bank.
    public static func payments(_ lines: [StatementLine], unknown: String) -> [CashLine] {
        let mistakes = Set(lines.flatMap { line in line.corrects.map { [$0, line.number] } ?? [] })
        return lines.filter { !mistakes.contains($0.number) }.compactMap { CashLine($0, unknown: unknown) }
    }

    /// Whether the two name the same other side: spaces and width of brackets do not matter, and banks cut long names.
    func hasSamePayee(as other: CashLine) -> Bool? {
        guard let mine = payee.map(Self.plain), let theirs = other.payee.map(Self.plain) else { return nil }
        if mine.isEmpty || theirs.isEmpty { return nil }
        let (short, long) = mine.count < theirs.count ? (mine, theirs) : (theirs, mine)
        return short == long || (short.count >= 4 && long.hasPrefix(short))
    }

    private static func plain(_ name: String) -> String {
        halfWidth(name).filter { !$0.isWhitespace }.lowercased()
    }
}
