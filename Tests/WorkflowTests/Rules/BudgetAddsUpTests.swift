import Testing
import Workflow

struct BudgetAddsUpTests {
    private func refusal(_ change: (inout Application) -> Void) throws -> Refusal? {
        var application = Papers.application
        change(&application)
        return try Story.drafted(application).refusal(Cast.secretary, .submit)
    }

    @Test func linesEqualRequestAndOtherSources() throws {
        #expect(try refusal { _ in } == nil)
    }

    @Test func aFenTooMuchOrTooLittleIsSeen() throws {
        let lines = Money(fen: 11_300_001)
        #expect(
            try refusal { $0.budget[0].amount = Money(fen: 9_000_001) }
                == .budgetDoesNotAddUp(lines: lines, asked: yuan(113_000)))
        #expect(
            try refusal { $0.sources = [] } == .budgetDoesNotAddUp(lines: yuan(113_000), asked: yuan(100_000)))
    }

    @Test func withoutLinesThereIsNothingToAdd() throws {
        #expect(
            try refusal {
                $0.budget = []
                $0.requested = .zero
            } == nil)
    }
}
