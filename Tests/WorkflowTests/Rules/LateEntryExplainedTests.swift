import Testing
import Workflow

struct LateEntryExplainedTests {
    private func refusal(late days: Int, reason: String? = nil) throws -> Refusal? {
        try Story.submitted().refusal(Cast.clerk, .admit, late: days, reason: reason)
    }

    @Test(arguments: [0, 1]) func theNextMorningNeedsNoReason(_ days: Int) throws {
        #expect(try refusal(late: days) == nil)
        var story = try Story.submitted()
        try story.take(Cast.clerk, .admit, late: days)
        #expect(story.project?.recordedLate == false)
    }

    @Test func twoDaysLaterItDoes() throws {
        let day = try Story.submitted().day
        #expect(try refusal(late: 2) == .lateEntryUnexplained(day))
        #expect(try refusal(late: 2, reason: "　 ") == .lateEntryUnexplained(day))
        #expect(try refusal(late: 2, reason: "台风停电") == nil)
    }

    @Test func itIsMarked() throws {
        var story = try Story.submitted()
        try story.take(Cast.clerk, .admit, late: 2, reason: "台风停电")
        #expect(story.project?.recordedLate == true)
        #expect(story.entries.last?.isRecordedLate == true)
    }
}
