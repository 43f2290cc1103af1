import Workflow

/// A policy as a clerk reads it, setting by setting.
struct PolicyWords {
    struct Fact {
        let label: String
        let value: String
        /// Nobody has published this rule: the town checks it against its own.
        let check: Bool
    }

    let sections: [(title: String, facts: [Fact])]

    init(_ policy: Policy, _ words: Words) {
        func fact(_ field: String, _ name: String, _ value: String) -> Fact {
            Fact(label: name, value: value, check: policy.toCheck.contains(field))
        }
        func count(_ text: String, _ number: Int) -> String { words(text, ["count": "\(number)"]) }
        let (limits, lights) = (policy.limits, policy.lights)
        let application = [
            fact("categories", words("policy.categories"), words.list(policy.categories)),
            fact("documents", words("policy.submission"), Self.documents(policy.documents.submission, words)),
            fact("cap", words("sum.cap"), policy.cap > .zero ? words.money(policy.cap) : words("policy.noMoney")),
        ]
        let time = [
            fact("month", words("date.due"), Self.month(policy.month, words)),
            fact("clockStart", words("policy.clockStart"), Self.start(policy.clockStart, words)),
            fact(
                "returnStopsClock", words("policy.returned"),
                words(policy.returnStopsClock ? "policy.clockStops" : "policy.clockRuns")),
            fact(
                "limits", words("policy.limits"),
                words(
                    "policy.limitList",
                    [
                        "application": "\(limits.application)", "review": "\(limits.review)",
                        "approval": "\(limits.approval)", "acceptance": "\(limits.acceptance)",
                        "mending": "\(limits.mending)",
                    ])),
            fact("pauseCapDays", words("policy.pauseCap"), words.days(policy.pauseCapDays)),
            fact("suspensionBackdatingDays", words("policy.backdating"), words.days(policy.suspensionBackdatingDays)),
            fact("extensionCapDays", words("policy.extensionCap"), words.days(policy.extensionCapDays)),
            fact("emergencyPapersDays", words("policy.emergency"), count("policy.papers", policy.emergencyPapersDays)),
        ]
        let approval = [
            fact("ladder", words("policy.ladder"), Self.ladder(policy.ladder, words)),
            fact(
                "noticeWorkingDays", words("policy.notice"),
                policy.noticeWorkingDays.map { count("policy.workingDays", $0) } ?? words("policy.noNotice")),
            fact(
                "amendmentPermille", words("policy.amendment"),
                words("policy.amendmentOver", ["percent": Self.percent(policy.amendmentPermille)])),
        ]
        let acceptance = [
            fact("documents", words("policy.inspection"), Self.documents(policy.documents.inspection, words)),
            fact(
                "documents", words("policy.otherSteps"),
                policy.documents.otherSteps(words) ?? words("policy.noDocuments")),
            fact("panelMinimum", words("policy.panel"), count("policy.panelOf", policy.panelMinimum)),
            fact(
                "satisfactionPermille", words("policy.satisfaction"),
                words("policy.atLeast", ["percent": Self.percent(policy.satisfactionPermille)])),
            fact(
                "advancePermille", words("policy.advance"),
                words("policy.atMost", ["percent": Self.percent(policy.advancePermille)])),
        ]
        let lit = [
            fact("lights", words("policy.yellow"), count("policy.yellowWhen", lights.dueSoon)),
            fact(
                "lights", words("policy.red"),
                words("policy.redWhen", ["stage": "\(lights.stageOver)", "blocker": "\(lights.blockerOpen)"])),
        ]
        sections = [
            (words("policy.application"), application), (words("project.dates"), time),
            (words("policy.approval"), approval), (words("policy.acceptance"), acceptance),
            (words("policy.lights"), lit),
            (words("policy.chart"), Self.chart(policy.chart ?? .usual, words).map { fact("chart", $0, $1) }),
        ]
    }

    private static func documents(_ kinds: [DocumentKind], _ words: Words) -> String {
        kinds.isEmpty ? words("policy.noDocuments") : words.list(kinds.map { words($0) })
    }

    static func month(_ rule: MonthRule, _ words: Words) -> String {
        let (text, count, rolls) =
            switch rule {
            case .civilMonth(let rolls): ("policy.civilMonth", 0, rolls)
            case .days(let count, let rolls): ("policy.days", count, rolls)
            case .workingDays(let count): ("policy.workingDays", count, false)
            case .promised: ("policy.promised", 0, false)
            }
        return words(text, ["count": "\(count)"]) + (rolls ? words("policy.rolls") : "")
    }

    private static func chart(_ chart: ChartSettings, _ words: Words) -> [(String, String)] {
        [
            (words("policy.columns"), words.list(chart.columns.map { words.pick($0.chinese, $0.rawValue) })),
            (words("policy.order"), order(chart.order, words)),
        ]
    }

    private static func order(_ order: RowOrder, _ words: Words) -> String {
        switch order {
        case .unit: words("policy.byUnit")
        case .dueOn: words("policy.byDueDay")
        case .light: words("policy.byLight")
        }
    }

    static func start(_ start: ClockStart, _ words: Words) -> String {
        switch start {
        case .submission: words("policy.fromSubmission")
        case .admission: words("policy.fromAdmission")
        }
    }

    /// 30万元以下由主任批复；30万元至50万元分管领导同意后由主任批复。
    private static func ladder(_ steps: [LadderStep], _ words: Words) -> String {
        var from: Money?
        return steps.filter { $0.upTo > .zero }.map { step in
            defer { from = step.upTo }
            let sums = ["from": from.map { words.money($0) } ?? "", "to": words.money(step.upTo)]
            let range = words(from == nil ? "policy.below" : "policy.between", sums)
            return words(step.leaderEndorses ? "policy.leaderThenDirector" : "policy.byDirector", ["range": range])
        }.joined(separator: words.pick("；", "; ")).nilIfEmpty ?? words("policy.byDirector", ["range": ""])
    }

    /// 525 permille as people say it: 52.5%.
    private static func percent(_ permille: Int) -> String {
        permille % 10 == 0 ? "\(permille / 10)%" : "\(permille / 10).\(permille % 10)%"
    }
}
