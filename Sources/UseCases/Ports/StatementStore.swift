public import Workflow

/// What statements and reports are made of. Each answer is one snapshot, and every sum is made in the database over one
/// fund's movements.
public protocol StatementStore: Sendable {
    /// Lines after one movement and up to a day, in the order of booking, with what moved before them and until the
    /// end of the day.
    func statement(
        of fund: FundID, town: TownID, after: StatementPlace, until day: CivilDate, limit: Int
    ) async throws(StoreError) -> (before: [Flow], lines: [StatementLine], until: [Flow])
    /// What moved month by month of booking, and in all, up to and with a day.
    func months(
        of fund: FundID, town: TownID, until day: CivilDate
    ) async throws(StoreError) -> (months: [MonthFlows], until: [Flow])
    /// Projects that held money of the fund at the end of a day, and what moved until then.
    func commitments(
        of fund: FundID, town: TownID, on day: CivilDate
    ) async throws(StoreError) -> (commitments: [Commitment], until: [Flow])
    /// What was done to the fund's year up to and with a day, oldest first.
    func acts(of fund: FundID, town: TownID, until day: CivilDate) async throws(StoreError) -> [FundYearAct]
    /// A project's lines in the order of its log.
    func lines(of project: ProjectID, until day: CivilDate) async throws(StoreError) -> [StatementLine]
}

/// A place in the order of statements: by booking day, then by number.
public struct StatementPlace: Hashable, Sendable {
    public let day: CivilDate
    public let number: Int64

    public init(day: CivilDate, number: Int64) {
        self.day = day
        self.number = number
    }

    /// Before everything of a day, and after everything of it.
    public static func before(_ day: CivilDate) -> StatementPlace { StatementPlace(day: day, number: 0) }
    public static func end(of day: CivilDate) -> StatementPlace { StatementPlace(day: day, number: .max) }
}
