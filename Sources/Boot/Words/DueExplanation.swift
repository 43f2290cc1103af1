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
    /// Where each stage has to lie for the promise to be kept.
    public let plan: BackwardPlan

    /// - Parameters:
    ///   - day: the day the promise begins to run: of submission, or of admission where the policy says so.
    ///   - promised: the village's own day, for a policy that counts by it.
    public init(
        submittedOn day: CivilDate, promised: CivilDate? = nil, policy: Policy = .secretaryActsNow,
        calendar: WorkingCalendar
    ) {
        let due = policy.month.due(from: day, promised: promised, calendar: calendar)
        submittedOn = due.start
        dueOn = due.due
        provisional = due.isProvisional
        nominal = due.nominal
        workingDays = due.workingDays
        plan = BackwardPlan(due, policy, calendar)
        reasons =
            Self.start(day, policy) + [Self.nominal(due, policy.month), Self.last(due, policy.month, calendar)]
            + Self.provisional(due, calendar)
    }

    private static func start(_ day: CivilDate, _ policy: Policy) -> [Reason] {
        if case .promised = policy.month { return [] }
        return switch policy.clockStart {
        case .submission:
            [
                Reason(
                    code: "startNotCounted", chinese: "申报当日\(day)不计入。",
                    english: "The day of submission, \(day), is not counted.")
            ]
        case .admission:
            [
                Reason(
                    code: "startNotCounted", chinese: "自受理之日起算，受理当日\(day)不计入。",
                    english: "It counts from admission; that day, \(day), is not counted.")
            ]
        }
    }

    private static func nominal(_ due: DueDay, _ rule: MonthRule) -> Reason {
        switch rule {
        case .civilMonth: month(due)
        case .days(let count, _):
            Reason(
                code: "days", chinese: "第\(count)日是\(due.nominal)。", english: "Day \(count) is \(due.nominal).")
        case .workingDays(let count):
            Reason(
                code: "workingDays", chinese: "第\(count)个工作日是\(due.nominal)。",
                english: "Working day \(count) is \(due.nominal).")
        case .promised:
            Reason(
                code: "promised", chinese: "村里承诺\(due.nominal)办结。",
                english: "The village promised to complete it by \(due.nominal).")
        }
    }

    private static func month(_ due: DueDay) -> Reason {
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

    /// Why the last day stands or moves.
    private static func last(_ due: DueDay, _ rule: MonthRule, _ calendar: WorkingCalendar) -> Reason {
        switch rule {
        case .civilMonth(rolls: true), .days(_, rolls: true), .workingDays: rolled(due, calendar)
        case .civilMonth(rolls: false), .days(_, rolls: false), .promised:
            Reason(
                code: "notRolled", chinese: "本办法不因休息日顺延；到\(due.due)（\(due.due.weekdayChinese)）24时止。",
                english: "This policy does not roll over days off: it ends on \(due.due) "
                    + "(\(due.due.weekdayEnglish)) at 24:00.")
        }
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
