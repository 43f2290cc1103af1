import Testing
import Workflow

/// (state, day) → light and reason. The stories begin on Monday, 2 March 2026; the promise ends on Thursday, 2 April.
struct LightTests {
    private func standing(_ story: Story, _ on: String) throws -> Standing {
        try story.told().summary.standing(on: day(on), story.policy, story.calendar)
    }

    private func check(_ story: Story, _ table: [(String, Light, String)]) throws {
        for (date, light, reason) in table {
            let standing = try standing(story, date)
            #expect(standing.light == light, "\(date)")
            #expect(standing.lightReason == reason, "\(date)")
        }
    }

    /// Limit one working day: on it, one over, two over, three over; a weekend adds nothing.
    @Test func submitted() throws {
        try check(
            .submitted(),
            [
                ("2026-03-02", .green, ""), ("2026-03-03", .green, ""), ("2026-03-04", .yellow, "申报超1天"),
                ("2026-03-05", .yellow, "申报超2天"), ("2026-03-06", .red, "申报超3天"), ("2026-03-08", .red, "申报超3天"),
                ("2026-03-09", .red, "申报超4天"),
            ])
    }

    @Test func inReview() throws {
        try check(
            .inReview(),
            [
                ("2026-03-05", .green, ""), ("2026-03-06", .yellow, "审核超1天"), ("2026-03-09", .yellow, "审核超2天"),
                ("2026-03-10", .red, "审核超3天"),
            ])
    }

    @Test func inApproval() throws {
        try check(
            .inApproval(),
            [
                ("2026-03-06", .green, ""), ("2026-03-09", .yellow, "审批超1天"), ("2026-03-10", .yellow, "审批超2天"),
                ("2026-03-11", .red, "审批超3天"),
            ])
    }

    /// The notice runs to 12 March by itself; the clerk has one working day to conclude it.
    @Test func onNotice() throws {
        try check(
            .onNotice(),
            [
                ("2026-03-12", .green, ""), ("2026-03-13", .green, ""), ("2026-03-16", .yellow, "审批超1天"),
                ("2026-03-17", .yellow, "审批超2天"), ("2026-03-18", .red, "审批超3天"),
            ])
    }

    /// Execution has no limit but the due day: three working days before it, the day itself, the day after.
    @Test func inExecution() throws {
        try check(
            .inExecution(),
            [
                ("2026-03-27", .green, ""), ("2026-03-29", .green, ""), ("2026-03-30", .yellow, "3天后到期"),
                ("2026-04-01", .yellow, "1天后到期"), ("2026-04-02", .yellow, "今天到期"), ("2026-04-03", .red, "超期1天"),
                ("2026-05-02", .red, "超期30天"),
            ])
    }

    @Test func inAcceptance() throws {
        try check(
            .inAcceptance(),
            [
                ("2026-03-17", .green, ""), ("2026-03-18", .yellow, "验收超1天"), ("2026-03-19", .yellow, "验收超2天"),
                ("2026-03-20", .red, "验收超3天"),
            ])
    }

    /// Three working days to mend; meanwhile the clock stands still and the due day moves along.
    @Test func returned() throws {
        let story = try Story.at(.returned)
        try check(
            story,
            [
                ("2026-03-06", .green, ""), ("2026-03-09", .yellow, "补正超1天"), ("2026-03-10", .yellow, "补正超2天"),
                ("2026-03-11", .red, "补正超3天"),
            ])
        #expect(try standing(story, "2026-03-13").dueOn == day("2026-04-13"))
        let running = try Story.at(.returned, policy: .with { $0.returnStopsClock = false })
        #expect(try standing(running, "2026-03-13").dueOn == day("2026-04-02"))
        try check(running, [("2026-04-03", .red, "超期1天")])
    }

    /// The due day moves with the pause, thirty days at most.
    @Test func suspended() throws {
        let story = try Story.at(.suspended)
        try check(
            story,
            [
                ("2026-04-03", .green, ""), ("2026-04-20", .green, ""), ("2026-04-30", .yellow, "6天后到期"),
                ("2026-05-06", .yellow, "今天到期"), ("2026-05-07", .red, "超期1天"),
            ])
        #expect(try standing(story, "2026-05-07").dueOn == day("2026-05-06"))
    }

    /// What the chart says while it lasts is what resuming then decides.
    @Test(arguments: [0, 1, 10, 29, 30, 31, 60]) func aPauseShowsTheDueDayItWillGet(_ days: Int) throws {
        let story = try Story.at(.suspended).later(days: days)
        let shown = try story.told().summary.standing(on: story.day, story.policy, story.calendar).dueOn
        let resumed = try story.then(Cast.director, .resume(Remark(words: "天晴")))
        #expect(resumed.project?.clock.dueOn == shown)
    }

    @Test(arguments: [0, 1, 10, 40]) func aReturnShowsTheDueDayItWillGet(_ days: Int) throws {
        let story = try Story.at(.returned).later(days: days)
        let shown = try story.told().summary.standing(on: story.day, story.policy, story.calendar).dueOn
        #expect(try story.then(Cast.secretary, .submit).project?.clock.dueOn == shown)
    }

    /// Raised on Friday the 13th; the fifth working day is the 20th.
    @Test func blockers() throws {
        let story = try Story.inExecution().then(Cast.officer, .raiseBlocker(Blocker(words: "管线", mustAct: .clerk)))
        try check(
            story,
            [
                ("2026-03-13", .yellow, "有堵点"), ("2026-03-20", .yellow, "有堵点"), ("2026-03-22", .yellow, "有堵点"),
                ("2026-03-23", .red, "堵点6天未解"), ("2026-04-03", .red, "超期1天"),
            ])
        let cleared = try story.then(Cast.clerk, .clearBlocker(BlockerCleared(blocker: 1, words: "已迁")))
        try check(cleared, [("2026-03-23", .green, "")])
    }

    @Test func ends() throws {
        for state in [State.draft, .declined, .withdrawn, .terminated] {
            try check(.at(state), [("2027-01-01", .grey, state.chinese)])
        }
        for state in [State.completed, .closedOut] {
            try check(.at(state), [("2027-01-01", .blue, "")])
            #expect(try standing(.at(state), "2027-01-01").daysLeft == nil)
        }
    }

    @Test func completedLateStaysVisible() throws {
        let story = try Story.started().on(day("2026-04-06")).inspected().accepted()
        try check(story, [("2026-12-31", .blue, "超6天办结")])
    }

    @Test func daysLeftCountsCalendarDays() throws {
        #expect(try standing(.inExecution(), "2026-03-30").daysLeft == 3)
        #expect(try standing(.inExecution(), "2026-04-02").daysLeft == 0)
        #expect(try standing(.inExecution(), "2026-04-03").daysLeft == -1)
        #expect(try standing(.drafted(), "2026-04-03").daysLeft == nil)
        #expect(try standing(.at(.terminated), "2026-04-03").daysLeft == nil)
    }

    @Test(arguments: State.allCases) func reasonsFitTheColumn(_ state: State) throws {
        let summary = try Story.at(state).told().summary
        for days in 0..<1_500 {
            let standing = summary.standing(
                on: day("2026-03-02").adding(days: days), .secretaryActsNow, NationalCalendar.calendar)
            #expect(standing.lightReason.count <= 12)
            #expect((standing.nextAction.isEmpty) == state.isEnd)
        }
    }

    @Test func wordsAndShapesDiffer() {
        #expect(Set(Light.allCases.map(\.chinese)).count == 5)
        #expect(Set(Light.allCases.map(\.shape)).count == 5)
    }
}
