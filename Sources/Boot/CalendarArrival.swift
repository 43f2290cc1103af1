import Store
public import UseCases
public import Workflow

/// A due day that was computed again, as the office reads it.
public struct MovedDue: Hashable, Sendable {
    public let town: String
    public let number: String
    public let title: String
    public let before: CivilDate
    public let after: CivilDate

    public var isMoved: Bool { before != after }
}

/// What a new holiday table did.
public struct CalendarArrival: Sendable {
    /// Days that were not in the calendar, or were otherwise.
    public let days: [WorkingCalendar.Exception]
    /// Every due day computed again, moved or confirmed.
    public let recomputed: [MovedDue]
    /// Towns with due days to compute again but no clerk in office in whose name it could be done.
    public let withoutClerk: [String]
}

extension Installation {
    /// Stores a table and computes every town's provisional due days again. Again, it goes on where it was cut off.
    ///
    /// - Parameter commit: without it nothing is written, and only the days are said.
    public func takeCalendar(_ exceptions: [WorkingCalendar.Exception], commit: Bool) async throws -> CalendarArrival {
        let known = Set(try await store.calendar())
        let days = exceptions.filter { !known.contains($0) }
        guard commit else { return CalendarArrival(days: days, recomputed: [], withoutClerk: []) }
        if !days.isEmpty { try await store.addCalendar(days) }
        var recomputed: [MovedDue] = []
        var withoutClerk: [String] = []
        for town in try await store.towns() {
            if let moved = try await recomputeDue(of: town) {
                recomputed += moved
            } else {
                withoutClerk.append(town.name)
            }
        }
        return CalendarArrival(days: days, recomputed: recomputed, withoutClerk: withoutClerk)
    }

    /// Computes provisional due days again where the calendar knows their years by now, in the clerk's name.
    ///
    /// - Returns: nil when there is something to do and no clerk in office.
    public func recomputeDue(of town: Town) async throws -> [MovedDue]? {
        guard try await hasTabled(town.id) else { return [] }
        let today = clock.now().civilDate
        guard let clerk = try await store.people(town: town.id).first(where: { $0.holds(.clerk, on: today) }) else {
            return nil
        }
        var moved: [MovedDue] = []
        for due in try await recomputation.run(town: town.id, by: clerk) {
            guard let record = try await store.record(of: due.id) else { continue }
            moved.append(
                MovedDue(
                    town: town.name, number: record.labels.number, title: record.summary.title, before: due.before,
                    after: due.after))
        }
        return moved
    }

    /// Whether any provisional due day lies in a year that has its table now: only then is it worth an entry.
    private func hasTabled(_ town: TownID) async throws -> Bool {
        let years = WorkingCalendar(try await store.calendar()).tabledYears
        var last: ProjectID?
        while true {
            let page = try await store.provisional(town: town, after: last, limit: Self.portion)
            for id in page {
                guard let summary = try await store.record(of: id)?.summary, let due = summary.dueOn else { continue }
                if years.contains(due.year), years.contains((summary.submittedOn ?? due).year) { return true }
            }
            guard page.count == Self.portion else { return false }
            last = page.last
        }
    }

    private static let portion = 200
}
