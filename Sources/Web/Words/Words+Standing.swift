import Workflow

/// Why a light burns and what comes next. The core says both in Chinese, in few fixed forms that the chart prints as
/// they are; their English is found by form.
extension Words {
    func reason(_ chinese: String) -> String { pick(chinese, Self.counted(Self.english(chinese))) }

    private static func english(_ chinese: String) -> String {
        if let fixed = fixed[chinese] { return fixed }
        let days = chinese.filter { ("0"..."9").contains($0) }
        let form = chinese.filter { !("0"..."9").contains($0) }
        if let known = counted[form] { return known.replacing("#", with: days) }
        if form.hasPrefix("公示至") { return "on public notice until \(noticeEnd(chinese))" }
        for (stage, name) in stages where form == "\(stage)超天" { return "\(name) \(days) days over its limit" }
        return chinese
    }

    private static let fixed: [String: String] = {
        var fixed = [
            "今天到期": "due today", "有堵点": "blocked", "会诊中": "in consultation", "派单中": "dispatched", "提交申报": "submit",
            "受理审查": "check and admit",
            "补正后重报": "complete and resubmit", "现场核实": "verify on site", "批复": "award", "公示": "public notice",
            "施工、申请验收": "build, then request inspection", "决定恢复或终止": "resume or terminate", "组织验收": "inspect",
            "整改后复验": "mend, then inspect again", "结算": "settle", "销号": "close out", "付清": "pay in full",
        ]
        for state in State.allCases { fixed[state.chinese] = fixed[state.chinese] ?? state.english }
        return fixed
    }()

    private static let counted = [
        "超期天": "# days overdue", "堵点天未解": "blocked for # days", "天后到期": "due in # days",
        "超天办结": "completed # days late",
    ]

    private static let stages =
        [("补正", "completion"), ("会诊", "consultation"), ("派单", "dispatch")]
        + Stage.allCases.map { ($0.chinese, $0.english) }

    /// 公示至12月3日 → 3 Dec
    private static func noticeEnd(_ text: String) -> String {
        let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard numbers.count == 2, (1...12).contains(numbers[0]) else { return text }
        return "\(numbers[1]) \(months[numbers[0] - 1])"
    }
}
