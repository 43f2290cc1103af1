import Testing
import Workflow

struct AmendmentInTurnTests {
    private func asked(_ amount: Int64, of story: Story) throws -> Story {
        try story.then(Cast.secretary, .requestAmendment(Amendment(amount: yuan(amount), reason: "增加灯杆")))
    }

    private let yes = Command.decideAmendment(AmendmentRuling(approved: true, reason: "同意"))
    private let no = Command.decideAmendment(AmendmentRuling(approved: false, reason: "不同意"))

    @Test func oneAtATime() throws {
        let story = try asked(105_000, of: Story.inExecution())
        let second = Command.requestAmendment(Amendment(amount: yuan(106_000), reason: "再增加"))
        #expect(story.refusal(Cast.secretary, second) == .amendmentPending)
        #expect(try story.then(Cast.director, no).refusal(Cast.secretary, second) == nil)
    }

    @Test func nothingAskedNothingDecided() throws {
        #expect(try Story.inExecution().refusal(Cast.director, yes) == .amendmentMissing)
        #expect(try Story.inExecution().refusal(Cast.director, no) == .amendmentMissing)
    }

    @Test func itWaitsBeforePauseAndInspection() throws {
        let story = try asked(105_000, of: Story.started())
        let pause = Command.suspend(Suspension(reason: "台风", evidence: "预警"))
        let inspection = Command.requestInspection(InspectionRequest(documents: [Papers.afterPhoto]))
        #expect(story.refusal(Cast.director, pause) == .amendmentPending)
        #expect(story.refusal(Cast.secretary, inspection) == .amendmentPending)
    }

    @Test func approvalMovesTheAwardAndWhatIsHeld() throws {
        let more = try asked(105_000, of: Story.at(.inExecution)).then(Cast.director, yes).told().money
        #expect(more.awarded == yuan(105_000))
        #expect(more.encumbered == yuan(95_000))
        let less = try asked(60_000, of: Story.at(.inExecution)).then(Cast.director, yes).told().money
        #expect(less.encumbered == yuan(50_000))
    }

    /// 250,000 lies below the ladder's step, 290,000 is 16 % more and still below it, 310,000 is above.
    @Test func aLargeChangeClimbsTheLadderAgain() throws {
        let story = try Story.inExecution(Papers.application(asking: yuan(250_000)))
        #expect(try asked(290_000, of: story).refusal(Cast.director, yes) == nil)
        let large = try asked(310_000, of: story)
        #expect(large.refusal(Cast.director, yes) == .endorsementMissing(above: yuan(300_000)))
        let endorsed = try large.then(Cast.leader, .endorse(Endorsement(amount: yuan(310_000))))
        #expect(endorsed.refusal(Cast.director, yes) == nil)
    }

    @Test func whileBuildingALeaderEndorsesOnlyAnAmendment() throws {
        let endorse = Command.endorse(Endorsement(amount: yuan(310_000)))
        #expect(try Story.inExecution().refusal(Cast.leader, endorse) == .amendmentMissing)
    }

    /// Each step is ten per cent of the last; counted from the original award the second one needs the leader.
    @Test func smallStepsDoNotGoRoundTheLadder() throws {
        let story = try Story.inExecution(Papers.application(asking: yuan(290_000)))
        let first = try asked(319_000, of: story).then(Cast.director, yes)
        #expect(
            try asked(350_000, of: first).refusal(Cast.director, yes) == .endorsementMissing(above: yuan(300_000)))
    }

    @Test func neverBelowWhatIsPaid() throws {
        let story = try Story.at(.inExecution)
        let below = Command.requestAmendment(Amendment(amount: Money(fen: 999_999), reason: "减少"))
        #expect(
            story.refusal(Cast.secretary, below)
                == .spendingExceedsAward(yuan(10_000), left: Money(fen: 999_999)))
        #expect(try asked(10_000, of: story).refusal(Cast.director, yes) == nil)
        // Paid out while the request waited: the ruling looks again.
        let paid = try asked(10_000, of: story).paid(yuan(1))
        #expect(paid.refusal(Cast.director, yes) == .spendingExceedsAward(yuan(10_001), left: yuan(10_000)))
    }
}
