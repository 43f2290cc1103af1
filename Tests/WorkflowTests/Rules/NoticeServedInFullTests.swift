import Testing
import Workflow

/// Five working days of notice.
struct NoticeServedInFullTests {
    private let conclude = Command.concludeNotice(NoticeProof(proof: "公示栏照片"))

    @Test func theLastDayBelongsToTheNotice() throws {
        let story = try Story.onNotice()
        let endsOn = try #require(story.project?.notice?.endsOn)
        #expect(story.day == day("2026-03-05"))
        #expect(endsOn == day("2026-03-12"))
        #expect(story.on(endsOn).refusal(Cast.clerk, conclude) == .noticeRunning(until: endsOn))
        #expect(story.on(endsOn.adding(days: 1)).refusal(Cast.clerk, conclude) == nil)
    }

    /// Five working days from 23 September 2026 end only after the national holiday.
    @Test func holidaysDoNotCount() throws {
        var story = try Story.inApproval().on(day("2026-09-23"))
        try story.take(Cast.director, .award(Award(amount: yuan(100_000))))
        #expect(story.project?.notice?.endsOn == day("2026-10-08"))
    }

    @Test func itIsNotConcludedWithoutProof() throws {
        let story = try Story.onNotice().later(days: 30)
        #expect(story.refusal(Cast.clerk, .concludeNotice(NoticeProof(proof: "")))?.code == .incomplete)
    }
}
