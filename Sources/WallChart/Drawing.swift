/// Which picture of the same report. All of them share head, order of units, legend and words.
public enum Drawing: String, CaseIterable, Sendable {
    /// 进度图: rows × day axis.
    case progress
    /// 环节表: project × stage, each done, current with whose turn and since when, or to come.
    case stages
    /// 资金与保障图: money from request to surplus, and what help is under way.
    case money
    /// 分布图: a light per project where its unit lies.
    case map
    /// 公示栏: what everybody may know, for a unit's notice board.
    case board
    /// 晾晒表: units side by side, and what changed in a week or a month where the report compares (周报、月报). For a
    /// county its towns.
    case league

    /// The name in menus and file names.
    public var chinese: String {
        switch self {
        case .progress: "进度图"
        case .stages: "环节表"
        case .money: "资金与保障图"
        case .map: "分布图"
        case .board: "公示栏"
        case .league: "晾晒表"
        }
    }
}

/// Who looks at the chart.
public enum Audience: String, CaseIterable, Sendable {
    /// The office and its meetings: everything.
    case office
    /// Everybody: offices instead of people's names, no words of blockers, consultations, dispatches and remarks.
    case `public`
}
