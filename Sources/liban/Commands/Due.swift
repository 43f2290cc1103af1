import ArgumentParser
import Boot
import Workflow

struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The due day (办结期限) of a project submitted on a day, and why.",
        discussion: """
            Counts one month as the Civil Code does: the day of submission is not counted, the month ends on the \
            same-numbered day of the next month (or its last day), and a last day off moves to the next working day. \
            Needs no database: holidays and make-up workdays (调休) come from the table in the program; a year without \
            a table is marked provisional (暂定).
            """)

    @Argument(help: "Days of submission (申报日期), such as 2026-01-31.")
    var days: [String]

    @Flag(help: "Print JSON: an object for one day, an array for several.")
    var json = false

    @Flag(help: "Also list the holidays and make-up workdays in between, and the backward plan (倒排工期).")
    var explain = false

    @Option(
        help: "Count by another shipped programme: 书记立办, 开门一件事, 民事民办. Its days begin at admission where it says so.")
    var policy = Policy.secretaryActsNow.programme

    @Option(help: "The day the village itself promised, for a programme that counts by it (开门一件事).")
    var promised: String?

    func run() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        let (policy, promised) = try rules()
        let answers = try days.map { text in
            let day = try CivilDate(argument: text, "申报日期")
            if let promised, promised < day {
                throw Failure(
                    .usage, "承诺日期\(promised)早于\(day)。", "The promised day \(promised) lies before \(day).")
            }
            return DueExplanation(submittedOn: day, promised: promised, policy: policy, calendar: calendar)
        }
        if json {
            if answers.count == 1 { try JSONOutput.print(answers[0]) } else { try JSONOutput.print(answers) }
            return
        }
        for answer in answers { show(answer, calendar) }
    }

    /// The programme asked for, and the village's own day where that programme needs one.
    private func rules() throws -> (Policy, CivilDate?) {
        guard let found = Policy.presets.first(where: { $0.programme == policy }) else {
            let names = Policy.presets.map(\.programme).joined(separator: "、")
            throw Failure(.usage, "没有“\(policy)”，可用\(names)。", "No programme \(policy); use \(names).")
        }
        let day = try promised.map { try CivilDate(argument: $0, "--promised") }
        switch (found.month, day) {
        case (.promised, nil):
            throw Failure(
                .usage, "“\(policy)”按村里承诺的日期办结，请用--promised写明。",
                "\(policy) counts by the village's own day; give it with --promised.")
        case (.promised, _), (_, nil): return (found, day)
        case (_, _):
            throw Failure(
                .usage, "“\(policy)”不按承诺日期计算，请去掉--promised。", "\(policy) counts by itself; drop --promised.")
        }
    }

    private func show(_ answer: DueExplanation, _ calendar: WorkingCalendar) {
        let mark = answer.provisional ? "  暂定 provisional" : ""
        print("\(answer.submittedOn) → \(answer.dueOn)  \(answer.workingDays)个工作日 working days\(mark)")
        for reason in answer.reasons { print("  \(reason.chinese)\n    \(reason.english)") }
        guard explain else { return }
        for exception in DueExplanation.exceptions(answer, calendar: calendar) {
            print("  · \(exception.day) \(exception.name)")
        }
        for line in answer.plan.lines { print("  \(line)") }
    }
}
