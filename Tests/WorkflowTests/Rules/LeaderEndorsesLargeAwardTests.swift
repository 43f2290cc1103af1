import Testing
import Workflow

/// The ladder's step is 300,000 yuan.
struct LeaderEndorsesLargeAwardTests {
    private func asking(_ amount: Int64) throws -> Story {
        try Story.inApproval(Papers.application(asking: yuan(amount)))
    }

    private func award(_ amount: Int64) -> Command { .award(Award(amount: yuan(amount))) }

    @Test func atTheStepTheDirectorIsEnough() throws {
        #expect(try asking(300_000).refusal(Cast.director, award(300_000)) == nil)
    }

    @Test func aboveItTheLeaderSaysYesFirst() throws {
        let story = try asking(300_001)
        #expect(story.refusal(Cast.director, award(300_001)) == .endorsementMissing(above: yuan(300_000)))
        let endorsed = try story.then(Cast.leader, .endorse(Endorsement(amount: yuan(300_001))))
        #expect(endorsed.refusal(Cast.director, award(300_001)) == nil)
    }

    @Test func aYesToLessIsNoYesToMore() throws {
        let story = try asking(400_000).then(Cast.leader, .endorse(Endorsement(amount: yuan(350_000))))
        #expect(story.refusal(Cast.director, award(350_000)) == nil)
        #expect(story.refusal(Cast.director, award(350_001)) == .endorsementMissing(above: yuan(300_000)))
    }
}
