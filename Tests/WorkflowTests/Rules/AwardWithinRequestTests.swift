import Testing
import Workflow

struct AwardWithinRequestTests {
    private func refusal(_ amount: Money) throws -> Refusal? {
        try Story.inApproval().refusal(Cast.director, .award(Award(amount: amount)))
    }

    @Test func allOrLess() throws {
        #expect(try refusal(yuan(100_000)) == nil)
        #expect(try refusal(yuan(99_999)) == nil)
        #expect(try refusal(.zero) == nil)
    }

    @Test func notAFenMore() throws {
        let above = yuan(100_000) + Money(fen: 1)
        #expect(try refusal(above) == .awardExceedsRequest(above, requested: yuan(100_000)))
    }
}
