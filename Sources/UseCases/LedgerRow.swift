public import Workflow

/// One project of the ledger: every field understood, nothing yet decided.
public struct LedgerRow: Hashable, Sendable {
    /// The line in the file.
    public let line: Int
    public var number: String
    public let area: String
    public let unit: String
    public let title: String
    public let category: String
    public let channel: String
    public let works: String
    public let requested: Money
    public let ownContribution: Money
    public let awarded: Money
    public let settled: Money?
    public let paid: Money
    public var days: LedgerDays
    public let stage: State
    public let officer: String
    public let satisfaction: Satisfaction.Grade?
    public let remark: String

    /// The year in the number, 云书办〔2026〕1号, else the year of the application.
    public var year: Int {
        let digits = number.drop { $0 != "〔" && $0 != "[" }.dropFirst().prefix { $0.isNumber }
        return digits.count == 4 ? Int(digits) ?? days.submitted.year : days.submitted.year
    }
}

/// The days a ledger keeps.
public struct LedgerDays: Hashable, Sendable {
    public var submitted: CivilDate
    public var admitted: CivilDate?
    public var verified: CivilDate?
    public var awarded: CivilDate?
    public var started: CivilDate?
    public var accepted: CivilDate?
    public var completed: CivilDate?

    /// Every day moved by the same rule.
    public func mapped(_ move: (CivilDate) -> CivilDate) -> LedgerDays {
        LedgerDays(
            submitted: move(submitted), admitted: admitted.map(move), verified: verified.map(move),
            awarded: awarded.map(move), started: started.map(move), accepted: accepted.map(move),
            completed: completed.map(move))
    }
}
