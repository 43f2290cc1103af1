import UseCases
import Workflow

/// Forecast, clocks, lateness and help of a project, in words.
enum StandingWords {
    /// One blocker, consultation or dispatch.
    struct Help {
        let name: String
        let words: String
        let state: String
        let meta: String
        let bad: Bool
        let ok: Bool
    }

    static func content(_ details: ProjectDetails, _ today: CivilDate, _ words: Words) -> [String: Any] {
        let project = details.project
        let (clocks, help) = (clocks(details, words) + payment(details, words), help(project, today, words))
        var content: [String: Any] = [
            "onBehalf": project.onBehalf, "exception": project.duties.exceptionUsed,
            "emergency": project.application.emergencyOn != nil, "willMiss": details.view.willMiss,
            "clocks": clocks, "hasClocks": !clocks.isEmpty, "help": help, "hasHelp": !help.isEmpty,
            "policy": words(
                "policy.version", ["programme": details.policy.programme, "version": "\(details.policy.version)"]),
            "policyLink": PolicyPage.address(details.policy.programme, details.policy.version),
        ]
        content["forecast"] = forecast(details.view, words)
        content["turn"] = words.list(details.turns.map { words($0) }).nilIfEmpty.map { words("row.turn", ["who": $0]) }
        return content
    }

    /// By when the rest is to be paid after acceptance, and whether it was.
    private static func payment(_ details: ProjectDetails, _ words: Words) -> [ProjectFacts.Fact] {
        guard let clock = details.paymentClock else { return [] }
        let due = words("clock.payBy", ["day": words.day(clock.dueOn), "days": "\(details.policy.money.paymentDays)"])
        let standing =
            clock.paidOn.map { paid in
                words(
                    clock.isLate ? "clock.paidLate" : "clock.paid",
                    ["day": words.day(paid), "days": words.days(abs(clock.daysLeft))])
            } ?? words.left(clock.daysLeft)
        return [.init(label: due, value: standing)]
    }

    private static func forecast(_ view: ProjectView, _ words: Words) -> String? {
        guard let day = view.forecastOn, let due = view.standing.dueOn else { return nil }
        let days = ["day": words.day(day), "due": words.day(due)]
        if day <= due { return words("forecast.inTime", days) }
        // Once it is over, that it will be late is no news; when it can be done at the earliest still is.
        return words((view.standing.daysLeft ?? 0) < 0 ? "forecast.earliest" : "forecast.tooLate", days)
    }

    private static func clocks(_ details: ProjectDetails, _ words: Words) -> [ProjectFacts.Fact] {
        var facts: [ProjectFacts.Fact] = []
        func add(_ label: String, _ days: Int?) {
            if let days { facts.append(.init(label: label, value: words.days(days))) }
        }
        let (clocks, late) = (details.clocks, details.lateness)
        add(words("clock.need"), clocks.need)
        add(words("clock.promise"), clocks.promise)
        add(words("clock.payment"), clocks.payment)
        if details.pausedDays > 0 { add(words("clock.paused"), details.pausedDays) }
        if late.total > 0 {
            let owners = [
                (words("late.office"), late.office), (words("late.officer"), late.officer),
                (words("late.village"), late.village), (words("late.panel"), late.panel),
            ]
            let shares = owners.filter { $0.1 > 0 }.map {
                words("late.share", ["who": $0.0, "days": words.days($0.1)])
            }
            facts.append(.init(label: words("late.total", ["days": words.days(late.total)]), value: words.list(shares)))
        }
        return facts
    }

    /// Open ones first, each kind in the order raised.
    private static func help(_ project: Project, _ today: CivilDate, _ words: Words) -> [Help] {
        let all =
            project.blockers.enumerated().map { blocker($1, $0 + 1, today, words) }
            + project.consultations.enumerated().map { consultation($1, $0 + 1, today, words) }
            + project.dispatches.enumerated().map { dispatch($1, $0 + 1, today, words) }
        return all.filter { !$0.ok } + all.filter(\.ok)
    }

    private static func blocker(
        _ record: BlockerRecord, _ number: Int, _ today: CivilDate, _ words: Words
    ) -> Help {
        let days = today.days(since: record.raisedOn)
        let since = words.shortDay(record.raisedOn)
        let meta =
            record.clearedOn.map { words("help.cleared", ["since": since, "day": words.shortDay($0)]) }
            ?? words("help.blocked", ["since": since, "days": words.days(days), "role": words(record.mustAct)])
        return Help(
            name: words("help.blocker", ["number": "\(number)", "kind": words(record.kind)]), words: record.words,
            state: words(record.clearedOn == nil ? "help.open" : "help.solved"), meta: meta,
            bad: record.clearedOn == nil, ok: record.clearedOn != nil)
    }

    private static func consultation(
        _ record: ConsultationRecord, _ number: Int, _ today: CivilDate, _ words: Words
    ) -> Help {
        let state = record.state(on: today)
        let called =
            record.decision.map {
                words(
                    "help.decided",
                    ["what": $0.decision, "owner": $0.owner, "day": words.shortDay($0.doneBy)])
            }
            ?? words(
                "help.called", ["day": words.shortDay(record.calledOn), "meetBy": words.shortDay(record.meetBy)])
        let adjourned = record.adjournments == 0 ? nil : words("help.adjourned", ["times": "\(record.adjournments)"])
        let who = words("help.participants", ["who": words.list(record.participants)])
        return Help(
            name: words("help.consultation", ["number": "\(number)"]), words: record.question, state: words(state),
            meta: [called, adjourned, who].compactMap { $0 }.joined(separator: " · "), bad: state == .overdue,
            ok: state == .done)
    }

    private static func dispatch(
        _ record: DispatchRecord, _ number: Int, _ today: CivilDate, _ words: Words
    ) -> Help {
        let state = record.state(on: today)
        let meta = [
            words("help.sent", ["day": words.shortDay(record.sentOn), "by": words.shortDay(record.by)]),
            record.signedBy.map { words("help.signed", ["who": $0]) } ?? words("help.unsigned"),
            record.feedback.map { words("help.answered", ["what": $0]) },
        ].compactMap { $0 }
        return Help(
            name: words("help.dispatch", ["number": "\(number)", "to": record.department]), words: record.task,
            state: words(state), meta: meta.joined(separator: " · "), bad: state == .overdue, ok: state == .done)
    }
}

extension Outlook {
    /// The warning of day 0: whether the month can hold the works if the application is handed in today.
    func text(_ words: Words) -> String {
        let day = words.day(due.due) + (due.isProvisional ? words("project.provisional") : "")
        return words(
            isTooShort ? "outlook.tooShort" : "outlook.fits", ["day": day, "days": "\(workingDaysForWorks)"])
    }
}
