import Testing
import Workflow

/// Accepted projects are paid within 30 days.
struct PaymentClockTests {
    @Test func itRunsFromAcceptanceToTheLastPayment() throws {
        let story = try Story.at(.completed)
        let accepted = try #require(story.project?.clock.completedOn)
        func clock(_ story: Story, _ days: Int) -> PaymentClock? {
            story.project?.paymentClock(on: accepted.adding(days: days), story.policy)
        }
        #expect(clock(story, 0)?.dueOn == accepted.adding(days: 30))
        #expect(clock(story, 30)?.isLate == false && clock(story, 31)?.isLate == true)
        let paid = try story.settled(yuan(20_000)).later(days: 20).paid(yuan(10_000))
        #expect(clock(paid, 400)?.paidOn == accepted.adding(days: 20))
        #expect(clock(paid, 400)?.daysLeft == 10)
        let late = try story.settled(yuan(20_000)).later(days: 40).paid(yuan(10_000))
        #expect(clock(late, 400)?.daysLeft == -10)
    }

    @Test func aRetentionIsNoDebtYet() throws {
        let story = try Story.retained()
        #expect(story.project?.paymentClock(on: story.day.adding(days: 90), story.policy)?.isLate == false)
        #expect(try Story.inExecution().told().paymentClock(on: story.day, story.policy) == nil)
        let zero = try Story.completed(Papers.application(asking: .zero))
        #expect(zero.project?.paymentClock(on: story.day, story.policy) == nil)
    }
}
