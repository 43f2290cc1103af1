public import Workflow

/// The backward plan (倒排工期) of a promise in words a clerk can check: what each office may take, what is left for
/// the works, and a warning on the first day when nothing is.
public struct BackwardPlan: Hashable, Codable, Sendable {
    public struct Step: Hashable, Codable, Sendable {
        public let stage: Stage
        public let chinese: String
        public let from: CivilDate
        /// The day it has to be done by.
        public let to: CivilDate
        /// Working days after `from` up to and including `to`.
        public let workingDays: Int
    }

    /// The policy that was counted by.
    public let programme: String
    public let steps: [Step]
    /// Working days left for the works when every office takes its full limit; negative when the offices alone
    /// take more than there is.
    public let workingDaysForWorks: Int
    /// "20 − 受理1 − … = 8".
    public let sum: String
    public let fits: Bool

    init(_ due: DueDay, _ full: Policy, _ calendar: WorkingCalendar) {
        var policy = full
        // A promise that begins with the admission has that step behind it.
        if policy.clockStart == .admission { policy.limits.application = 0 }
        programme = policy.programme
        workingDaysForWorks = policy.workingDaysForWorks(due)
        fits = workingDaysForWorks >= Self.leastForWorks
        steps = policy.planned(from: due.start, due: due.due, calendar)
            .filter { full.clockStart == .submission || $0.stage != .application }
            .map { span in
                Step(
                    stage: span.stage, chinese: span.stage.chinese, from: span.from, to: span.to,
                    workingDays: calendar.workingDays(after: span.from, through: span.to))
            }
        let limits = policy.limits
        let taken = [
            ("受理", limits.application), ("审核", limits.review), ("批复", limits.approval),
            ("公示", policy.noticeWorkingDays ?? 0), ("验收", limits.acceptance),
        ].filter { $0.1 > 0 }.map { " − \($0.0)\($0.1)" }.joined()
        sum = "\(due.workingDays)\(taken) = \(workingDaysForWorks)"
    }

    /// Nothing is built in less than a day.
    private static let leastForWorks = 1

    /// Lines for a terminal.
    public var lines: [String] {
        var table = TextTable(header: ["stage 环节", "from 自", "by 至", "working days 工作日"])
        for step in steps {
            table.add(["\(step.chinese) \(step.stage.rawValue)", "\(step.from)", "\(step.to)", "\(step.workingDays)"])
        }
        let head = "倒排工期 / backward plan（\(programme)）"
        let left = "各环节用满时限，留给施工\(workingDaysForWorks)个工作日：\(sum)"
        let leftEnglish = "  With every limit used up, \(workingDaysForWorks) working days are left for the works."
        let warning =
            fits
            ? []
            : [
                "⚠ 各环节用满时限就没有施工时间了：申报当天就请催办各环节，或改小方案、另择申报日。",
                "  The offices alone use the promise up: hurry every stage from the first day, or submit another day.",
            ]
        return [head] + table.text.split(separator: "\n").map { "  \($0)" } + [left, leftEnglish] + warning
    }
}
