import Workflow

/// Civil days laid along a stretch of paper. Positions are exact: nothing is rounded to a day column, so a bar
/// never drifts from its date.
struct DayAxis {
    let first: CivilDate
    let last: CivilDate
    let left: Double
    let dayWidth: Double
    /// Runs of days without work, both ends included, oldest first.
    let daysOff: [ClosedRange<CivilDate>]

    /// nil when there are no days to draw.
    init?(_ days: [ChartDay], in box: Box) {
        guard let first = days.first?.date, let last = days.last?.date, first <= last, box.width > 0 else { return nil }
        self.first = first
        self.last = last
        left = box.x
        dayWidth = box.width / Double(last.days(since: first) + 1)
        var runs: [ClosedRange<CivilDate>] = []
        for day in days where !day.isWorking && first...last ~= day.date {
            if let run = runs.last, day.date.days(since: run.upperBound) == 1 {
                runs[runs.count - 1] = run.lowerBound...day.date
            } else {
                runs.append(day.date...day.date)
            }
        }
        daysOff = runs
    }

    var right: Double { end(of: last) }

    /// Where a day begins (00:00).
    func start(of day: CivilDate) -> Double { left + Double(day.days(since: first)) * dayWidth }

    /// Where a day ends (24:00).
    func end(of day: CivilDate) -> Double { left + Double(day.days(since: first) + 1) * dayWidth }

    /// Where a moment lies; nil outside the axis.
    func position(of moment: Instant) -> Double? {
        let day = moment.civilDate
        guard first <= day, day <= last else { return nil }
        let passed = moment.microseconds - Instant(startOf: day).microseconds
        return start(of: day) + Double(passed) / 86_400_000_000 * dayWidth
    }

    /// A place pulled back onto the axis, for spans that reach beyond it.
    func clamped(_ x: Double) -> Double { min(max(x, left), right) }

    /// Months with their first and last day on this axis.
    var months: [ClosedRange<CivilDate>] {
        var result: [ClosedRange<CivilDate>] = []
        var day = first
        while day <= last {
            let (year, month, number) = day.parts
            let end = day.adding(days: CivilDate.days(inMonth: month, of: year) - number)
            result.append(day...min(end, last))
            day = end.adding(days: 1)
        }
        return result
    }

    /// The Mondays on this axis.
    var mondays: [CivilDate] {
        let start = first.adding(days: (8 - first.weekday) % 7)
        return stride(from: 0, through: last.days(since: start), by: 7).map { start.adding(days: $0) }
    }
}
