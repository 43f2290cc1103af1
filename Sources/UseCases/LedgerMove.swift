public import Workflow

/// Moves a ledger in time by whole working days, so that one day looks as another did.
///
/// Distances in working days stay what they were; distances in calendar days, and with them due days, follow
/// the calendar of the new time.
public struct LedgerMove: Sendable {
    let from: CivilDate
    let to: CivilDate
    let calendar: WorkingCalendar

    /// From the working day a ledger was written on to `today`, or the working day before it.
    public init(from: CivilDate, today: CivilDate, calendar: WorkingCalendar) {
        self.from = from
        to = calendar.isWorking(today) ? today : calendar.adding(workingDays: -1, to: today)
        self.calendar = calendar
    }

    /// The year the moved projects are numbered in.
    public var year: Int { to.year }

    /// As many working days before or after the new day as `day` was before or after the old one.
    public func day(_ day: CivilDate) -> CivilDate {
        let distance =
            day <= from
            ? -calendar.workingDays(after: day, through: from) : calendar.workingDays(after: from, through: day)
        return calendar.adding(workingDays: distance, to: to)
    }

    public func callAsFunction(_ row: LedgerRow) -> LedgerRow {
        var moved = row
        moved.number = Self.number(row.number, year: row.year, moved: year)
        moved.days = row.days.mapped(day)
        return moved
    }

    /// 云书办〔2026〕1号 with another year.
    private static func number(_ number: String, year: Int, moved: Int) -> String {
        guard let open = number.firstIndex(where: { $0 == "〔" || $0 == "[" }) else { return number }
        let rest = number[number.index(after: open)...]
        guard rest.hasPrefix("\(year)") else { return number }
        return String(number[...open]) + "\(moved)" + rest.dropFirst(String(year).count)
    }
}
