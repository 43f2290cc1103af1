import Testing
import Workflow

/// 60 % of an award of 100,000 yuan before acceptance.
struct AdvanceWithinLimitTests {
    private func refusal(_ amount: Money, in story: Story) -> Refusal? {
        story.refusal(Cast.finance, .disburse(Papers.payment(amount)))
    }

    @Test func upToTheShareAndNotAFenMore() throws {
        let story = try Story.inExecution()
        #expect(refusal(yuan(60_000), in: story) == nil)
        let above = yuan(60_000) + Money(fen: 1)
        #expect(refusal(above, in: story) == .advanceExceedsLimit(above, limit: yuan(60_000)))
    }

    @Test func earlierAdvancesCount() throws {
        let story = try Story.inExecution().paid(yuan(45_000))
        #expect(refusal(yuan(15_000), in: story) == nil)
        #expect(refusal(yuan(15_001), in: story) == .advanceExceedsLimit(yuan(15_001), limit: yuan(15_000)))
    }

    @Test func whatCameBackCanBePaidAgain() throws {
        let story = try Story.inExecution().paid(yuan(60_000))
            .then(Cast.finance, .recover(Recovery(amount: yuan(20_000), reason: "施工方更换")))
        #expect(refusal(yuan(20_000), in: story) == nil)
        #expect(refusal(yuan(20_001), in: story) == .advanceExceedsLimit(yuan(20_001), limit: yuan(20_000)))
    }

    @Test func afterAcceptanceTheRestIsFree() throws {
        #expect(try refusal(yuan(100_000), in: Story.completed()) == nil)
    }

    /// The share is rounded down to whole fen: 60 % of 0.03 yuan is 0.01.
    @Test func theShareIsRoundedDown() throws {
        let story = try Story.inExecution(Papers.application(asking: Money(fen: 3)))
        #expect(refusal(Money(fen: 1), in: story) == nil)
        #expect(refusal(Money(fen: 2), in: story) == .advanceExceedsLimit(Money(fen: 2), limit: Money(fen: 1)))
    }
}
