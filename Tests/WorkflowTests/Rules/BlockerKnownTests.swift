import Testing
import Workflow

struct BlockerKnownTests {
    private func cleared(_ number: Int) -> Command { .clearBlocker(BlockerCleared(blocker: number, words: "已迁")) }

    private func blocked() throws -> Story {
        try Story.inExecution().then(Cast.officer, .raiseBlocker(Blocker(words: "管线未迁", mustAct: "供电所")))
    }

    @Test func anOpenOneIsClearedOnce() throws {
        let story = try blocked().later(days: 2).then(Cast.clerk, cleared(1))
        #expect(story.project?.openBlocker == nil)
        #expect(story.project?.blockers.first?.clearedOn == story.day)
        #expect(story.refusal(Cast.clerk, cleared(1)) == .itemUnknown(field: "blocker", number: 1))
    }

    @Test(arguments: [0, 2, -1, Int.min, Int.max])
    func otherNumbersAreRefusedNotTrapped(_ number: Int) throws {
        #expect(try blocked().refusal(Cast.clerk, cleared(number)) == .itemUnknown(field: "blocker", number: number))
    }

    @Test func theOldestOpenOneShows() throws {
        let story = try blocked().then(Cast.officer, .raiseBlocker(Blocker(words: "缺电杆", mustAct: "供应商")))
        #expect(story.project?.openBlocker?.words == "管线未迁")
        #expect(try story.then(Cast.clerk, cleared(1)).project?.openBlocker?.words == "缺电杆")
    }

    @Test func notClearedBeforeItWasRaised() throws {
        let story = try Story.inExecution().later(days: 3)
            .then(Cast.officer, .raiseBlocker(Blocker(words: "管线未迁", mustAct: "供电所")))
        let raised = story.day
        #expect(
            story.later(days: -1).refusal(Cast.clerk, cleared(1), late: 1)
                == .dayOutOfOrder(raised.adding(days: -1), notBefore: raised))
    }
}
