import Testing
import Workflow

/// Need, promise, payment: three clocks kept apart.
struct ThreeClocksTests {
    private func clocks(_ story: Story, _ on: String) throws -> [Int?] {
        let found = try story.told().clocks(on: day(on))
        return [found.need, found.promise, found.payment]
    }

    private let raised: Application = {
        var application = Papers.application
        application.raisedOn = day("2026-01-01")
        return application
    }()

    @Test func beforeTheSubmissionOnlyTheNeedAges() throws {
        #expect(try clocks(.drafted(raised), "2026-03-10") == [68, nil, nil])
        #expect(try clocks(.drafted(), "2026-03-10") == [nil, nil, nil])
    }

    @Test func whileItRunsTheNeedAndThePromiseAge() throws {
        #expect(try clocks(.submitted(raised), "2026-03-10") == [68, 8, nil])
        #expect(try clocks(.submitted(), "2026-03-10") == [nil, 8, nil])
    }

    /// Completed on 15 March: need and promise stand still, payment runs until everything is paid.
    @Test func completionStartsThePaymentClock() throws {
        let story = try Story.completed(raised)
        #expect(story.project?.clock.completedOn == day("2026-03-15"))
        #expect(try clocks(story, "2026-03-15") == [73, 13, 0])
        #expect(try clocks(story, "2026-04-15") == [73, 13, 31])
        let part = try story.on(day("2026-03-20")).paid(yuan(40_000)).settled(yuan(90_000))
        #expect(try clocks(part, "2026-04-15") == [73, 13, 31])
        let full = try part.on(day("2026-03-30")).paid(yuan(50_000))
        #expect(try clocks(full, "2026-12-31") == [73, 13, 15])
    }

    /// Money an audit takes back later does not start the payment clock again.
    @Test func paidStaysPaid() throws {
        let story = try Story.completed(raised).paid(yuan(100_000)).settled(yuan(100_000)).on(day("2026-06-01"))
            .then(Cast.finance, .recover(Recovery(amount: yuan(500), reason: "审计追回")))
        #expect(try clocks(story, "2026-12-31") == [73, 13, 0])
    }

    /// Mending does not stop the age that residents see.
    @Test func calendarAgeGoesOnThroughAReturn() throws {
        let story = try Story.at(.returned).later(days: 10).then(Cast.secretary, .submit)
        #expect(try clocks(story, "2026-03-20") == [nil, 18, nil])
    }
}
