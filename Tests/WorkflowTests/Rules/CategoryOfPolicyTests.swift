import Testing
import Workflow

struct CategoryOfPolicyTests {
    private func refusal(_ category: String) throws -> Refusal? {
        var application = Papers.application
        application.category = category
        return try Story.drafted(application).refusal(Cast.secretary, .submit)
    }

    @Test(arguments: Policy.secretaryActsNow.categories)
    func eachOfTheSixIsKnown(_ category: String) throws {
        #expect(try refusal(category) == nil)
    }

    @Test(arguments: ["道路", "人居环境 ", "人居"])
    func anythingElseIsNot(_ category: String) throws {
        #expect(try refusal(category) == .categoryUnknown(category))
    }
}
