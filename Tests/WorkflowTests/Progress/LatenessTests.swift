import Testing
import Workflow

/// Who a delay belongs to. 书记立办 from 2 March 2026, due 2 April.
struct LatenessTests {
    private func lateness(_ story: Story, _ on: String) throws -> Lateness {
        try story.told().lateness(on: day(on), story.policy, story.calendar)
    }

    private func shares(_ story: Story, _ on: String) throws -> [Int] {
        let found = try lateness(story, on)
        return [found.office, found.officer, found.village, found.panel]
    }

    @Test(arguments: State.allCases) func onTimeNobodyIsLate(_ state: State) throws {
        let story = try Story.at(state)
        #expect(try lateness(story, "2026-03-20").total == 0)
    }

    /// The clerk leaves it for forty days: all of it is the office's.
    @Test func theOfficesOwn() throws {
        #expect(try shares(.submitted(), "2026-04-12") == [10, 0, 0, 0])
    }

    /// The officer takes all of March.
    @Test func theOfficersOwn() throws {
        #expect(try shares(.inReview(), "2026-04-07") == [0, 5, 0, 0])
    }

    @Test func theVillagesOwn() throws {
        #expect(try shares(.inExecution(), "2026-04-09") == [0, 0, 7, 0])
    }

    @Test func thePanelsOwn() throws {
        // Asked for on 14 March, when the village was early; the panel lets it lie.
        #expect(try shares(.inAcceptance(), "2026-04-12") == [0, 0, 0, 10])
    }

    /// Twenty days over the office's plan and ten over the village's: the delay is shared two to one.
    @Test func sharedInProportion() throws {
        var story = try Story.submitted().later(days: 1 + 20).then(Cast.clerk, .admit)
        story = try story.later(days: 1).then(Cast.officer, .verify(Papers.visit)).later(days: 1)
            .then(Cast.director, .award(Award(amount: yuan(100_000))))
        story = try story.on((story.project?.notice?.endsOn ?? story.day).adding(days: 1))
            .then(Cast.clerk, .concludeNotice(NoticeProof(proof: "照片")))
        let found = try lateness(story, "2026-05-02")
        #expect(found.total == 30)
        #expect(found.office > 0 && found.village > 0)
        #expect(found.officer == 0 && found.panel == 0)
    }

    /// The day of completion ends it; what happens later is no lateness of the promise.
    @Test func completionEndsIt() throws {
        let story = try Story.started().on(day("2026-04-06")).inspected().accepted()
        #expect(story.project?.clock.completedOn == day("2026-04-08"))
        for on in ["2026-04-08", "2026-12-31"] { #expect(try lateness(story, on).total == 6) }
        #expect(try lateness(.at(.withdrawn), "2026-12-31").total == 0)
        #expect(try lateness(.at(.terminated), "2026-12-31").total == 0)
    }

    /// While it is paused or mended the due day moves along: nobody is late, and nobody is charged.
    @Test func aStoppedClockIsNobodysDelay() throws {
        #expect(try lateness(.at(.suspended), "2026-04-20").total == 0)
        #expect(try lateness(.at(.suspended), "2026-05-08").total == 2)
        #expect(try lateness(.at(.returned), "2026-06-01").total == 0)
        let running = try Story.at(.returned, policy: .with { $0.returnStopsClock = false })
        #expect(try shares(running, "2026-04-12") == [0, 0, 10, 0])
    }

    /// Every office kept to its days and yet the month was too short: the works had more to do than it held.
    @Test func nobodysOverrunIsTheWorks() throws {
        let policy = Policy.with {
            $0.limits = StageLimits(application: 60, review: 60, approval: 60, acceptance: 60, mending: 60)
        }
        let story = try Story.submitted(policy: policy)
        let found = try lateness(story, "2026-04-05")
        #expect(found.total == 3)
    }

    /// Calendar days in each stage, charged to its owner; a pause to nobody.
    @Test func timeIsChargedToTheOwner() throws {
        let story = try Story.inExecution().then(Cast.director, .suspend(Suspension(reason: "台风", evidence: "预警")))
            .later(days: 6).then(Cast.director, .resume(Remark(words: "天晴")))
            .then(Cast.secretary, .recordStart(Papers.start)).later(days: 3).inspected().accepted()
        let spent = try story.told().spent
        // Submitted 2 March, admitted 3, verified 4, awarded 5, notice concluded 13.
        #expect(spent.office == 1 + 1 + 8)
        #expect(spent.officer == 1)
        #expect(spent.paused == 6)
        #expect(spent.village == 4)
        #expect(spent.panel == 1)
        let submitted = try #require(story.project?.clock.submittedOn)
        let completed = try #require(story.project?.clock.completedOn)
        #expect(spent.total == completed.days(since: submitted))
    }
}
