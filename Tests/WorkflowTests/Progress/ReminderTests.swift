import Testing
import Workflow

/// Who is told what on which day. The stories begin on Monday, 2 March 2026; the promise ends on Thursday, 2 April.
struct ReminderTests {
    private func reminders(_ story: Story, _ on: String) throws -> [Reminder] {
        try story.told().reminders(on: day(on), story.policy, story.calendar)
    }

    private func reminder(_ kind: Reminder.Kind, _ basis: String, _ role: Role) -> Reminder {
        Reminder(kind: kind, basis: day(basis), role: role)
    }

    @Test func aStageOverItsLimit() throws {
        #expect(try reminders(.submitted(), "2026-03-03").isEmpty)
        #expect(try reminders(.submitted(), "2026-03-04") == [reminder(.stageOverLimit, "2026-03-02", .clerk)])
        #expect(try reminders(.inReview(), "2026-03-06") == [reminder(.stageOverLimit, "2026-03-03", .guidanceOfficer)])
        #expect(try reminders(.inApproval(), "2026-03-09") == [reminder(.stageOverLimit, "2026-03-04", .director)])
        #expect(try reminders(.inAcceptance(), "2026-03-18") == [reminder(.stageOverLimit, "2026-03-14", .panelMember)])
        #expect(try reminders(.at(.returned), "2026-03-09") == [reminder(.stageOverLimit, "2026-03-03", .secretary)])
    }

    /// Three working days before the due day, on it, and after it; the basis stays, so that each goes out once.
    @Test func theDueDay() throws {
        let story = try Story.inExecution()
        #expect(try reminders(story, "2026-03-27").isEmpty)
        for on in ["2026-03-30", "2026-04-01", "2026-04-02"] {
            #expect(try reminders(story, on) == [reminder(.dueSoon, "2026-04-02", .secretary)], "\(on)")
        }
        for on in ["2026-04-03", "2026-05-30"] {
            #expect(try reminders(story, on) == [reminder(.overdue, "2026-04-02", .secretary)], "\(on)")
        }
    }

    @Test func theNoticeHasEnded() throws {
        #expect(try reminders(.onNotice(), "2026-03-12").isEmpty)
        #expect(try reminders(.onNotice(), "2026-03-13") == [reminder(.noticeEnded, "2026-03-12", .clerk)])
        // The same fact is not told twice as a stage over its limit.
        #expect(try reminders(.onNotice(), "2026-03-20") == [reminder(.noticeEnded, "2026-03-12", .clerk)])
    }

    /// Suspended on 13 March for thirty days at most. While its days count, the due day comes no nearer.
    @Test func aPauseRunsOut() throws {
        let story = try Story.at(.suspended)
        #expect(try reminders(story, "2026-04-08").isEmpty)
        #expect(try reminders(story, "2026-04-09") == [reminder(.pauseEnding, "2026-04-12", .director)])
        #expect(try reminders(story, "2026-04-30").contains(reminder(.dueSoon, "2026-05-06", .director)))
    }

    /// A reminder is sent once for its kind and day: a stopped clock must not make a new one of it every morning.
    @Test func aStoppedClockDoesNotRemindDaily() throws {
        let late = try Story.inExecution().on(day("2026-04-01"))
            .then(Cast.director, .suspend(Suspension(reason: "台风", evidence: "预警")))
        let returned = try Story.inApproval().on(day("2026-04-01"))
            .then(Cast.director, .return(Return(sections: ["budget"], reason: "重报")))
        for days in 0..<25 {
            let on = day("2026-04-01").adding(days: days)
            for story in [late, returned] {
                let kinds = try story.told().reminders(on: on, story.policy, story.calendar).map(\.kind)
                #expect(!kinds.contains(.dueSoon) && !kinds.contains(.overdue), "\(on)")
            }
        }
    }

    @Test func meetingsAndAnswers() throws {
        let called = try Story.ready(for: .decideConsultation, in: .inExecution)
        let meetBy = try #require(called.project?.consultations.first?.meetBy)
        #expect(try reminders(called, meetBy.adding(days: -1).description).isEmpty)
        #expect(
            try reminders(called, meetBy.description)
                == [Reminder(kind: .consultationDue, basis: meetBy, role: .guidanceOfficer)])
        // Put off once, it is the leader who is told.
        let adjourned = try called.then(Cast.clerk, Samples.command(.adjournConsultation, in: called, by: Cast.clerk))
        let again = try #require(adjourned.project?.consultations.first?.meetBy)
        #expect(
            try reminders(adjourned, again.description)
                == [Reminder(kind: .consultationDue, basis: again, role: .leader)])
        let sent = try Story.ready(for: .answerDispatch, in: .inExecution)
        let by = try #require(sent.project?.dispatches.first?.by)
        #expect(try reminders(sent, by.description) == [Reminder(kind: .dispatchDue, basis: by, role: .clerk)])
        let answered = try sent.then(Cast.clerk, Samples.command(.answerDispatch, in: sent, by: Cast.clerk))
        #expect(try reminders(answered, by.description).isEmpty)
    }

    /// Whoever completed a second before is not reminded, whatever was open.
    @Test(arguments: [State.draft, .completed, .closedOut, .declined, .withdrawn, .terminated])
    func nothingOnceItIsOver(_ state: State) throws {
        var story = try Story.at(state)
        if state == .completed {
            story = try story.then(Cast.clerk, Samples.command(.dispatch, in: story, by: Cast.clerk))
                .then(Cast.clerk, Samples.command(.consult, in: story, by: Cast.clerk))
        }
        for days in stride(from: 0, to: 400, by: 7) {
            let on = story.day.adding(days: days)
            #expect(try story.told().reminders(on: on, story.policy, story.calendar).isEmpty)
        }
    }
}
