/// Something in a policy that cannot work: which setting, why, and what would mend it.
public struct PolicyProblem: Hashable, Sendable {
    public let field: String
    public let chinese: String
    public let english: String
}

extension Policy {
    /// Fewest working days a civil month has held (submitted 2026-02-14: fifteen).
    static let leastWorkingDaysInMonth = 15

    /// Everything wrong with the policy, all at once; empty when it can be accepted.
    public var problems: [PolicyProblem] {
        words + ladderProblems + timeProblems + shareProblems + money.problems + stepProblems + (chart?.problems ?? [])
    }

    private var words: [PolicyProblem] {
        var found: [PolicyProblem] = []
        if programme.isBlank { found.append(problem("programme", "专项名称为空，请填写。", "The programme has no name.")) }
        if version < 1 { found.append(problem("version", "版本须从1开始。", "Versions count from 1.")) }
        if categories.isEmpty || categories.contains(where: \.isBlank) {
            found.append(problem("categories", "至少要有一个类别，类别名称不能为空。", "At least one category, none of them blank."))
        }
        if Set(categories).count != categories.count {
            found.append(problem("categories", "类别重复，请删去重复的。", "A category stands twice."))
        }
        return found
    }

    private var ladderProblems: [PolicyProblem] {
        var found: [PolicyProblem] = []
        if Money.checked(fen: cap.fen) == nil {
            found.append(problem("cap", "上限须在0至10亿元之间。", "The cap must be between 0 and 1,000,000,000 yuan."))
        }
        let pairs = zip(ladder, ladder.dropFirst())
        let ascends = pairs.allSatisfy { $0.upTo < $1.upTo }
        if !ascends { found.append(problem("ladder", "分级额度须由小到大。", "The ladder's steps must ascend.")) }
        if ladder.contains(where: { Money.checked(fen: $0.upTo.fen) == nil }) {
            found.append(problem("ladder", "分级额度须在0至10亿元之间。", "A step lies between 0 and 1,000,000,000 yuan."))
        }
        if ascends, pairs.contains(where: { $0.leaderEndorses && !$1.leaderEndorses }) {
            found.append(
                problem(
                    "ladder", "额度更大的一级反而不须分管领导同意，请核对。",
                    "A larger award needs no endorsement though a smaller one does."))
        }
        if ascends, cap > .zero, ladder.dropLast().contains(where: { $0.upTo >= cap }) {
            found.append(
                problem(
                    "ladder", "上限\(cap.yuanText)元以上还有一级，永远用不到，请删去或提高上限。",
                    "A step lies beyond the cap of \(cap.yuanText) and can never be reached."))
        }
        let top = ladder.last?.upTo
        if top.map({ $0 < cap }) ?? true {
            let end = (top ?? .zero).yuanText
            found.append(
                problem(
                    "ladder", "分级到\(end)元为止，\(cap.yuanText)元以下还有空档，无人可批。",
                    "The ladder ends at \(end) yuan and leaves a gap up to the cap of \(cap.yuanText)."))
        }
        return found
    }

    private var timeProblems: [PolicyProblem] {
        var found: [PolicyProblem] = []
        let all = [limits.application, limits.review, limits.approval, limits.acceptance, limits.mending]
        guard all.allSatisfy(Self.days.contains), Self.days.contains(noticeWorkingDays ?? 0) else {
            return [problem("limits", "时限须在0至366天之间。", "Limits lie between 0 and 366 days.")] + monthProblems
        }
        if noticeWorkingDays == 0 {
            found.append(
                problem("noticeWorkingDays", "公示0天等于不公示，不公示请写none。", "A notice of no days is none; say none."))
        }
        let needed =
            limits.application + limits.review + limits.approval + limits.acceptance
            + (noticeWorkingDays ?? 0) + 1
        if let available = leastWorkingDays, needed > available {
            found.append(
                problem(
                    "noticeWorkingDays", "审核、公示、验收合计\(needed)个工作日，而期限最短只有\(available)个，永远赶不上，请缩短。",
                    "Review, notice and acceptance take \(needed) working days; the promise may hold only \(available)."
                ))
        }
        return found + monthProblems
    }

    /// More days than a year are a slip of the pen, and no such promise could be put on a calendar.
    static let days = 0...366

    private var monthProblems: [PolicyProblem] {
        switch month {
        case .civilMonth, .promised: []
        case .days(let count, _), .workingDays(let count):
            Self.days.contains(count)
                ? [] : [problem("month", "办理期限须在0至366天之间。", "The promise lasts between 0 and 366 days.")]
        }
    }

    /// Working days the promise holds at the least; nil where the village promises its own day.
    var leastWorkingDays: Int? {
        switch month {
        case .civilMonth: Self.leastWorkingDaysInMonth
        // Half of the calendar days, as around the Spring Festival; never more than the month's own least.
        case .days(let count, _): count / 2
        case .workingDays(let count): count
        case .promised: nil
        }
    }

    private var shareProblems: [PolicyProblem] {
        var found: [PolicyProblem] = []
        if !(0...1000).contains(satisfactionPermille) {
            found.append(
                problem(
                    "satisfactionPermille", "满意度门槛须在0至1000‰之间，否则“办结”无法到达。",
                    "The satisfaction threshold must lie in 0…1000 permille, or completed can never be reached."))
        }
        if !(0...1000).contains(advancePermille) {
            found.append(problem("advancePermille", "预付比例须在0至1000‰之间。", "The advance must lie in 0…1000 permille."))
        }
        if !(2...50).contains(panelMinimum) {
            found.append(
                problem(
                    "panelMinimum", "验收小组至少2人、至多50人，否则“办结”无法到达或无人制衡。",
                    "A panel has 2 to 50 members, or completed cannot be reached or one person decides alone."))
        }
        let caps = [
            ("pauseCapDays", pauseCapDays), ("suspensionBackdatingDays", suspensionBackdatingDays),
            ("emergencyPapersDays", emergencyPapersDays), ("extensionCapDays", extensionCapDays),
        ]
        for (field, days) in caps where !Self.days.contains(days) {
            found.append(problem(field, "天数须在0至366之间。", "Days lie between 0 and 366."))
        }
        return found
    }

    func problem(_ field: String, _ chinese: String, _ english: String) -> PolicyProblem {
        PolicyProblem(field: field, chinese: chinese, english: english)
    }
}
