/// A fund's account for some days: its opening, every movement with the balances after it, and its closing.
public struct FundStatement: Hashable, Sendable {
    public let fund: FundReference
    /// First and last day of booking.
    public let from: CivilDate
    public let to: CivilDate
    /// Before the first line.
    public let opening: AccountSums
    public let lines: [StatementLine]
    /// The balances after each line.
    public let running: [AccountSums]
    /// At the end of the last day, summed by the database and not from the lines.
    public let closing: AccountSums
    /// Whether lines of these days follow that are not shown: the statement is a page of a longer one.
    public let goesOn: Bool
    /// Openings and closings of the year on these days.
    public let acts: [FundYearAct]

    public init(
        fund: FundReference, from: CivilDate, to: CivilDate, opening: AccountSums, lines: [StatementLine],
        closing: AccountSums, goesOn: Bool = false, acts: [FundYearAct] = []
    ) {
        self.fund = fund
        self.from = from
        self.to = to
        self.opening = opening
        self.lines = lines
        self.closing = closing
        self.goesOn = goesOn
        self.acts = acts.filter { from <= $0.on && $0.on <= to }
        running = lines.runningSums(from: opening)
    }

    /// 期初＋本期＝期末: the lines lead from the opening to the closing in every account. A page leads nowhere yet.
    public var sumsUp: Bool? { goesOn ? nil : (running.last ?? opening) == closing }

    /// What the lines add up to, kind by kind in the order of their declaration.
    public var flows: [Flow] { lines.flows }
}

/// A fund as its statements name it.
public struct FundReference: Hashable, Sendable {
    public let id: FundID
    public let town: String
    public let programme: String
    public let year: Int

    public init(id: FundID, town: String, programme: String, year: Int) {
        self.id = id
        self.town = town
        self.programme = programme
        self.year = year
    }
}

extension [StatementLine] {
    /// The balances after each line.
    func runningSums(from opening: AccountSums) -> [AccountSums] {
        var sums = opening
        return map { line in
            sums.add(line.amount, from: line.from, to: line.to)
            return sums
        }
    }

    var flows: [Flow] {
        map { Flow(kind: $0.kind, from: $0.from, to: $0.to, amount: $0.amount, count: 1) }.summed
    }
}

extension Sequence<Flow> {
    /// One flow for each kind and direction, in the order in which kinds are declared.
    public var summed: [Flow] {
        var sums: [Flow] = []
        for flow in self {
            if let index = sums.firstIndex(where: { ($0.kind, $0.from, $0.to) == (flow.kind, flow.from, flow.to) }) {
                sums[index].amount = sums[index].amount + flow.amount
                sums[index].count += flow.count
            } else {
                sums.append(flow)
            }
        }
        let order = Dictionary(uniqueKeysWithValues: Movement.Kind.allCases.enumerated().map { ($1, $0) })
        func place(_ flow: Flow) -> (Int, Int) {
            (order[flow.kind] ?? 0, flow.from == flow.kind.accounts.from ? 0 : 1)
        }
        return sums.sorted { place($0) < place($1) }
    }
}

extension Flow {
    /// A movement of its kind taken back (更正) goes the other way.
    public var isReversal: Bool { from != kind.accounts.from }

    /// 拨付, and 拨付（更正） for what was taken back.
    public var chinese: String { kind.chinese + (isReversal ? "（更正）" : "") }
}
