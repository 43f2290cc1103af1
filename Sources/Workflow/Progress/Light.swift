/// The light of a project: computed, never set by hand. Colour, word and shape together, so that it survives
/// a grey copier and a colour-blind reader.
public enum Light: String, CaseIterable, Codable, Sendable {
    /// 蓝: completed or closed out.
    case blue
    /// 红: past due, a stage far over its limit, or a blocker open too long.
    case red
    /// 黄: due soon, a stage over its limit, or an open blocker.
    case yellow
    /// 绿: on time.
    case green
    /// 灰: not started, or ended without an award.
    case grey

    public var chinese: String {
        switch self {
        case .blue: "办结"
        case .red: "超期"
        case .yellow: "预警"
        case .green: "正常"
        case .grey: "未启动"
        }
    }

    /// The shape that stands for the colour in text and on grey paper.
    public var shape: String {
        switch self {
        case .blue: "■"
        case .red: "▲"
        case .yellow: "◆"
        case .green: "●"
        case .grey: "○"
        }
    }
}
