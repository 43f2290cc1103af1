import Testing
import Workflow

struct GrantWithinShareTests {
    private func refusal(_ actual: Int64, total: Int64?, share: Int? = 500) throws -> Refusal? {
        let story = try Story.completed(policy: .with { $0.money.sharePermille = share })
        return story.refusal(
            Cast.finance, .settle(Settlement(actual: yuan(actual), totalCost: total.map { yuan($0) })))
    }

    @Test func theLowerOfShareAndCap() throws {
        #expect(try refusal(80_000, total: 160_000) == nil)
        #expect(try refusal(80_001, total: 160_000) == .grantExceedsShare(yuan(80_001), limit: yuan(80_000)))
        // Half of two millions is more than the cap; what holds then is the award.
        #expect(try refusal(100_000, total: 2_000_000) == nil)
    }

    @Test func theWholeCostIsAskedForWhereItCounts() throws {
        #expect(try refusal(80_000, total: nil)?.field == "totalCost")
        #expect(try refusal(80_000, total: nil, share: nil) == nil)
    }
}
