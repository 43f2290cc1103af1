import Testing
import Workflow

/// 开门一件事 from draft to closed out: no fund, no notice, and the day the village itself promised.
struct OpenWithOneThingTests {
    static let application: Application = {
        var application = Papers.application(asking: .zero)
        application.title = "村口修桥"
        application.category = "改善生产生活条件"
        application.promisedOn = day("2026-06-28")
        application.raisedOn = day("2026-01-10")
        return application
    }()

    private func submitted(_ application: Application = application) throws -> Story {
        var story = Story(policy: .openWithOneThing)
        story.free = nil
        return try story.then(Cast.secretary, .draft(application)).then(Cast.secretary, .submit)
    }

    @Test func fromDraftToClosedOut() throws {
        var story = try submitted()
        // A Sunday: the village's own word is not moved to a working day.
        #expect(story.project?.clock.dueOn == day("2026-06-28"))
        #expect(story.project?.clock.dueProvisional == false)
        story = try story.later(days: 3).then(Cast.clerk, .admit).later(days: 3)
            .then(Cast.officer, .verify(Papers.visit)).then(Cast.director, .award(Award(amount: .zero)))
        #expect(story.project?.state == .inExecution)
        let plan = Start(contractor: "", contractAmount: .zero, basis: "村民投工")
        story = try story.then(Cast.secretary, .recordStart(plan)).on(day("2026-05-20"))
            .then(Cast.secretary, .requestInspection(InspectionRequest(documents: []))).accepted()
        #expect(story.project?.clock.completedOn == day("2026-05-21"))
        let closed = try story.settled(.zero).closedOut()
        #expect(
            closed.states == [
                .draft, .submitted, .inReview, .inApproval, .inExecution, .inAcceptance, .completed, .closedOut,
            ])
        #expect(closed.project?.clock.dueOn == day("2026-06-28"))
        #expect(closed.free == nil)
    }

    @Test func withoutAPromiseItIsNotSubmitted() throws {
        var application = Self.application
        application.promisedOn = nil
        let story = try Story(policy: .openWithOneThing).then(Cast.secretary, .draft(application))
        guard case .incomplete(let items) = story.refusal(Cast.secretary, .submit) else {
            Issue.record("not refused")
            return
        }
        #expect(items.map(\.field) == ["promisedOn"])
    }

    @Test func noMoneyIsAskedFor() throws {
        var application = Self.application
        application.requested = yuan(1)
        application.budget = [BudgetLine(what: "砂石", amount: yuan(1))]
        let story = try Story(policy: .openWithOneThing).then(Cast.secretary, .draft(application))
        #expect(story.refusal(Cast.secretary, .submit) == .requestExceedsCap(yuan(1), cap: .zero))
    }

    /// Mending costs the village its own days here: the promised day stands.
    @Test func aReturnDoesNotMoveTheDay() throws {
        let story = try submitted().later(days: 2)
            .then(Cast.clerk, .return(Return(sections: ["place"], reason: "地点不清"))).later(days: 9)
        #expect(
            try story.told().summary.standing(on: story.day, story.policy, story.calendar).dueOn == day("2026-06-28"))
        #expect(try story.then(Cast.secretary, .submit).project?.clock.dueOn == day("2026-06-28"))
    }

    /// While it rests, the chart moves the day as resuming will: by calendar days, onto a Saturday if need be.
    @Test func aPauseMovesItWithoutRolling() throws {
        let paused = try submitted().then(Cast.clerk, .admit).then(Cast.officer, .verify(Papers.visit))
            .then(Cast.director, .award(Award(amount: .zero)))
            .then(Cast.director, .suspend(Suspension(reason: "汛期", evidence: "通知"))).later(days: 6)
        let shown = try paused.told().summary.standing(on: paused.day, paused.policy, paused.calendar).dueOn
        #expect(shown == day("2026-07-04"))
        #expect(try paused.then(Cast.director, .resume(Remark(words: "汛期过"))).project?.clock.dueOn == shown)
    }
}
