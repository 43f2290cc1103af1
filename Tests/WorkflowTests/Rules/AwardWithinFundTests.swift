import Testing
import Workflow

struct AwardWithinFundTests {
    private func refusal(_ amount: Money, free: Money?) throws -> Refusal? {
        var story = try Story.inApproval()
        story.free = free
        return story.refusal(Cast.director, .award(Award(amount: amount)))
    }

    @Test func theLastFenCanBeAwarded() throws {
        #expect(try refusal(yuan(100_000), free: yuan(100_000)) == nil)
        let short = Money(fen: 9_999_999)
        #expect(try refusal(yuan(100_000), free: short) == .fundExhausted(yuan(100_000), free: short))
    }

    @Test func withoutAFundOnlyNothingIsAwarded() throws {
        #expect(try refusal(Money(fen: 1), free: nil) == .fundMissing)
        #expect(try refusal(.zero, free: nil) == nil)
    }

    @Test func anAmendmentNeedsOnlyTheDifference() throws {
        var story = try Story.inExecution()
            .then(Cast.secretary, .requestAmendment(Amendment(amount: yuan(105_000), reason: "增加")))
        let yes = Command.decideAmendment(AmendmentRuling(approved: true, reason: "同意"))
        story.free = yuan(5_000)
        #expect(story.refusal(Cast.director, yes) == nil)
        story.free = yuan(4_999)
        #expect(story.refusal(Cast.director, yes) == .fundExhausted(yuan(5_000), free: yuan(4_999)))
        story.free = nil
        #expect(story.refusal(Cast.director, yes) == .fundMissing)
    }
}
