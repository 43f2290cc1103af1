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

    @Flag(help: "Also list the holidays and make-up workdays in between.")
    var explain = false

    func run() throws {
        let calendar = WorkingCalendar(try Shipped.calendar())
        let answers = try days.map { text in
            guard let day = CivilDate(text) else {
                throw Failure(
                    .usage, "没有“\(text)”这一天，请写成2026-01-31的样子。", "There is no day \(text); write it like 2026-01-31.")
            }
            return DueExplanation(submittedOn: day, calendar: calendar)
        }
        if json {
            if answers.count == 1 { try JSONOutput.print(answers[0]) } else { try JSONOutput.print(answers) }
            return
        }
        for answer in answers { show(answer, calendar) }
    }

    private func show(_ answer: DueExplanation, _ calendar: WorkingCalendar) {
        let mark = answer.provisional ? "  暂定 provisional" : ""
        print("\(answer.submittedOn) → \(answer.dueOn)  \(answer.workingDays)个工作日 working days\(mark)")
        for reason in answer.reasons { print("  \(reason.chinese)\n    \(reason.english)") }
        guard explain else { return }
        for exception in DueExplanation.exceptions(answer, calendar: calendar) {
            print("  · \(exception.day) \(exception.name)")
        }
    }
}
