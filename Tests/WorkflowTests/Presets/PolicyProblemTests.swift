import Testing
import Workflow

/// What is wrong with a policy is said before it is accepted, all at once, each with what would mend it.
struct PolicyProblemTests {
    private func fields(_ change: (inout Policy) -> Void) -> [String] { Policy.with(change).problems.map(\.field) }

    @Test(arguments: Policy.presets) func aPresetIsAccepted(_ policy: Policy) {
        #expect(policy.problems.isEmpty)
        // What nobody has published is named, so that the town looks at it.
        #expect(!policy.toCheck.isEmpty)
    }

    @Test func names() {
        #expect(fields { $0.programme = "　" } == ["programme"])
        #expect(fields { $0.version = 0 } == ["version"])
        #expect(fields { $0.categories = [] } == ["categories"])
        #expect(fields { $0.categories.append(" ") } == ["categories"])
        #expect(fields { $0.categories.append($0.categories[0]) } == ["categories"])
    }

    @Test func theLadderReachesTheCap() {
        #expect(fields { $0.cap = Money(fen: -1) } == ["cap"])
        #expect(fields { $0.cap = Money(fen: Money.limit.fen + 1) } == ["cap", "ladder"])
        #expect(fields { $0.cap = yuan(500_001) } == ["ladder"])
        #expect(fields { $0.ladder = [] } == ["ladder"])
        #expect(fields { $0.ladder.removeLast() } == ["ladder"])
        #expect(fields { $0.ladder.reverse() } == ["ladder", "ladder"])
        #expect(fields { $0.ladder[0].upTo = yuan(500_000) } == ["ladder"])
        #expect(fields { $0.cap = yuan(500_000) }.isEmpty)
    }

    /// Fifteen working days is the least a month has held; offices and notice take twelve, the works one.
    @Test func theNoticeFitsTheMonth() {
        #expect(fields { $0.noticeWorkingDays = 7 }.isEmpty)
        #expect(fields { $0.noticeWorkingDays = 8 } == ["noticeWorkingDays"])
        #expect(fields { $0.limits.review = 5 } == ["noticeWorkingDays"])
        #expect(fields { $0.month = .workingDays(12) } == ["noticeWorkingDays"])
        #expect(fields { $0.month = .workingDays(13) }.isEmpty)
        #expect(fields { $0.month = .days(25, rolls: true) } == ["noticeWorkingDays"])
        #expect(fields { $0.month = .days(26, rolls: true) }.isEmpty)
        #expect(
            fields {
                $0.month = .promised
                $0.noticeWorkingDays = 30
            }.isEmpty)
    }

    /// The least days of a month that the check reckons with are really the least: submitted on 14 February 2026,
    /// fifteen without rolling.
    @Test func noMonthIsShorter() {
        let days = (0..<3_250).map { day("2018-01-01").adding(days: $0) }
        func least(rolls: Bool) -> Int? {
            let rule = MonthRule.civilMonth(rolls: rolls)
            return days.map { rule.due(from: $0, calendar: NationalCalendar.calendar).workingDays }.min()
        }
        #expect(least(rolls: false) == 15)
        #expect(least(rolls: true) == 16)
    }

    @Test(arguments: [-1, 367, Int.min, Int.max]) func daysAreBounded(_ days: Int) {
        #expect(fields { $0.limits.application = days } == ["limits"])
        #expect(fields { $0.limits.mending = days } == ["limits"])
        #expect(fields { $0.noticeWorkingDays = days } == ["limits"])
        #expect(fields { $0.pauseCapDays = days } == ["pauseCapDays"])
        #expect(fields { $0.suspensionBackdatingDays = days } == ["suspensionBackdatingDays"])
        #expect(fields { $0.emergencyPapersDays = days } == ["emergencyPapersDays"])
        #expect(fields { $0.extensionCapDays = days } == ["extensionCapDays"])
        #expect(fields { $0.month = .days(days, rolls: true) }.contains("month"))
        #expect(fields { $0.month = .workingDays(days) }.contains("month"))
    }

    @Test(arguments: [-1, 1_001]) func sharesArePermille(_ share: Int) {
        #expect(fields { $0.satisfactionPermille = share } == ["satisfactionPermille"])
        #expect(fields { $0.advancePermille = share } == ["advancePermille"])
    }

    /// A larger award is not decided by fewer, and every step of the ladder can be reached.
    @Test func everyStepOfTheLadderMeansSomething() {
        #expect(
            fields {
                $0.ladder[0].leaderEndorses = true; $0.ladder[1].leaderEndorses = false
            } == ["ladder"])
        #expect(fields { $0.cap = yuan(300_000) } == ["ladder"])
        #expect(fields { $0.ladder[0].upTo = yuan(-1) } == ["ladder"])
    }

    @Test func aNoticeOfNoDaysIsNone() {
        #expect(fields { $0.noticeWorkingDays = 0 } == ["noticeWorkingDays"])
        #expect(fields { $0.noticeWorkingDays = nil }.isEmpty)
    }

    @Test(arguments: [-1, 367, Int.max]) func lightsAndAmendmentsAreBounded(_ number: Int) {
        #expect(fields { $0.lights.dueSoon = number } == ["lights"])
        #expect(fields { $0.lights.stageOver = number } == ["lights"])
        #expect(fields { $0.lights.blockerOpen = number } == ["lights"])
        #expect(fields { $0.amendmentPermille = number == 367 ? 1_001 : number } == ["amendmentPermille"])
    }

    /// Green has to be reachable: yellow does not begin before the shortest month does.
    @Test func theLightCanBeGreen() {
        #expect(fields { $0.lights.dueSoon = 14 }.isEmpty)
        #expect(fields { $0.lights.dueSoon = 15 } == ["lights"])
    }

    @Test func labelsSaySomethingShort() {
        #expect(fields { $0.labels = ["办结": "　"] } == ["labels"])
        #expect(fields { $0.labels = ["办结": "一二三四五六七八九"] } == ["labels"])
        #expect(fields { $0.labels = ["办结": "销账"] }.isEmpty)
    }

    /// What a step asks for can be given with it.
    @Test func aChartSaysWhatItIsFor() {
        func chart(_ change: @escaping (inout ChartSettings) -> Void) -> [String] {
            fields { policy in
                var chart = ChartSettings.usual
                change(&chart)
                policy.chart = chart
            }
        }
        #expect(chart { _ in }.isEmpty)
        for column in ChartColumn.required {
            #expect(chart { $0.columns.removeAll { $0 == column } } == ["chart.columns"])
        }
        for column in ChartColumn.allCases where !ChartColumn.required.contains(column) {
            #expect(chart { $0.columns.removeAll { $0 == column } }.isEmpty, "\(column)")
        }
        #expect(chart { $0.columns.append(.light) } == ["chart.columns"])
        #expect(chart { $0.columns = Array($0.columns.dropFirst()) + [.area] } == ["chart.columns"])
        #expect(chart { $0.columns = [.title, .unit, .light, .axis] }.isEmpty)
        for field in LedgerField.required { #expect(chart { $0.ledger.removeAll { $0 == field } } == ["chart.ledger"]) }
        #expect(chart { $0.ledger.append(.works) } == ["chart.ledger"])
        #expect(chart { $0.ledger = LedgerField.required }.isEmpty)
    }

    @Test func whatIsAskedForCanBeGiven() {
        #expect(fields { $0.documents[.award] = Requirement(documents: [.minutes], fields: [.conditions]) }.isEmpty)
        #expect(fields { $0.documents[.award] = Requirement(fields: [.invoice]) } == ["documents"])
        #expect(fields { $0.documents[.draft] = Requirement(documents: [.minutes]) } == ["documents"])
        #expect(fields { $0.documents[.recomputeDue] = Requirement(documents: [.minutes]) } == ["documents"])
        #expect(fields { $0.documents[.award] = Requirement(documents: [.minutes, .minutes]) } == ["documents"])
    }

    @Test func thePanelCanMeet() {
        #expect(fields { $0.panelMinimum = 1 } == ["panelMinimum"])
        #expect(fields { $0.panelMinimum = 51 } == ["panelMinimum"])
        #expect(fields { $0.panelMinimum = 50 }.isEmpty)
    }

    /// An unreachable state, a gap in the ladder, a notice that can never fit: three mistakes, three explanations.
    @Test func threeMistakesAreThreeExplanations() {
        let policy = Policy.with {
            $0.satisfactionPermille = 1_500
            $0.ladder.removeLast()
            $0.noticeWorkingDays = 20
        }
        #expect(policy.problems.count == 3)
        #expect(policy.problems.map(\.field) == ["ladder", "noticeWorkingDays", "satisfactionPermille"])
        #expect(Set(policy.problems.map(\.chinese)).count == 3)
        for problem in policy.problems {
            #expect(problem.chinese.hasSuffix("。"))
            #expect(problem.english.hasSuffix("."))
        }
        #expect(policy.problems[0].chinese.contains("300,000.00"))
        #expect(policy.problems[1].chinese.contains("28"))
    }
}
