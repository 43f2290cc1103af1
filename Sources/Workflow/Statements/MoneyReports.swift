// Reports of a fund by months. A movement counts in the month of its booking day, which never lies in a month that had
// ended before it was written down: a cancelled project's money returns in the month of the cancellation, and the
// report of an earlier month stays as it was.

/// What moved in one month.
public struct MonthFlows: Hashable, Sendable {
    /// The first day of the month.
    public let month: CivilDate
    public let flows: [Flow]

    public init(month: CivilDate, flows: [Flow]) {
        self.month = month
        self.flows = flows
    }
}

/// 月报: one month of a fund, line by line, beside what moved since the fund began.
public struct MonthReport: Hashable, Sendable {
    public let statement: FundStatement
    /// 累计: from the fund's first movement to the end of the month.
    public let toDate: [Flow]

    public init(statement: FundStatement, toDate: [Flow]) {
        self.statement = statement
        self.toDate = toDate
    }

    /// Each kind of movement with its month and its sum to date.
    public var rows: [(toDate: Flow, month: Flow?)] {
        let flows = statement.flows
        return toDate.map { total in
            (total, flows.first { ($0.kind, $0.from, $0.to) == (total.kind, total.from, total.to) })
        }
    }
}

/// 年报: a fund month by month, to the end of its year or to a day within.
public struct YearReport: Hashable, Sendable {
    public let fund: FundReference
    public let until: CivilDate
    /// Every month in which something moved, oldest first; months of the next year too, when the fund went on.
    public let months: [MonthFlows]
    /// The balances at the end of each month.
    public let closings: [AccountSums]
    /// At the end of the last day, summed by the database at once and not month by month.
    public let closing: AccountSums
    /// Openings and closings of the year.
    public let acts: [FundYearAct]

    public init(
        fund: FundReference, until: CivilDate, months: [MonthFlows], closing: AccountSums, acts: [FundYearAct] = []
    ) {
        self.acts = acts
        self.fund = fund
        self.until = until
        self.months = months
        self.closing = closing
        var sums = AccountSums.zero
        closings = months.map { month in
            for flow in month.flows { sums.add(flow.amount, from: flow.from, to: flow.to) }
            return sums
        }
    }

    /// What moved in all, one flow for each kind: the columns of the report.
    public var total: [Flow] { months.flatMap(\.flows).summed }

    public var sumsUp: Bool { (closings.last ?? .zero) == closing }
}

/// 已批未付: a project that held money of the fund on a day.
public struct Commitment: Hashable, Sendable {
    public let project: ProjectReference
    public let area: String
    /// Where it stands now.
    public let state: State
    public let held: Money
    /// Paid until then, less what came back.
    public let paid: Money
    /// The booking day of its first movement.
    public let since: CivilDate

    public init(
        project: ProjectReference, area: String, state: State, held: Money, paid: Money, since: CivilDate
    ) {
        self.project = project
        self.area = area
        self.state = state
        self.held = held
        self.paid = paid
        self.since = since
    }
}

/// 年末已批未付: what a fund had awarded and not paid at the end of a day.
public struct CommittedReport: Hashable, Sendable {
    public let fund: FundReference
    public let on: CivilDate
    public let commitments: [Commitment]
    /// What the fund held that day, summed over all its movements.
    public let held: Money

    public init(fund: FundReference, on: CivilDate, commitments: [Commitment], held: Money) {
        self.fund = fund
        self.on = on
        self.commitments = commitments
        self.held = held
    }

    public var sumsUp: Bool { commitments.reduce(Money.zero) { $0 + $1.held } == held }
}
