import Testing
import Workflow

/// 80 lamps for 100,000 yuan; fewer were built.
struct SettlementFollowsQuantitiesTests {
    static func built(_ count: Int, _ application: Application = Papers.application) throws -> Story {
        let story = try Story.inAcceptance(application).later(days: 1)
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        acceptance.quantities = application.quantities
        acceptance.quantities[0].count = count
        return try story.then(Cast.panelist, .accept(acceptance))
    }

    private func refusal(_ actual: Money, _ story: Story, words: String = "") -> Refusal? {
        story.refusal(Cast.finance, .settle(Settlement(actual: actual, words: words)))
    }

    @Test func sixtyOfEightyAreThreeQuartersOfTheAward() throws {
        let story = try Self.built(60)
        #expect(refusal(yuan(75_000), story) == nil)
        let above = yuan(75_000) + Money(fen: 1)
        #expect(refusal(above, story) == .settlementExceedsBuilt(above, limit: yuan(75_000)))
        #expect(try refusal(yuan(100_000), Self.built(80)) == nil)
        #expect(try refusal(yuan(100_000), Self.built(90)) == nil)
    }

    /// 1/3 of 100,000 yuan is not whole fen: the reduction is rounded up, so that the shares never sum above the whole.
    @Test func theReductionIsNeverUnderstated() throws {
        var application = Papers.application
        application.quantities[0].count = 3
        let story = try Self.built(2, application)
        #expect(refusal(Money(fen: 6_666_666), story) == nil)
        #expect(refusal(Money(fen: 6_666_667), story)?.code == .settlementExceedsBuilt)
    }

    @Test func aPricedLineShrinksByItsOwnPart() throws {
        var application = Papers.application
        application.quantities = [
            Quantity(what: "灯具", count: 90, unit: "盏"), Quantity(what: "安装", count: 1, unit: "项"),
        ]
        let story = try Self.built(45, application)
        // Half of the lamps' 90,000 of a budget of 113,000, of which the fund bears 100,000.
        #expect(refusal(Money(fen: 6_017_699), story) == nil)
        #expect(refusal(Money(fen: 6_017_700), story)?.code == .settlementExceedsBuilt)
    }

    @Test func withoutAPriceTheAmountIsReasoned() throws {
        var application = Papers.application
        application.quantities.append(Quantity(what: "灯杆", count: 8, unit: "根"))
        let story = try Self.built(60, application)
        #expect(refusal(yuan(70_000), story)?.field == "words")
        #expect(refusal(yuan(70_000), story, words: "按合同单价核减20盏") == nil)
    }

    /// 68 approved, 60 built: an amendment agreed to it before, and the settlement follows the amended award.
    @Test func anApprovedReductionIsNoShortfall() throws {
        let fewer = Amendment(
            amount: yuan(75_000), reason: "少装20盏", quantities: [Quantity(what: "路灯", count: 60, unit: "盏")])
        let amended = try Story.started().then(Cast.secretary, .requestAmendment(fewer))
            .then(Cast.director, .decideAmendment(AmendmentRuling(approved: true, reason: "同意"))).inspected()
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        acceptance.quantities[0].count = 60
        let story = try amended.later(days: 1).then(Cast.panelist, .accept(acceptance))
        #expect(refusal(yuan(75_000), story) == nil)
        #expect(refusal(yuan(75_001), story)?.code == .settlementExceedsAward)
        let none = Amendment(amount: yuan(1), reason: "少", quantities: [Quantity(what: "路灯", count: 0, unit: "盏")])
        #expect(try Story.started().refusal(Cast.secretary, .requestAmendment(none))?.field == "quantities")
    }
}
