import Testing
import Workflow

@testable import Boot
@testable import UseCases

/// The shipped ledger through the core's rules, as recorded and moved in time.
struct DemoLedgerTests {
    static let states: [State: Int] = [
        .completed: 30, .inExecution: 5, .inApproval: 2, .inReview: 2, .onNotice: 1, .returned: 1, .declined: 1,
    ]

    /// 42 rows, no finding of the reader, the sums a clerk would add up by hand.
    @Test func theLedgerReadsWithoutAFinding() throws {
        let ledger = try Shipped.demoLedger()
        #expect(ledger.findings.isEmpty)
        #expect(ledger.rows.count == 42)
        #expect(ledger.rows.reduce(.zero) { $0 + $1.requested } == Money(wan: "417.35"))
    }

    @Test func asRecordedEveryRowEndsInTheStateTheLedgerSays() throws {
        let town = try PaperTown()
        let projects = try town.projects(on: Demo.writtenOn, asRecorded: true)
        for (row, project) in zip(town.ledger.rows, projects) { #expect(project.state == row.stage, "\(row.number)") }
        #expect(Dictionary(grouping: projects, by: \.state).mapValues(\.count) == Self.states)
        #expect(town.lights(projects, on: Demo.writtenOn) == [.blue: 30, .red: 1, .yellow: 1, .green: 9, .grey: 1])
    }

    @Test func asRecordedTheMoneyIsTheLedgers() throws {
        let town = try PaperTown()
        let projects = try town.projects(on: Demo.writtenOn, asRecorded: true)
        for (row, project) in zip(town.ledger.rows, projects) {
            #expect(project.money.awarded == row.awarded, "\(row.number)")
            #expect(project.money.disbursed == row.paid, "\(row.number)")
            #expect(project.money.settled == row.settled, "\(row.number)")
            #expect(project.application.requested == row.requested, "\(row.number)")
        }
    }

    /// A demo set up on any day of two years keeps its states and distances; the one overdue project stays overdue.
    @Test func movedToAnyDayTheTownLooksTheSame() throws {
        let town = try PaperTown()
        // Every third day of two years: all weekdays, all holidays' neighbourhoods, and a year without a table.
        for offset in stride(from: 0, to: 730, by: 3) {
            let today = day("2026-01-01").adding(days: offset)
            let projects = try town.projects(on: today)
            let states = Dictionary(grouping: projects, by: \.state).mapValues(\.count)
            #expect(states == Self.states, "\(today)")
            let lit = town.lights(projects, on: today)
            #expect(lit[.blue] == 30 && lit[.grey] == 1 && (1...3).contains(lit[.red] ?? 0), "\(today): \(lit)")
        }
    }

    @Test func movingKeepsDistancesInWorkingDaysAndTheNumberFollowsTheYear() throws {
        let town = try PaperTown()
        let move = LedgerMove(from: Demo.writtenOn, today: day("2027-03-10"), calendar: town.calendar)
        for row in town.ledger.rows {
            let moved = move(row)
            #expect(moved.number == row.number.replacing("2026", with: "2027"))
            let was = town.calendar.workingDays(after: row.days.submitted, through: Demo.writtenOn)
            #expect(town.calendar.workingDays(after: moved.days.submitted, through: day("2027-03-10")) == was)
        }
        #expect(move.day(Demo.writtenOn) == day("2027-03-10"))
    }

    /// On a Sunday the demo looks as it did on Friday.
    @Test func onADayOffTheAnchorIsTheWorkingDayBefore() throws {
        let town = try PaperTown()
        let move = LedgerMove(from: Demo.writtenOn, today: day("2026-11-22"), calendar: town.calendar)
        #expect(move.day(Demo.writtenOn) == Demo.writtenOn)
        #expect(move.day(day("2026-10-12")) == day("2026-10-12"))
    }
}
