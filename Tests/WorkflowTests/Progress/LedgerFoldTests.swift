import Foundation
import Testing
import Workflow

/// What ledger and notice board say of a project beyond its row.
struct LedgerFoldTests {
    private func fold(_ story: Story) throws -> LedgerFold { LedgerFold(try story.told()) }

    @Test func anApplicationSaysWhatIsWantedAndWithWhichMoney() throws {
        let facts = try fold(.drafted()).facts
        #expect(facts.works == "路灯80盏")
        #expect(facts.sourcesOfMoney == "专项资金10.00万元；自筹1.30万元")
        #expect((facts.origin, facts.contract, facts.satisfactionPermille) == ("走访", nil, nil))
        #expect(try fold(.drafted()).sources == yuan(13_000))
    }

    /// Goods and labour are named, but they are no money.
    @Test func whatIsInKindIsNoMoney() throws {
        var application = Papers.application
        application.sources.append(
            Source(kind: .labour, promised: yuan(6_000), quantity: "50 工日", valuation: "120 元/工日"))
        let fold = try fold(.drafted(application))
        #expect(fold.sources == yuan(13_000))
        #expect(fold.facts.sourcesOfMoney == "专项资金10.00万元；自筹1.30万元；投工投劳0.60万元")
    }

    @Test func whatWasBuiltTakesThePlaceOfWhatWasWanted() throws {
        let story = try Story.completed()
        let facts = try fold(story).facts
        #expect(facts.contract == yuan(100_000))
        #expect(facts.satisfactionPermille == 950 && facts.satisfactionGrade == nil)
        #expect(facts.works == "路灯80盏")
    }

    /// The part is read out of the whole stored fold as it is made from the project.
    @Test(arguments: State.allCases) func aStoredFoldSaysTheSame(state: State) throws {
        let project = try Story.at(state).told()
        let stored = try JSONEncoder().encode(project)
        #expect(try JSONDecoder().decode(LedgerFold.self, from: stored) == LedgerFold(project))
    }
}
