/// How a policy counts its promise. The default is the Civil Code's month.
public enum MonthRule: Hashable, Codable, Sendable {
    /// Ends on the same-numbered day of the next month (its last day if there is none); rolls to a working day.
    case civilMonth(rolls: Bool)
    /// So many calendar days, the first day not counted.
    case days(Int, rolls: Bool)
    /// So many working days, the first day not counted.
    case workingDays(Int)
    /// The day the village itself promised in its application; no rolling.
    case promised
}

/// A due day with the steps that lead to it, so that a clerk can check them.
public struct DueDay: Hashable, Sendable {
    public let start: CivilDate
    /// The last day before rolling over non-working days.
    public let nominal: CivilDate
    /// The promise ends at 24:00 of this day.
    public let due: CivilDate
    /// True when any day looked at lies in a year without a holiday table.
    public let isProvisional: Bool
    /// The same-numbered day does not exist, so the month's last day stands.
    public let isMonthEnd: Bool
    public let workingDays: Int
}

extension MonthRule {
    /// Civil Code articles 201–203: the day of submission is not counted; the month ends on the same-numbered day,
    /// or the month's last day if there is none; a last day that is not a working day moves to the next one;
    /// the day ends at 24:00.
    ///
    /// - Parameter promised: the village's own day; `start` itself stands in where none is given.
    public func due(from start: CivilDate, promised: CivilDate? = nil, calendar: WorkingCalendar) -> DueDay {
        let nominal: CivilDate
        var isMonthEnd = false
        let rolls: Bool
        switch self {
        case .civilMonth(let rolling):
            (nominal, isMonthEnd) = Self.sameDayNextMonth(start)
            rolls = rolling
        case .days(let count, let rolling):
            nominal = start.adding(days: count)
            rolls = rolling
        case .workingDays(let count):
            nominal = calendar.adding(workingDays: count, to: start)
            rolls = false
        case .promised:
            nominal = promised ?? start
            rolls = false
        }
        let due = rolls ? calendar.rolled(nominal) : nominal
        return DueDay(
            start: start, nominal: nominal, due: due,
            isProvisional: calendar.isProvisional(start) || calendar.isProvisional(due)
                || calendar.isProvisional(nominal),
            isMonthEnd: isMonthEnd, workingDays: calendar.workingDays(after: start, through: due))
    }

    private static func sameDayNextMonth(_ start: CivilDate) -> (CivilDate, isMonthEnd: Bool) {
        let (year, month, day) = start.parts
        let (nextYear, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1)
        let length = CivilDate.days(inMonth: nextMonth, of: nextYear)
        let last = CivilDate(year: nextYear, month: nextMonth, day: min(day, length))
        // Only the year 2999 has no next January within `CivilDate`'s range; thirty-one days is its month.
        return (last ?? start.adding(days: 31), day > length)
    }
}

extension MonthRule {
    /// Whether the nominal last day itself depends on the holiday table.
    var countsWorkingDays: Bool {
        switch self {
        case .workingDays: true
        case .civilMonth, .days, .promised: false
        }
    }

    /// Whether a last day that is not a working day moves to the next one.
    var rolls: Bool {
        switch self {
        case .civilMonth(let rolls), .days(_, let rolls): rolls
        case .workingDays: true
        case .promised: false
        }
    }
}
