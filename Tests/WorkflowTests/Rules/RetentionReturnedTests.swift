import Testing
import Workflow

/// 300 yuan kept back for 365 days.
struct RetentionReturnedTests {
    private func back(_ amount: Int64, _ reason: String? = nil) -> Command {
        .returnRetention(RetentionReturn(payment: Papers.payment(yuan(amount)), deductionReason: reason))
    }

    @Test func fromItsDayOnAndOnce() throws {
        let story = try Story.retained()
        let until = story.day.adding(days: 365)
        #expect(story.later(days: 364).refusal(Cast.finance, back(300)) == .retentionNotDue(until: until))
        let returned = try story.on(until).then(Cast.finance, back(300))
        #expect(returned.project?.money.encumbered == .zero)
        #expect(returned.project?.money.disbursed == yuan(10_300))
        #expect(returned.refusal(Cast.finance, back(300)) == .retentionMissing)
    }

    @Test func lessOnlyWithAReasonAndTheRestGoesBackToTheFund() throws {
        let due = try Story.retained().later(days: 365)
        #expect(due.refusal(Cast.finance, back(200))?.field == "deductionReason")
        let returned = try due.then(Cast.finance, back(200, "代修灯杆"))
        #expect(returned.free == due.free.map { $0 + yuan(100) })
        #expect(returned.project?.money.encumbered == .zero)
        #expect(due.refusal(Cast.finance, back(301)) == .spendingExceedsAward(yuan(301), left: yuan(300)))
    }
}
