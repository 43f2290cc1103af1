import Testing
import Workflow

struct ReasonGivenTests {
    private func missing(_ refusal: Refusal?) -> [String] {
        guard case .incomplete(let items) = refusal else { return [] }
        return items.map(\.field)
    }

    @Test func allMissingWordsAreNamedAtOnce() throws {
        let story = try Story.inExecution()
        let empty = Consultation(question: "", participants: ["　"], meetBy: story.day)
        #expect(missing(story.refusal(Cast.clerk, .consult(empty))) == ["question", "participants"])
        let payment = Payment(amount: yuan(1), payee: "", voucher: "\t")
        #expect(missing(story.refusal(Cast.finance, .disburse(payment))) == ["payee", "voucher", "accountName"])
        #expect(
            missing(story.refusal(Cast.clerk, .dispatch(Dispatch(department: "", task: "", by: story.day)))).count == 2)
    }

    /// A decision without an owner is nobody's decision.
    @Test func aConsultationsDecisionHasAnOwner() throws {
        let story = try Story.ready(for: .decideConsultation, in: .inExecution)
        let nobodys = ConsultationDecision(consultation: 1, decision: " ", owner: "　", doneBy: story.day)
        #expect(missing(story.refusal(Cast.clerk, .decideConsultation(nobodys))) == ["decision", "owner"])
        let silent = Adjournment(consultation: 1, meetBy: story.day, reason: "")
        #expect(missing(story.refusal(Cast.clerk, .adjournConsultation(silent))) == ["reason"])
    }

    @Test func aDispatchSaysWhoSignedAndWhatWasDone() throws {
        let sent = try Story.ready(for: .signDispatch, in: .inExecution)
        let unsigned = DispatchSigned(dispatch: 1, signedBy: " ")
        #expect(missing(sent.refusal(Cast.clerk, .signDispatch(unsigned))) == ["signedBy"])
        let signed = try Story.ready(for: .answerDispatch, in: .inExecution)
        let empty = DispatchAnswer(dispatch: 1, feedback: "")
        #expect(missing(signed.refusal(Cast.clerk, .answerDispatch(empty))) == ["feedback"])
    }

    @Test func aReturnNamesSectionsAndReason() throws {
        let story = try Story.inReview()
        #expect(
            missing(story.refusal(Cast.officer, .return(Return(sections: [" "], reason: "")))) == [
                "sections", "reason",
            ])
        #expect(missing(story.refusal(Cast.officer, .return(Return(sections: ["budget"], reason: "缺报价单")))).isEmpty)
    }

    /// Everything that ends or undoes something says why.
    @Test func endsHaveReasons() throws {
        let silent = Reasoned(reason: "\n")
        #expect(try missing(Story.submitted().refusal(Cast.clerk, .decline(silent))) == ["reason"])
        #expect(try missing(Story.submitted().refusal(Cast.secretary, .withdraw(silent))) == ["reason"])
        #expect(try missing(Story.at(.closedOut).refusal(Cast.director, .reopen(silent))) == ["reason"])
        #expect(
            try missing(Story.inExecution().refusal(Cast.director, .terminate(Termination(reason: "")))) == ["reason"])
    }

    @Test func aDraftHasATitle() throws {
        var application = Papers.application
        application.title = "　"
        #expect(missing(Story().refusal(Cast.secretary, .draft(application))) == ["title"])
        #expect(try missing(Story.drafted().refusal(Cast.secretary, .edit(application))) == ["title"])
    }
}
