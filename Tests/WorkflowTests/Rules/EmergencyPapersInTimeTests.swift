import Testing
import Workflow

/// 先抢修后补手续: ten days for the papers under 书记立办, five under 民事民办.
struct EmergencyPapersInTimeTests {
    private func begun(_ date: String) -> Application {
        var application = Papers.application
        application.emergencyOn = day(date)
        return application
    }

    private func refusal(_ date: String) throws -> Refusal? {
        try Story.drafted(begun(date)).refusal(Cast.secretary, .submit)
    }

    /// Submitted on 2 March.
    @Test func theTenthDayIsInTime() throws {
        #expect(try refusal("2026-02-20") == nil)
        #expect(try refusal("2026-03-02") == nil)
        #expect(try refusal("2026-02-19") == .emergencyPapersLate(limit: 10))
    }

    @Test func worksDoNotBeginInTheFuture() throws {
        #expect(try refusal("2026-03-03") == .effectiveInFuture(day("2026-03-03")))
    }

    @Test func theAwardRatifiesItWithoutNotice() throws {
        let story = try Story.onNotice(begun("2026-02-25"))
        #expect(story.project?.state == .inExecution)
        #expect(story.project?.notice == nil)
        #expect(try Story.onNotice().project?.state == .onNotice)
    }

    /// Mending is no way round the notice: works named later are counted to the first submission all the same.
    @Test func aReturnOpensNoDoor() throws {
        let returned = try Story.at(.returned).later(days: 20)
        let old = try returned.then(Cast.secretary, .edit(begun("2026-02-01")))
        #expect(old.refusal(Cast.secretary, .submit) == .emergencyPapersLate(limit: 10))
    }

    /// What was in time once stays in time, however long the mending takes.
    @Test func mendingDoesNotMakeItLate() throws {
        let returned = try Story.submitted(begun("2026-02-25"))
            .then(Cast.clerk, .return(Return(sections: ["budget"], reason: "报价单")))
        #expect(returned.later(days: 40).refusal(Cast.secretary, .submit) == nil)
    }
}
