import Testing
import Workflow

struct InKindValuedTests {
    private func missing(_ source: Source) throws -> [String] {
        var application = Papers.application
        application.sources[0] = source
        guard case .incomplete(let items) = try Story.drafted(application).refusal(Cast.secretary, .submit) else {
            return []
        }
        return items.map(\.field)
    }

    @Test(arguments: [SourceKind.inKind, .labour]) func goodsAndLabourAreReckoned(_ kind: SourceKind) throws {
        #expect(
            try missing(Source(kind: kind, promised: yuan(13_000)))
                == ["sources/0/quantity", "sources/0/valuation"])
        #expect(
            try missing(Source(kind: kind, promised: yuan(13_000), quantity: "30 工日", valuation: " "))
                == ["sources/0/valuation"])
        #expect(
            try missing(Source(kind: kind, promised: yuan(13_000), quantity: "30 工日", valuation: "每工日120元")).isEmpty)
    }

    @Test(arguments: SourceKind.allCases.filter(\.isCash)) func moneyNeedsNone(_ kind: SourceKind) throws {
        #expect(try missing(Source(kind: kind, promised: yuan(13_000))).isEmpty)
    }
}
