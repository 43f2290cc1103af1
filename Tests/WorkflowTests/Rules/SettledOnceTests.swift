import Testing
import Workflow

/// Awarded 100,000 yuan, 10,000 paid.
struct SettledOnceTests {
    private func settle(_ actual: Int64) -> Command { .settle(Settlement(actual: yuan(actual))) }

    @Test func betweenWhatIsPaidAndTheAward() throws {
        let story = try Story.at(.completed)
        #expect(story.refusal(Cast.finance, settle(10_000)) == nil)
        #expect(story.refusal(Cast.finance, settle(100_000)) == nil)
        #expect(
            story.refusal(Cast.finance, settle(9_999))
                == .paymentsExceedSettlement(paid: yuan(10_000), actual: yuan(9_999)))
        #expect(
            story.refusal(Cast.finance, settle(100_001))
                == .settlementExceedsAward(yuan(100_001), award: yuan(100_000)))
    }

    @Test func once() throws {
        let story = try Story.at(.completed).settled(yuan(60_000))
        #expect(story.refusal(Cast.finance, settle(60_000)) == .settledAlready)
        // Settled comes first whatever the amount.
        #expect(story.refusal(Cast.finance, settle(900_000)) == .settledAlready)
        #expect(story.refusal(Cast.finance, settle(0)) == .settledAlready)
    }

    @Test func theSurplusGoesBackAndTheRestIsOwed() throws {
        let before = try Story.at(.completed)
        let story = try before.settled(yuan(60_000))
        #expect(before.free.map { $0 + yuan(40_000) } == story.free)
        #expect(story.project?.money.encumbered == yuan(50_000))
    }

    /// Recovered money went back for good, so it cannot be settled a second time.
    @Test func recoveredMoneyIsGone() throws {
        let story = try Story.at(.completed).then(Cast.finance, .recover(Recovery(amount: yuan(4_000), reason: "多付")))
        #expect(
            story.refusal(Cast.finance, settle(96_001)) == .settlementExceedsAward(yuan(96_001), award: yuan(96_000)))
        #expect(story.refusal(Cast.finance, settle(96_000)) == nil)
    }
}
