import Testing
import Workflow

struct ApplicationCompleteTests {
    private func missing(_ application: Application, _ policy: Policy = .secretaryActsNow) throws -> [String] {
        let refusal = try Story.drafted(application, policy: policy).refusal(Cast.secretary, .submit)
        guard case .incomplete(let items) = refusal else { return [] }
        return items.map(\.field)
    }

    @Test func aWholeOneIsSubmitted() throws {
        #expect(try missing(Papers.application).isEmpty)
    }

    @Test func everythingMissingIsSaidAtOnce() throws {
        let empty = Application(
            title: "路灯", category: "", need: "　", channel: "", place: "\n", requested: yuan(1))
        #expect(try missing(empty) == ["category", "need", "place", "quantities", "budget"])
    }

    @Test func withoutMoneyNoBudgetIsNeeded() throws {
        var application = Papers.application
        application.requested = .zero
        application.budget = []
        #expect(try missing(application).isEmpty)
    }

    @Test func thePolicysDocumentsAreAskedFor() throws {
        let policy = Policy.with { $0.documents.submission = [.minutes, .quotation] }
        var application = Papers.application
        application.documents = [Document(kind: .minutes, name: "会议记录")]
        #expect(try missing(application, policy) == ["documents.quotation"])
        application.documents.append(Document(kind: .quotation, name: "报价单"))
        #expect(try missing(application, policy).isEmpty)
    }
}
