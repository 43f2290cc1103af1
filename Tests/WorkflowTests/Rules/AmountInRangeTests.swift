import Testing
import Workflow

struct AmountInRangeTests {
    private let limit = Money.limit
    private let above = Money(fen: Money.limit.fen + 1)

    @Test func fromZeroToTheLimit() throws {
        try AmountInRange.check(.zero, field: "amount")
        try AmountInRange.check(limit, field: "amount")
        #expect(throws: Refusal.amountOutOfRange(field: "amount")) { try AmountInRange.check(above, field: "amount") }
        #expect(throws: Refusal.amountOutOfRange(field: "amount")) {
            try AmountInRange.check(Money(fen: -1), field: "amount")
        }
    }

    @Test(arguments: [Int64.min, Int64.max]) func extremesAreRefusedNotTrapped(_ fen: Int64) throws {
        let story = try Story.inApproval()
        #expect(
            story.refusal(Cast.director, .award(Award(amount: Money(fen: fen)))) == .amountOutOfRange(field: "amount"))
    }

    @Test func aPaymentIsMoreThanNothing() throws {
        let story = try Story.inExecution()
        #expect(story.refusal(Cast.finance, .disburse(Papers.payment(.zero))) == .amountOutOfRange(field: "amount"))
        #expect(story.refusal(Cast.finance, .disburse(Papers.payment(Money(fen: 1)))) == nil)
    }

    /// The field says which line, so that a form can mark it.
    @Test func everyAmountOfAnApplicationIsLookedAt() {
        var application = Papers.application
        application.budget[1].amount = above
        #expect(refusal(application) == .amountOutOfRange(field: "budget/1/amount"))
        application = Papers.application
        application.sources[0].promised = Money(fen: -1)
        #expect(refusal(application) == .amountOutOfRange(field: "sources/0/promised"))
        application.requested = above
        #expect(refusal(application) == .amountOutOfRange(field: "requested"))
    }

    private func refusal(_ application: Application) -> Refusal? {
        Story().refusal(Cast.secretary, .draft(application))
    }
}
