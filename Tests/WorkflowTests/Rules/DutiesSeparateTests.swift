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
}
