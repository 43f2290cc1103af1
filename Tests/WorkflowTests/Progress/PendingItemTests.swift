import Testing
import Workflow

/// What waits for whom beside whose turn it is, and what it does to the light.
struct PendingItemTests {
    private func summary(_ story: Story) throws -> ProjectSummary { try story.told().summary }

    private func light(_ story: Story, _ on: String) throws -> (Light, String) {
        let standing = try summary(story).standing(on: day(on), story.policy, story.calendar)
        return (standing.light, standing.lightReason)
    }

    private func consulted() throws -> Story {
        try Story.inExecution().then(
            Cast.officer,
            .consult(Consultation(question: "用地归谁", participants: ["自然资源所"], meetBy: day("2026-03-16"))))
    }

    /// Called on Friday the 13th for Monday the 16th; the fifth working day after it is the 23rd.
    @Test func anOpenConsultationIsYellowAndAnOverdueOneTurnsRed() throws {
        let story = try consulted()
        for (on, light, reason) in [
            ("2026-03-13", Light.yellow, "会诊中"), ("2026-03-16", .yellow, "会诊中"), ("2026-03-17", .yellow, "会诊超1天"),
            ("2026-03-23", .yellow, "会诊超5天"), ("2026-03-24", .red, "会诊超6天"),
        ] {
            #expect(try self.light(story, on) == (light, reason), "\(on)")
        }
        let decided = try story.then(
            Cast.officer,
            .decideConsultation(
                ConsultationDecision(consultation: 1, decision: "先借后征", owner: "张书记", doneBy: day("2026-03-20"))))
        #expect(try light(decided, "2026-03-24") == (.green, ""))
    }

    @Test func anOpenDispatchIsYellowUntilItIsAnsweredAndAnOverdueOneTurnsRed() throws {
        var story = try Story.inExecution().then(
            Cast.clerk, .dispatch(Dispatch(department: "供电所", task: "移电杆", by: day("2026-03-16"))))
        #expect(try light(story, "2026-03-13") == (.yellow, "派单中"))
        story = try story.then(Cast.clerk, .signDispatch(DispatchSigned(dispatch: 1, signedBy: "李工")))
        #expect(try light(story, "2026-03-24") == (.red, "派单超6天"))
        story = try story.then(Cast.clerk, .answerDispatch(DispatchAnswer(dispatch: 1, feedback: "已移")))
        #expect(try light(story, "2026-03-24") == (.green, ""))
    }

    /// Of two, the one furthest over its day is named.
    @Test func theWorstIsNamed() throws {
        let story = try consulted().then(
            Cast.clerk, .dispatch(Dispatch(department: "供电所", task: "移电杆", by: day("2026-03-13"))))
        #expect(try light(story, "2026-03-17") == (.yellow, "派单超2天"))
    }

    /// A consultation waits for the guidance officer, and after an adjournment for the leader.
    @Test func whoMustActIsAmongWhomItWaitsFor() throws {
        let story = try consulted()
        #expect(try summary(story).waitsFor == [.secretary, .guidanceOfficer])
        let adjourned = try story.then(
            Cast.officer, .adjournConsultation(Adjournment(consultation: 1, meetBy: day("2026-03-20"), reason: "缺席")))
        #expect(try summary(adjourned).waitsFor == [.secretary, .leader])
        #expect(try summary(adjourned).open(.consultation)?.by == day("2026-03-20"))
        let blocked = try adjourned.then(Cast.officer, .raiseBlocker(Blocker(words: "管线", mustAct: .finance)))
        #expect(try summary(blocked).waitsFor == [.secretary, .leader, .finance])
        #expect(try summary(blocked).pending.map(\.kind) == [.blocker, .consultation])
    }

    @Test func anObjectionAndAnAmendmentWaitForTheDirector() throws {
        let objected = try Story.onNotice().then(Cast.clerk, .object(Objection(words: "位置不当")))
        #expect(try summary(objected).waitsFor == [.clerk, .director])
        let asked = try Story.inExecution().then(
            Cast.secretary, .requestAmendment(Amendment(amount: yuan(100_000), reason: "减量")))
        #expect(try summary(asked).waitsFor.contains(.director))
        #expect(try summary(asked).open(.amendment)?.asked == yuan(100_000))
    }

    /// The ladder sends a large award to the leader first, and a large growth of it once more.
    @Test func theLeaderIsWaitedForOnlyWhereTheLadderSaysSo() throws {
        let small = try Story.inApproval()
        #expect(try summary(small).waitsFor.contains(.leader))
        #expect(try !summary(small).needsEndorsement(small.policy))
        var policy = small.policy
        policy.ladder = [LadderStep(upTo: policy.cap, leaderEndorses: true)]
        #expect(try summary(small).needsEndorsement(policy))
        let endorsed = try small.then(Cast.leader, .endorse(Endorsement(amount: yuan(1))))
        #expect(try !summary(endorsed).needsEndorsement(policy))
        let asked = try Story.inExecution().then(
            Cast.secretary, .requestAmendment(Amendment(amount: yuan(400_000), reason: "增量")))
        #expect(try summary(asked).needsEndorsement(asked.policy))
        let agreed = try asked.then(Cast.leader, .endorse(Endorsement(amount: yuan(400_000))))
        #expect(try !summary(agreed).needsEndorsement(agreed.policy))
    }

    @Test(arguments: State.allCases) func nobodyIsWaitedForAtAnEnd(_ state: State) throws {
        let summary = try summary(.at(state))
        #expect(summary.waitsFor.isEmpty == state.isEnd)
        if let turn = summary.turn { #expect(summary.waitsFor.contains(turn)) }
    }
}
