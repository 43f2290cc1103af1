import Testing
import Workflow

/// 书记立办 from draft to closed out, the long way: endorsement, objection, advance, rectification.
struct SecretaryActsNowTests {
    private static let amount = yuan(400_000)

    private func executed() throws -> Story {
        var story = Story(policy: .secretaryActsNow)
        story = try story.then(Cast.secretary, .draft(Papers.application(asking: Self.amount)))
            .then(Cast.secretary, .submit).later(days: 1).then(Cast.clerk, .admit).later(days: 1)
            .then(Cast.officer, .verify(Papers.visit)).later(days: 1)
        #expect(
            story.refusal(Cast.director, .award(Award(amount: Self.amount)))
                == .endorsementMissing(above: yuan(300_000)))
        story = try story.then(Cast.leader, .endorse(Endorsement(amount: Self.amount)))
            .then(Cast.director, .award(Award(amount: Self.amount, conditions: "先自筹")))
            .then(Cast.clerk, .object(Objection(words: "位置不当"))).later(days: 1)
        let ruling = ObjectionRuling(objection: 1, upheld: false, reason: "现场核实无误")
        story = try story.then(Cast.director, .resolveObjection(ruling))
        // Awarded on Thursday, 5 March: five working days end on the 12th.
        #expect(story.project?.notice?.endsOn == day("2026-03-12"))
        return try story.on(day("2026-03-13")).then(Cast.clerk, .concludeNotice(NoticeProof(proof: "公示栏照片")))
    }

    private func completed() throws -> Story {
        try executed().then(Cast.secretary, .recordStart(Papers.start))
            .then(Cast.secretary, .reportProgress(ProgressReport(milestone: .halfBuilt)))
            .paid(yuan(240_000), invoice: "044001").on(day("2026-03-25")).inspected()
            .then(Cast.panelist, .demandRectification(Papers.rectification)).later(days: 1).inspected().accepted()
    }

    @Test func fromDraftToClosedOut() throws {
        let story = try completed()
        #expect(story.day == day("2026-03-29"))
        #expect(story.project?.summary.turn == .finance)
        let settled = try story.later(days: 9).paid(yuan(150_000)).then(
            Cast.finance, .settle(Settlement(actual: yuan(390_000))))
        #expect(settled.project?.summary.turn == .clerk)
        let project = try settled.closedOut().told()
        #expect(project.state == .closedOut)
        #expect(project.summary.turn == nil)
        #expect(project.clock.dueOn == day("2026-04-02"))
        #expect(project.money.awarded == Self.amount)
        #expect(project.money.outstanding == yuan(390_000))
        #expect(project.money.encumbered == .zero)
        // The surplus went back: the fund has lost exactly what was paid.
        #expect(settled.free == yuan(4_000_000 - 390_000))
    }

    @Test func theRoadIsTheOneOfTheDesign() throws {
        let story = try completed().paid(yuan(160_000)).settled(Self.amount).closedOut()
        #expect(
            story.states == [
                .draft, .submitted, .inReview, .inApproval, .onNotice, .inExecution, .inAcceptance, .inRectification,
                .inAcceptance, .completed, .closedOut,
            ])
        #expect(story.entries.map(\.sequence) == Array(1...story.entries.count))
    }

    /// Six duties, seven persons with the leader.
    @Test func everyDutyHasItsPerson() throws {
        let duties = try completed().paid(yuan(160_000)).settled(Self.amount).closedOut().told().duties
        let people = [
            duties.applicant, duties.verifier, duties.endorser, duties.awarder, duties.acceptor, duties.payer,
            duties.closer,
        ]
        #expect(Set(people.compactMap { $0 }).count == 7)
        #expect(!duties.exceptionUsed)
    }

    /// 先抢修后补手续: the burst pipe is mended first; the award ratifies it and no notice is served.
    @Test func emergencyWorks() throws {
        var application = Papers.application
        application.title = "供水管抢修"
        application.emergencyOn = day("2026-02-27")
        let story = try Story.onNotice(application).then(Cast.secretary, .recordStart(Papers.start)).inspected()
            .accepted().paid(yuan(100_000)).settled(yuan(100_000)).closedOut()
        #expect(
            story.states == [
                .draft, .submitted, .inReview, .inApproval, .inExecution, .inAcceptance, .completed, .closedOut,
            ])
        #expect(story.project?.notice == nil)
        // Emergency or not: nobody approves their own.
        let both = Cast.giving(Cast.secretary, [.director])
        #expect(
            try Story.inApproval(application).refusal(both, .award(Award(amount: yuan(1))))
                == .dutiesNotSeparate(.award, .apply))
    }

    /// No money is asked for: no fund, no budget, no contractor; everything else is the same.
    @Test func withoutMoney() throws {
        var story = try Story.drafted(Papers.application(asking: .zero))
        story.free = nil
        story = try story.then(Cast.secretary, .submit).then(Cast.clerk, .admit)
            .then(Cast.officer, .verify(Papers.visit)).then(Cast.director, .award(Award(amount: .zero))).later(days: 30)
            .then(Cast.clerk, .concludeNotice(NoticeProof(proof: "公示栏")))
        let nothing = Command.recordStart(Start(contractor: "", contractAmount: .zero, basis: " "))
        #expect(story.refusal(Cast.secretary, nothing)?.code == .incomplete)
        let plan = Start(contractor: "", contractAmount: .zero, basis: "志愿者排班表")
        story = try story.then(Cast.secretary, .recordStart(plan)).inspected().accepted()
        #expect(
            story.refusal(Cast.finance, .disburse(Papers.payment(yuan(1))))
                == .spendingExceedsAward(yuan(1), left: .zero))
        let closed = try story.settled(.zero).closedOut()
        #expect(closed.project?.state == .closedOut)
        #expect(closed.entries.allSatisfy { $0.event.movements(before: closed.project).isEmpty })
    }

    /// A service: performances instead of works, paid once it was rendered.
    @Test func aService() throws {
        var application = Papers.application(asking: yuan(24_000))
        application.title = "暑期课堂"
        application.category = "乡风文明建设"
        application.quantities = [Quantity(what: "课堂", count: 24, unit: "场")]
        let provider = Start(contractor: "社工站", contractAmount: yuan(24_000), basis: "服务协议 7")
        let story = try Story.inExecution(application).then(Cast.secretary, .recordStart(provider)).inspected()
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        acceptance.quantities = [Quantity(what: "课堂", count: 22, unit: "场")]
        let closed = try story.then(Cast.panelist, .accept(acceptance)).paid(yuan(22_000))
            .settled(yuan(22_000)).closedOut()
        #expect(closed.project?.state == .closedOut)
        #expect(closed.project?.money.settled == yuan(22_000))
    }
}
