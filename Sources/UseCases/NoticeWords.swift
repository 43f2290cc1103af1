import Workflow

/// A notice as a message says it.
extension UnsentNotice {
    var headline: String { "【立办】\(town)\(unit)：\(act)" }

    var words: String {
        """
        \(town)\(unit)
        项目：\(title)
        编号：\(number)
        \(act)。由\(role.chinese)办理。
        """
    }

    private var act: String {
        guard let reminder = Reminder.Kind(rawValue: subject) else { return "有项目等待办理" }
        return switch reminder {
        case .dueSoon: "临近到期"
        case .overdue: "已经超期"
        case .stageOverLimit: "本环节超过时限"
        case .noticeEnded: "公示期满，请转实施"
        case .pauseEnding: "暂停天数将要用完"
        case .consultationDue: "会诊到期未决"
        case .dispatchDue: "派单到期未反馈"
        }
    }
}
