public import Workflow

/// The due day of a project submitted on a day, with its reasons in words.
public struct DueExplanation: Hashable, Codable, Sendable {
    /// One step of the count.
    public struct Reason: Hashable, Codable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
    }

    public let submittedOn: CivilDate
    public let dueOn: CivilDate
    /// Some day that was looked at lies in a year whose holidays are not announced.
    public let provisional: Bool
    /// The last day before rolling over days off.
    public let nominal: CivilDate
    /// Working days after the day of submission up to and including the due day.
    public let workingDays: Int
    public let reasons: [Reason]

    public init(submittedOn day: CivilDate, calendar: WorkingCalendar) {
        let due = Policy.secretaryActsNow.month.due(from: day, calendar: calendar)
        submittedOn = due.start
        dueOn = due.due
        provisional = due.isProvisional
        nominal = due.nominal
        workingDays = due.workingDays
        reasons =
            [Self.startNotCounted(day), Self.nominal(due), Self.rolled(due, calendar)]
            + Self.provisional(due, calendar)
    }

    private static func startNotCounted(_ day: CivilDate) -> Reason {
        Reason(
            code: "startNotCounted", chinese: "申报当日\(day)不计入。",
            english: "The day of submission, \(day), is not counted.")
    }

    private static func nominal(_ due: DueDay) -> Reason {
        if due.isMonthEnd {
            return Reason(
                code: "monthEnd", chinese: "次月没有\(due.start.parts.day)日，以月末\(due.nominal)为满一个月。",
                english:
                    "The next month has no day \(due.start.parts.day): its last day, \(due.nominal), ends the month.")
        }
        return Reason(
            code: "sameDay", chinese: "次月同日\(due.nominal)满一个月。",
            english: "The month ends on the same-numbered day of the next month, \(due.nominal).")
    }

    private static func rolled(_ due: DueDay, _ calendar: WorkingCalendar) -> Reason {
        guard due.due != due.nominal else {
            let name = calendar.name(of: due.due)
            let makeUp = due.due.weekday > 5
            return Reason(
                code: makeUp ? "makeUpWorkday" : "workday",
                chinese: makeUp
                    ? "\(due.due)是\(due.due.weekdayChinese)，但因\(name ?? "")调休上班，不顺延；到当日24时止。"
                    : "\(due.due)（\(due.due.weekdayChinese)）是工作日，不顺延；到当日24时止。",
                english: makeUp
                    ? "\(due.due) is a \(due.due.weekdayEnglish) worked in exchange for \(name ?? "a holiday"): "
                        + "it stands, until 24:00."
                    : "\(due.due) (\(due.due.weekdayEnglish)) is a working day: it stands, until 24:00.")
        }
        let off = (0..<due.due.days(since: due.nominal)).map { due.nominal.adding(days: $0) }
        let chinese = off.map { "\($0)\(calendar.name(of: $0) ?? $0.weekdayChinese)" }.joined(separator: "、")
        let english = off.map { "\($0) \(calendar.name(of: $0) ?? $0.weekdayEnglish)" }.joined(separator: ", ")
        return Reason(
            code: "rolled", chinese: "遇休息日顺延（\(chinese)），到下一个工作日\(due.due)（\(due.due.weekdayChinese)）24时止。",
            english:
                "Days off (\(english)) move it to the next working day, \(due.due) (\(due.due.weekdayEnglish)), "
                + "until 24:00."
        )
    }

    private static func provisional(_ due: DueDay, _ calendar: WorkingCalendar) -> [Reason] {
        guard due.isProvisional else { return [] }
        let years = Set([due.start, due.nominal, due.due].filter(calendar.isProvisional).map(\.year)).sorted()
        let list = years.map { "\($0)" }.joined(separator: "、")
        return [
            Reason(
                code: "provisional", chinese: "暂定：\(list)年放假安排尚未列入日历，按周末推算，公布后重算。",
                english: "Provisional: the calendar has no table for \(list) yet; weekends only, to be recomputed.")
        ]
    }

    /// Every day off and make-up workday between submission and due day, for `--explain`.
    public static func exceptions(_ explanation: Self, calendar: WorkingCalendar) -> [(day: CivilDate, name: String)] {
        let length = explanation.dueOn.days(since: explanation.submittedOn)
        guard length > 0 else { return [] }
        return (1...length).compactMap { offset in
            let day = explanation.submittedOn.adding(days: offset)
            return calendar.name(of: day).map { (day, calendar.isWorking(day) ? "\($0)调休上班" : "\($0)放假") }
        }
    }
}

extension CivilDate {
    var weekdayChinese: String { "周" + ["一", "二", "三", "四", "五", "六", "日"][weekday - 1] }

    var weekdayEnglish: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
    }
}
