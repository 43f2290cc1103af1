import Testing
import Workflow

@testable import WallChart

@Suite struct StageCellTests {
    private func cells(_ number: String) throws -> [StageCell] {
        StageCell.cells(of: try #require(Town.report().projects.first { $0.number.hasSuffix("〕\(number)号") }))
    }

    @Test func aProjectUnderWayIsDoneBeforeAndToComeAfter() throws {
        let cells = try cells("35")
        #expect(cells[0] == .done(on: Town.day("10-13"), days: 1))
        #expect(cells[2] == .done(on: Town.day("10-19"), days: 4))
        #expect(cells[3] == .done(on: Town.day("10-27"), days: 8))
        #expect(cells[4] == .current(since: Town.day("10-27")))
        #expect(cells[5] == .toCome(planned: Town.day("11-12")))
        #expect(cells[6] == .toCome(planned: nil))
    }

    @Test func aReturnedProjectStandsInItsFirstStep() throws {
        let cells = try cells("41")
        #expect(cells[0] == .current(since: Town.day("11-16")))
        #expect(cells.dropFirst().allSatisfy { if case .toCome = $0 { true } else { false } })
    }

    @Test func aDeclinedProjectEndsWhereItEnded() throws {
        #expect(try cells("42").dropFirst(2) == [.ended, .skipped, .skipped, .skipped, .skipped])
    }

    @Test func aCompletedProjectWaitsForItsFile() throws {
        let cells = try cells("1")
        #expect(cells[6] == .current(since: Town.day("04-10")))
        #expect(cells.dropLast().allSatisfy { if case .done = $0 { true } else { false } })
    }

    @Test(arguments: State.allCases) func everyStateHasAtMostOneCurrentCell(state: State) {
        var random = RandomReports(seed: 31)
        for row in random.report(rows: 200).projects where row.state == state {
            let cells = StageCell.cells(of: row)
            #expect(cells.count == Step.allCases.count)
            let current = cells.indices.filter { if case .current = cells[$0] { true } else { false } }
            #expect(current == (Step(state).map { [$0.rawValue] } ?? []))
        }
    }
}
