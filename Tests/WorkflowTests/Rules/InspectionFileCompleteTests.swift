import Testing
import Workflow

struct InspectionFileCompleteTests {
    private func missing(_ kinds: [DocumentKind], _ required: [DocumentKind]) throws -> [String] {
        let story = try Story.started(policy: .with { $0.documents.inspection = required })
        let request = InspectionRequest(documents: kinds.map { Document(kind: $0, name: "文件") })
        guard case .incomplete(let items) = story.refusal(Cast.secretary, .requestInspection(request)) else {
            return []
        }
        return items.map(\.field)
    }

    @Test func withAllDocumentsItIsAskedFor() throws {
        #expect(try missing([.afterPhoto], [.afterPhoto]).isEmpty)
        #expect(try missing([], []).isEmpty)
    }

    @Test func allThatIsMissingIsNamedAtOnce() throws {
        #expect(
            try missing([.duringPhoto], [.beforePhoto, .duringPhoto, .afterPhoto, .invoice])
                == ["documents.beforePhoto", "documents.afterPhoto", "documents.invoice"])
    }
}
