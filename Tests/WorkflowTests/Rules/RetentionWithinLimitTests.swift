import Testing
import Workflow

/// At most 3 % of the settlement.
struct RetentionWithinLimitTests {
    private func refusal(_ retained: Int64, until days: Int? = 365, limit: Int = 30) throws -> Refusal? {
        let story = try Story.at(.completed, policy: .with { $0.money.retentionPermille = limit })
        return story.refusal(
            Cast.finance,
            .settle(
                Settlement(
                    actual: yuan(100_000), retained: yuan(retained),
                    retainedUntil: days.map { story.day.adding(days: $0) })))
    }

    @Test func threeInAHundredAndNotAYuanMore() throws {
        #expect(try refusal(3_000) == nil)
        #expect(try refusal(3_001) == .retentionExceedsLimit(yuan(3_001), limit: yuan(3_000)))
        #expect(try refusal(2_001, limit: 20)?.code == .retentionExceedsLimit)
        #expect(Policy.with { $0.money.retentionPermille = 31 }.problems.map(\.field) == ["money/retentionPermille"])
    }

    @Test func itHasADayAfterTheSettlement() throws {
        #expect(try refusal(3_000, until: nil)?.field == "retainedUntil")
        #expect(try refusal(3_000, until: 0)?.field == "retainedUntil")
        #expect(try refusal(3_000, until: 1) == nil)
        #expect(try refusal(0, until: nil) == nil)
    }

    /// What is kept back cannot be paid as if it were not, and the file closes without it.
    @Test func itWaitsForItsDay() throws {
        let story = try Story.retained()
        #expect(story.project?.money.encumbered == yuan(300))
        #expect(story.refusal(Cast.finance, .disburse(Papers.payment(yuan(1))))?.code == .spendingExceedsAward)
        #expect(try story.closedOut().project?.state == .closedOut)
        // Of what is paid already nothing can be kept.
        let paid = try Story.at(.completed)
        let all = Settlement(actual: yuan(10_000), retained: yuan(1), retainedUntil: paid.day.adding(days: 9))
        #expect(paid.refusal(Cast.finance, .settle(all)) == .retentionExceedsLimit(yuan(1), limit: .zero))
    }
}
