import Store
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Boot

/// A new year's holiday table: what it moves, and that it is said.
struct CalendarArrivalTests {
    /// 2027 as it could be announced: New Year's Day, the Spring Festival and a make-up Saturday.
    private static let table2027 =
        ["2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12"].map {
            WorkingCalendar.Exception(date: day($0), isWorking: false, name: "假日")
        }
        + ["2027-01-30", "2027-02-06", "2027-02-14"].map {
            WorkingCalendar.Exception(date: day($0), isWorking: true, name: "假日")
        }

    @Test func provisionalDueDaysMoveAndAreListed() async throws {
        try await withInstalled(on: "2026-12-01") { town in
            // Due on 1 January 2027, a Friday off by the new table; and on 4 January, which it leaves alone.
            let moved = try await town.submit(title: "元旦到期")
            town.clock.move(to: day("2026-12-04"))
            let kept = try await town.submit(unit: 1, title: "不变")
            let early = try await town.installation.store.record(of: moved)?.summary
            #expect(early?.dueOn == day("2027-01-01"))
            #expect(early?.dueProvisional == true)

            let dry = try await town.installation.takeCalendar(Self.table2027, commit: false)
            #expect(dry.days.count == 10 && dry.recomputed.isEmpty)
            let arrival = try await town.installation.takeCalendar(Self.table2027, commit: true)
            #expect(arrival.days.count == 10 && arrival.withoutClerk.isEmpty)
            #expect(arrival.recomputed.map(\.title) == ["元旦到期", "不变"])
            #expect(arrival.recomputed.map(\.isMoved) == [true, false])
            #expect(arrival.recomputed.first?.before == day("2027-01-01"))
            #expect(arrival.recomputed.first?.after == day("2027-01-04"))
            for (id, due) in [(moved, "2027-01-04"), (kept, "2027-01-04")] {
                let summary = try await town.installation.store.record(of: id)?.summary
                #expect(summary?.dueOn == day(due))
                #expect(summary?.dueProvisional == false)
            }
            let again = try await town.installation.takeCalendar(Self.table2027, commit: true)
            #expect(again.days.isEmpty && again.recomputed.isEmpty)
        }
    }

    /// A few stray days are no table: nothing is computed again, and no entry is written for nothing.
    @Test func withoutAWholeTableNothingIsRecomputed() async throws {
        try await withInstalled(on: "2026-12-01") { town in
            let id = try await town.submit()
            let arrival = try await town.installation.takeCalendar(Array(Self.table2027.prefix(3)), commit: true)
            #expect(arrival.days.count == 3 && arrival.recomputed.isEmpty)
            #expect(try await town.installation.store.record(of: id)?.summary.version == 2)
        }
    }

    /// Cut off between the table and the due days, the daily round finishes the work.
    @Test func theDailyRoundGoesOnWhereAnArrivalWasCutOff() async throws {
        try await withInstalled(on: "2026-12-01") { town in
            _ = try await town.submit()
            try await town.installation.store.addCalendar(Self.table2027)
            let moved = try await town.installation.recomputeDue(of: town.town)
            #expect(moved?.map(\.after) == [day("2027-01-04")])
        }
    }
}
