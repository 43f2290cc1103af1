import Testing
import Workflow

struct ObjectionsResolvedTests {
    private func objected(_ count: Int) throws -> Story {
        try (0..<count).reduce(Story.onNotice()) { story, _ in
            try story.then(Cast.clerk, .object(Objection(words: "位置不当")))
        }
    }

    private func ruling(_ number: Int, upheld: Bool = false) -> Command {
        .resolveObjection(ObjectionRuling(objection: number, upheld: upheld, reason: "理由"))
    }

    private let conclude = Command.concludeNotice(NoticeProof(proof: "公示栏照片"))

    @Test func anOpenObjectionHoldsTheNotice() throws {
        let story = try objected(2).later(days: 30).then(Cast.director, ruling(1))
        #expect(story.refusal(Cast.clerk, conclude) == .objectionOpen(2))
        #expect(try story.then(Cast.director, ruling(2)).refusal(Cast.clerk, conclude) == nil)
    }

    @Test func eachIsRuledOnOnce() throws {
        let story = try objected(1).then(Cast.director, ruling(1))
        #expect(story.refusal(Cast.director, ruling(1)) == .itemUnknown(field: "objection", number: 1))
    }

    @Test(arguments: [0, 2, Int.min, Int.max])
    func otherNumbersAreRefusedNotTrapped(_ number: Int) throws {
        #expect(
            try objected(1).refusal(Cast.director, ruling(number)) == .itemUnknown(field: "objection", number: number))
    }

    @Test func anUpheldOneUndoesTheAward() throws {
        let before = try objected(1)
        let story = try before.then(Cast.director, ruling(1, upheld: true))
        #expect(story.project?.state == .inApproval)
        #expect(story.project?.money.awarded == .zero)
        #expect(story.project?.notice == nil)
        #expect(before.free.map { $0 + yuan(100_000) } == story.free)
        #expect(story.refusal(Cast.director, .award(Award(amount: yuan(50_000)))) == nil)
    }
}
