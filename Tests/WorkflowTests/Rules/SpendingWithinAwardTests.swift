import Testing
import Workflow

struct SpendingWithinAwardTests {
    private func refusal(_ amount: Money, in story: Story) -> Refusal? {
        story.refusal(Cast.finance, .disburse(Papers.payment(amount)))
    }

    @Test func theWholeAwardAndNotAFenMore() throws {
        let story = try Story.completed()
        let above = yuan(100_000) + Money(fen: 1)
        #expect(refusal(yuan(100_000), in: story) == nil)
        #expect(refusal(above, in: story) == .spendingExceedsAward(above, left: yuan(100_000)))
    }

    @Test func paymentsAddUp() throws {
        let story = try Story.completed().paid(yuan(99_999))
        #expect(refusal(yuan(1), in: story) == nil)
        #expect(refusal(yuan(2), in: story) == .spendingExceedsAward(yuan(2), left: yuan(1)))
    }

    @Test func afterSettlementOnlyWhatIsOwed() throws {
        let story = try Story.completed().settled(yuan(60_000))
        #expect(refusal(yuan(60_000), in: story) == nil)
        #expect(refusal(yuan(60_001), in: story) == .spendingExceedsAward(yuan(60_001), left: yuan(60_000)))
    }

    /// 超支不补: amended first, then paid.
    @Test func anAmendmentMakesRoom() throws {
        let story = try Story.started()
            .then(Cast.secretary, .requestAmendment(Amendment(amount: yuan(105_000), reason: "增加")))
            .then(Cast.director, .decideAmendment(AmendmentRuling(approved: true, reason: "同意")))
            .inspected().accepted()
        #expect(refusal(yuan(105_000), in: story) == nil)
    }
}
