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
    private let policy: Policy

    init(_ policy: Policy) {
        self.policy = policy
        func fact(_ field: String, _ label: String, _ value: String) -> Fact {
            Fact(label: label, value: value, check: policy.toCheck.contains(field))
        }
        let limits = policy.limits
        sections = [
            (
                "申报",
                [
                    fact("categories", "类别", policy.categories.joined(separator: "、")),
                    fact("documents", "申报必备材料", Self.documents(policy.documents.submission)),
                    fact("cap", "单个项目上限", policy.cap > .zero ? Self.wan(policy.cap) : "不使用资金"),
                ]
            ),
            (
                "期限",
                [
                    fact("month", "办结期限", Self.month(policy.month)),
                    fact("clockStart", "起算", Self.start(policy.clockStart)),
                    fact("returnStopsClock", "退回补正期间", policy.returnStopsClock ? "停表，期限相应顺延" : "不停表"),
                    fact(
                        "limits", "各环节时限（工作日）",
                        "受理\(limits.application)、审核\(limits.review)、审批\(limits.approval)、验收\(limits.acceptance)、"
                            + "补正\(limits.mending)"),
                    fact("pauseCapDays", "暂停累计不超过", "\(policy.pauseCapDays)天"),
                    fact("suspensionBackdatingDays", "暂停可倒填", "\(policy.suspensionBackdatingDays)天"),
                    fact("extensionCapDays", "延期一次不超过", "\(policy.extensionCapDays)天"),
                    fact("emergencyPapersDays", "先抢修后补手续", "\(policy.emergencyPapersDays)天内补齐"),
                ]
            ),
            (
                "审批与公示",
                [
                    fact("ladder", "审批分级", Self.ladder(policy.ladder)),
                    fact("noticeWorkingDays", "公示", policy.noticeWorkingDays.map { "\($0)个工作日" } ?? "不公示"),
                    fact("amendmentPermille", "变更须重新同意", "变动超过批复的\(Self.percent(policy.amendmentPermille))"),
                ]
            ),
            (
                "验收与资金",
                [
                    fact("documents", "验收必备材料", Self.documents(policy.documents.inspection)),
                    fact("documents", "其他各步须附、须填", policy.documents.otherSteps ?? "无硬性要求"),
                    fact("panelMinimum", "验收小组", "至少\(policy.panelMinimum)人"),
                    fact("satisfactionPermille", "满意和基本满意", "不低于\(Self.percent(policy.satisfactionPermille))"),
                    fact("advancePermille", "验收前可付", "不超过批复的\(Self.percent(policy.advancePermille))"),
                ]
            ),
            (
                "亮灯",
                [
                    fact("lights", "黄灯", "期限前\(policy.lights.dueSoon)个工作日内、环节超时或有堵点"),
                    fact(
                        "lights", "红灯",
                        "超过期限，环节超时\(policy.lights.stageOver)个工作日以上，或堵点\(policy.lights.blockerOpen)个工作日未解"),
                ]
            ),
        ]
    }

    private static func documents(_ kinds: [DocumentKind]) -> String {
        kinds.isEmpty ? "无硬性要求" : kinds.map(\.chinese).joined(separator: "、")
    }

    static func month(_ rule: MonthRule) -> String {
        switch rule {
        case .civilMonth(let rolls): "一个月，到下月同日止" + (rolls ? "；遇非工作日顺延" : "")
        case .days(let count, let rolls): "\(count)天" + (rolls ? "；遇非工作日顺延" : "")
        case .workingDays(let count): "\(count)个工作日"
        case .promised: "由村（社区）自行承诺"
        }
    }

    static func start(_ start: ClockStart) -> String {
        switch start {
        case .submission: "首次申报的次日"
        case .admission: "受理的次日"
        }
    }

    /// 30万元以下主任批复；30万元至50万元分管领导同意后批复。
    private static func ladder(_ steps: [LadderStep]) -> String {
        var from: Money?
        return steps.filter { $0.upTo > .zero }.map { step in
            defer { from = step.upTo }
            let range = from.map { "\(wan($0))以上至\(wan(step.upTo))" } ?? "\(wan(step.upTo))以下"
            return range + (step.leaderEndorses ? "，分管领导同意后由主任批复" : "，由主任批复")
        }.joined(separator: "；").nilIfEmpty ?? "由主任批复"
    }

    /// Round amounts are said without decimals: 30万元.
    private static func wan(_ money: Money) -> String {
        let text = money.wanText
        return (text.hasSuffix(".00") ? String(text.dropLast(3)) : text) + "万元"
    }

    /// 525 permille as people say it: 52.5%.
    private static func percent(_ permille: Int) -> String {
        permille % 10 == 0 ? "\(permille / 10)%" : "\(permille / 10).\(permille % 10)%"
    }
}
