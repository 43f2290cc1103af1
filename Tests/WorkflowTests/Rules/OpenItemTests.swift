import Testing
import Workflow

struct OpenItemTests {
    private func cleared(_ number: Int) -> Command { .clearBlocker(BlockerCleared(blocker: number, words: "已迁")) }

    private func blocked() throws -> Story {
        try Story.inExecution().then(Cast.officer, .raiseBlocker(Blocker(words: "管线未迁", mustAct: .clerk)))
    }

    @Test func anOpenOneIsClearedOnce() throws {
        let story = try blocked().later(days: 2).then(Cast.clerk, cleared(1))
        #expect(story.project?.openBlocker == nil)
        #expect(story.project?.blockers.first?.clearedOn == story.day)
        #expect(story.refusal(Cast.clerk, cleared(1)) == .itemUnknown(field: "blocker", number: 1))
    }

    @Test(arguments: [0, 2, -1, Int.min, Int.max])
    func otherNumbersAreRefusedNotTrapped(_ number: Int) throws {
        #expect(try blocked().refusal(Cast.clerk, cleared(number)) == .itemUnknown(field: "blocker", number: number))
    }

    @Test func theOldestOpenOneShows() throws {
        let story = try blocked().then(Cast.officer, .raiseBlocker(Blocker(words: "缺电杆", mustAct: .clerk)))
        #expect(story.project?.openBlocker?.words == "管线未迁")
        #expect(try story.then(Cast.clerk, cleared(1)).project?.openBlocker?.words == "缺电杆")
    }

    @Test func notClearedBeforeItWasRaised() throws {
        let story = try Story.inExecution().later(days: 3)
            .then(Cast.officer, .raiseBlocker(Blocker(words: "管线未迁", mustAct: .clerk)))
        let raised = story.day
        #expect(
            story.later(days: -1).refusal(Cast.clerk, cleared(1), late: 1)
                == .dayOutOfOrder(raised.adding(days: -1), notBefore: raised))
    }

    @Test func aConsultationIsDecidedOnce() throws {
        let story = try Story.ready(for: .decideConsultation, in: .inExecution)
        let decide = Samples.command(.decideConsultation, in: story, by: Cast.clerk)
        let decided = try story.then(Cast.clerk, decide)
        #expect(decided.project?.consultations.first?.decision?.owner == "站长")
        #expect(decided.refusal(Cast.clerk, decide) == .itemUnknown(field: "consultation", number: 1))
        let adjourn = Samples.command(.adjournConsultation, in: story, by: Cast.leader)
        #expect(decided.refusal(Cast.leader, adjourn) == .itemUnknown(field: "consultation", number: 1))
    }

    /// A decision to be carried out yesterday is none, nor one taken before the question was put.
    @Test func aDecisionLiesAhead() throws {
        let story = try Story.inExecution().later(days: 4)
        let called = try story.then(Cast.clerk, Samples.command(.consult, in: story, by: Cast.clerk))
        func decided(by date: CivilDate) -> Command {
            .decideConsultation(ConsultationDecision(consultation: 1, decision: "先迁", owner: "站长", doneBy: date))
        }
        let yesterday = called.day.adding(days: -1)
        #expect(
            called.refusal(Cast.clerk, decided(by: yesterday)) == .dayOutOfOrder(yesterday, notBefore: called.day))
        #expect(called.refusal(Cast.clerk, decided(by: called.day)) == nil)
        #expect(
            called.on(yesterday).refusal(Cast.clerk, decided(by: called.day), late: 1)
                == .dayOutOfOrder(yesterday, notBefore: called.day))
    }

    /// 派单: sent, signed, answered, each once and in this order.
    @Test func aDispatchIsSignedThenAnswered() throws {
        let sent = try Story.ready(for: .signDispatch, in: .inExecution)
        let sign = Samples.command(.signDispatch, in: sent, by: Cast.clerk)
        let answer = Samples.command(.answerDispatch, in: sent, by: Cast.clerk)
        #expect(sent.refusal(Cast.clerk, answer) == .itemUnknown(field: "dispatch", number: 1))
        let signed = try sent.then(Cast.clerk, sign)
        #expect(signed.refusal(Cast.clerk, sign) == .itemUnknown(field: "dispatch", number: 1))
        let answered = try signed.then(Cast.clerk, answer)
        #expect(answered.project?.dispatches.first?.feedback == "已迁")
        #expect(answered.refusal(Cast.clerk, answer) == .itemUnknown(field: "dispatch", number: 1))
    }

    @Test func aLimitLiesAhead() throws {
        let story = try Story.inExecution()
        let yesterday = story.day.adding(days: -1)
        let refusal = Refusal.dayOutOfOrder(yesterday, notBefore: story.day)
        let dispatch = Dispatch(department: "供电所", task: "迁线", by: yesterday)
        let consultation = Consultation(question: "管线", participants: ["供电所"], meetBy: yesterday)
        #expect(story.refusal(Cast.clerk, .dispatch(dispatch)) == refusal)
        #expect(story.refusal(Cast.clerk, .consult(consultation)) == refusal)
    }
}
