/// Which days are working days: Monday to Friday, except where the State Council's table says otherwise.
///
/// A year without a table is provisional: computed from weekends and marked so wherever its dates are shown.
/// It is never silently "no holidays".
public struct WorkingCalendar: Sendable, Hashable {
    /// A day that differs from Monday–Friday: a holiday on a weekday, or a make-up workday (调休) on a weekend.
    public struct Exception: Sendable, Hashable, Codable {
        public let date: CivilDate
        public let isWorking: Bool
        public let name: String

        public init(date: CivilDate, isWorking: Bool, name: String) {
            self.date = date
            self.isWorking = isWorking
            self.name = name
        }
    }

    private let exceptions: [CivilDate: Exception]
    /// Years for which a table is known.
    public let tabledYears: Set<Int>

    public init(_ exceptions: [Exception]) {
        self.exceptions = Dictionary(exceptions.map { ($0.date, $0) }, uniquingKeysWith: { _, last in last })
        tabledYears = Set(exceptions.map(\.date.year))
    }

    public func isWorking(_ day: CivilDate) -> Bool {
        exceptions[day]?.isWorking ?? (day.weekday <= 5)
    }

    /// The holiday's or make-up day's name in the table, if the day is in it.
    public func name(of day: CivilDate) -> String? { exceptions[day]?.name }

    /// True when the day's year has no table yet.
    public func isProvisional(_ day: CivilDate) -> Bool { !tabledYears.contains(day.year) }

    /// The day itself if it is a working day, else the next one.
    public func rolled(_ day: CivilDate) -> CivilDate {
        var result = day
        while !isWorking(result) { result = result.adding(days: 1) }
        return result
    }

    /// The `count`-th working day after `day` (before it when negative); `day` itself is not counted.
    public func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
        let step = count < 0 ? -1 : 1
        var result = day
        var left = count.magnitude
        while left > 0 {
            result = result.adding(days: step)
            if isWorking(result) { left -= 1 }
        }
        return result
    }

    /// Working days after `start`, up to and including `end`; 0 when `end` is not later.
    public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
        guard end > start else { return 0 }
        return (1...end.days(since: start)).count { isWorking(start.adding(days: $0)) }
    }
}
