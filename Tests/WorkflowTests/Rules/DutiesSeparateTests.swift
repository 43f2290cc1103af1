import Testing
import Workflow

struct DutiesSeparateTests {
    @Test func theApplicantCannotVerify() throws {
        let story = try Story.inReview()
        let both = Cast.giving(Cast.secretary, [.secretary, .guidanceOfficer])
        #expect(story.refusal(both, .verify(Papers.visit)) == .dutiesNotSeparate(.verify, .apply))
        #expect(story.refusal(Cast.officer, .verify(Papers.visit)) == nil)
    }

    /// 代录: whoever wrote it for the village is an author too.
    @Test func theClerkWhoDraftedForTheVillageCannotCloseOut() throws {
        var story = try Story().then(Cast.clerk, .draft(Papers.application))
        #expect(story.project?.onBehalf == true)
        story = try story.then(Cast.secretary, .submit)
        #expect(story.project?.duties.authors == [Cast.clerk.id, Cast.secretary.id])
        let verifying = Cast.giving(Cast.clerk, [.guidanceOfficer])
        story = try story.then(Cast.person(30, "经办乙", .clerk), .admit)
        #expect(story.refusal(verifying, .verify(Papers.visit)) == .dutiesNotSeparate(.verify, .apply))
    }

    /// An edit by the director after a return would otherwise let the director award their own words.
    @Test func whoeverEditedCannotAward() throws {
        let both = Cast.giving(Cast.director, [.clerk, .director])
        let story = try Story.at(.returned).then(both, .edit(Papers.application)).then(Cast.secretary, .submit)
            .then(Cast.clerk, .admit).then(Cast.officer, .verify(Papers.visit))
        #expect(story.refusal(both, .award(Award(amount: yuan(1)))) == .dutiesNotSeparate(.award, .apply))
    }

    /// A leader's yes was given to the old text; it does not outlive a return.
    @Test func anEndorsementDoesNotSurviveAReturn() throws {
        let story = try Story.inApproval(Papers.application(asking: yuan(400_000)))
            .then(Cast.leader, .endorse(Endorsement(amount: yuan(400_000))))
            .then(Cast.director, .return(Return(sections: ["budget"], reason: "重报")))
        #expect(story.project?.endorsed == nil)
        #expect(story.project?.duties.endorser == nil)
        #expect(story.project?.duties.verifier == nil)
    }

    @Test func whoEndorsedCannotAward() throws {
        let both = Cast.giving(Cast.leader, [.leader, .director])
        let story = try Story.inApproval().then(both, .endorse(Endorsement(amount: yuan(100_000))))
        #expect(story.refusal(both, .award(Award(amount: yuan(1)))) == .dutiesNotSeparate(.award, .endorse))
    }

    @Test func whoAwardedCannotPay() throws {
        let both = Cast.giving(Cast.director, [.finance])
        #expect(
            try Story.inExecution().refusal(both, .disburse(Papers.payment(yuan(1))))
                == .dutiesNotSeparate(.pay, .award))
    }

    /// Every duty beside every one before it, told to one and the same person in turn.
    @Test(arguments: DutyPairs.all) func twoDutiesAreTwoPersons(_ pair: DutyPairs.Pair) throws {
        let story = try DutyPairs.story(before: pair.second, with: pair.first)
        let (both, other) = (DutyPairs.both, DutyPairs.other(pair.second))
        #expect(
            story.refusal(both, DutyPairs.command(pair.second, in: story, by: both))
                == .dutiesNotSeparate(pair.second, pair.first))
        #expect(story.refusal(other, DutyPairs.command(pair.second, in: story, by: other)) == nil)
    }

    /// A town too small for that records a dated exception; the use of it stays in the log.
    @Test(arguments: DutyPairs.all) func anExceptionIsSeenInTheLog(_ pair: DutyPairs.Pair) throws {
        var story = try DutyPairs.story(before: pair.second, with: pair.first)
        let leave = DutyException(
            one: pair.first, other: pair.second, from: story.day, to: story.day, reason: "全镇仅一名会计")
        story.exceptions = [leave]
        let command = DutyPairs.command(pair.second, in: story, by: DutyPairs.both)
        #expect(story.later(days: 1).refusal(DutyPairs.both, command)?.code == .dutiesNotSeparate)
        let before = story.entries.count
        try story.take(DutyPairs.both, command)
        #expect(story.entries.dropFirst(before).map(\.event.kind).first == .dutyExceptionUsed)
        #expect(story.entries.count == before + 2)
        #expect(story.entries[before].event == .dutyExceptionUsed(leave))
        #expect(story.project?.duties.exceptionUsed == true)
    }

    @Test func anExceptionForAnotherPairOrAnotherDayIsNone() throws {
        let pair = DutyPairs.Pair(first: .accept, second: .pay)
        let story = try DutyPairs.story(before: .pay, with: .accept)
        let command = DutyPairs.command(pair.second, in: story, by: DutyPairs.both)
        func refusal(_ one: Duty, _ other: Duty, from: Int, to: Int) -> Refusal? {
            var asked = story
            asked.exceptions = [
                DutyException(
                    one: one, other: other, from: story.day.adding(days: from), to: story.day.adding(days: to),
                    reason: "镇小")
            ]
            return asked.refusal(DutyPairs.both, command)
        }
        let refused = Refusal.dutiesNotSeparate(.pay, .accept)
        #expect(refusal(.pay, .award, from: -9, to: 9) == refused)
        #expect(refusal(.pay, .accept, from: -9, to: -1) == refused)
        #expect(refusal(.pay, .accept, from: 1, to: 9) == refused)
        #expect(refusal(.pay, .accept, from: 0, to: 0) == nil)
        #expect(refusal(.accept, .pay, from: -9, to: 9) == nil)
    }

    /// Who needs leave for two duties leaves two lines in the log.
    @Test func everyExceptionUsedIsLogged() throws {
        var story = try Story.inAcceptance()
        let all = Cast.giving(Cast.panelist, Role.allCases)
        story = try story.then(
            all, .accept(Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])))
        let span = (story.day, story.day.adding(days: 30))
        func leave(_ one: Duty, _ other: Duty) -> DutyException {
            DutyException(one: one, other: other, from: span.0, to: span.1, reason: "镇小")
        }
        story.exceptions = [leave(.pay, .accept), leave(.close, .accept), leave(.close, .pay)]
        story = try story.then(all, .settle(Settlement(actual: .zero))).then(
            all, .closeOut(CloseOut(publication: "公开栏")))
        let used = story.entries.compactMap { entry -> DutyException? in
            if case .dutyExceptionUsed(let exception) = entry.event { return exception }
            return nil
        }
        #expect(used == [leave(.pay, .accept), leave(.close, .accept), leave(.close, .pay)])
    }

    /// Where no money was paid, settling at nothing is the duty of paying.
    @Test func whoSettledAtNothingCannotClose() throws {
        let both = Cast.giving(Cast.finance, [.finance, .clerk])
        let story = try Story.completed(Papers.application(asking: .zero)).then(
            both, .settle(Settlement(actual: .zero)))
        #expect(
            story.refusal(both, .closeOut(CloseOut(publication: "公开栏"))) == .dutiesNotSeparate(.close, .pay))
    }
}
