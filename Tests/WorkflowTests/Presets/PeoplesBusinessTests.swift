import Testing
import Workflow

/// 民事民办 from draft to closed out: the meeting's minutes come first, the month runs from the admission.
struct PeoplesBusinessTests {
    static let application: Application = {
        var application = Papers.application(asking: yuan(80_000))
        application.category = "公共照明"
        application.documents = [Document(kind: .minutes, name: "村民代表会议记录")]
        return application
    }()

    static let photos = [DocumentKind.beforePhoto, .afterPhoto].map { Document(kind: $0, name: $0.chinese) }
    static let third = Cast.person(90, "验收丙", .panelMember)

    private func submitted() throws -> Story {
        var story = Story(policy: .peoplesBusiness)
        story.people[Self.third.id] = Self.third
        return try story.then(Cast.secretary, .draft(Self.application)).then(Cast.secretary, .submit)
    }

    private func awarded() throws -> Story {
        try submitted().on(day("2026-03-05")).then(Cast.clerk, .admit).later(days: 1)
            .then(Cast.officer, .verify(Papers.visit)).on(day("2026-03-09"))
            .then(Cast.director, .award(Award(amount: yuan(80_000))))
    }

    @Test func fromDraftToClosedOut() throws {
        #expect(try submitted().project?.clock.dueOn == nil)
        var story = try awarded()
        // Admitted on 5 March; 5 April is a holiday, as is the 6th.
        #expect(story.project?.clock.dueOn == day("2026-04-07"))
        #expect(story.project?.clock.submittedOn == day("2026-03-02"))
        #expect(story.project?.notice?.endsOn == day("2026-03-12"))
        story = try story.on(day("2026-03-13")).then(Cast.clerk, .concludeNotice(NoticeProof(proof: "公示栏")))
            .then(Cast.secretary, .recordStart(Papers.start)).paid(yuan(24_000)).later(days: 9)
        let few = Command.requestInspection(InspectionRequest(documents: [Papers.afterPhoto]))
        #expect(story.refusal(Cast.secretary, few)?.code == .incomplete)
        story = try story.then(Cast.secretary, .requestInspection(InspectionRequest(documents: Self.photos)))
        let panel = [Cast.panelist, Cast.secondPanelist, Self.third]
        let two = Command.accept(Papers.acceptance(by: Array(panel.prefix(2))))
        #expect(story.refusal(Cast.panelist, two) == .panelTooSmall(2, least: 3))
        story = try story.then(Cast.panelist, .accept(Papers.acceptance(by: panel)))
        let closed = try story.paid(yuan(56_000)).settled(yuan(80_000)).closedOut()
        #expect(
            closed.states == [
                .draft, .submitted, .inReview, .inApproval, .onNotice, .inExecution, .inAcceptance, .completed,
                .closedOut,
            ])
        #expect(closed.project?.clock.dueOn == day("2026-04-07"))
    }

    @Test func withoutMinutesItIsNotSubmitted() throws {
        var application = Self.application
        application.documents = []
        let story = try Story(policy: .peoplesBusiness).then(Cast.secretary, .draft(application))
        guard case .incomplete(let items) = story.refusal(Cast.secretary, .submit) else {
            Issue.record("not refused")
            return
        }
        #expect(items.map(\.field) == ["documents.minutes"])
    }

    /// A return before the admission costs nothing of a month that has not begun; one after it moves the day.
    @Test func theMonthBeginsOnce() throws {
        let back = Command.return(Return(sections: ["budget"], reason: "报价单"))
        let early = try submitted().then(Cast.clerk, back).later(days: 20).then(Cast.secretary, .submit)
        #expect(early.project?.clock.dueOn == nil)
        let admitted = try early.then(Cast.clerk, .admit)
        #expect(admitted.project?.clock.dueOn == day("2026-04-22"))
        let again = try admitted.later(days: 1).then(Cast.officer, back).later(days: 6).then(Cast.secretary, .submit)
        #expect(again.project?.clock.dueOn == day("2026-04-28"))
        #expect(try again.later(days: 3).then(Cast.clerk, .admit).project?.clock.dueOn == day("2026-04-28"))
    }

    @Test func theAdvanceIsThirtyPercent() throws {
        let story = try awarded().on(day("2026-03-13")).then(Cast.clerk, .concludeNotice(NoticeProof(proof: "公示栏")))
        #expect(story.refusal(Cast.finance, .disburse(Papers.payment(yuan(24_000)))) == nil)
        #expect(
            story.refusal(Cast.finance, .disburse(Papers.payment(yuan(24_001))))
                == .advanceExceedsLimit(yuan(24_001), limit: yuan(24_000)))
    }
}
