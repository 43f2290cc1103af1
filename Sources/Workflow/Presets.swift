/// Programmes shipped with the product. Local rules that nobody has published are defaults named in `toCheck`
/// and shown as 请按本镇办法核对, never constants.
extension Policy {
    public static let presets = [secretaryActsNow, openWithOneThing, peoplesBusiness]

    /// 书记立办: six categories, a fund, one month.
    public static let secretaryActsNow = Policy(
        programme: "书记立办", version: 1,
        categories: ["基层党建", "社区治理", "经济发展", "人居环境", "乡风文明建设", "群众反映最强烈的热点问题"],
        month: .civilMonth(rolls: true), clockStart: .submission, returnStopsClock: true,
        limits: StageLimits(application: 1, review: 2, approval: 2, acceptance: 2, mending: 3),
        noticeWorkingDays: 5, emergencyPapersDays: 10,
        ladder: [
            LadderStep(upTo: Money(fen: 30_000_000), leaderEndorses: false),
            LadderStep(upTo: Money(fen: 50_000_000), leaderEndorses: true),
        ],
        cap: Money(fen: 50_000_000), advancePermille: 600, amendmentPermille: 100, money: .usual,
        documents: Requirements(submission: [], inspection: [.afterPhoto]),
        panelMinimum: 2, satisfactionPermille: 500, pauseCapDays: 30, suspensionBackdatingDays: 3,
        extensionCapDays: 30,
        lights: LightThresholds(dueSoon: 3, stageOver: 2, blockerOpen: 5), labels: [:], chart: nil,
        toCheck: ["cap", "ladder", "noticeWorkingDays", "advancePermille", "money", "returnStopsClock", "pauseCapDays"])

    /// 开门一件事: a city's villages each promise some things by a day of their own; no fund is needed.
    public static let openWithOneThing = Policy(
        programme: "开门一件事", version: 1,
        categories: ["改善生产生活条件", "发展壮大集体经济", "化解信访矛盾隐患", "走访慰问党员群众", "提升改善村容村貌", "抓好班子带好队伍"],
        month: .promised, clockStart: .submission, returnStopsClock: false,
        limits: StageLimits(application: 3, review: 5, approval: 3, acceptance: 5, mending: 5),
        noticeWorkingDays: nil, emergencyPapersDays: 10, ladder: [LadderStep(upTo: .zero, leaderEndorses: false)],
        cap: .zero,
        advancePermille: 0, amendmentPermille: 0, money: .usual,
        documents: Requirements(submission: [], inspection: []),
        panelMinimum: 2, satisfactionPermille: 500, pauseCapDays: 30, suspensionBackdatingDays: 3,
        extensionCapDays: 30,
        lights: LightThresholds(dueSoon: 5, stageOver: 2, blockerOpen: 5), labels: ["办结": "销账"],
        chart: nil,
        toCheck: ["limits", "panelMinimum"])

    /// 民事民办: what the residents' meeting decided; minutes come with the application, the month starts at admission.
    public static let peoplesBusiness = Policy(
        programme: "民事民办", version: 1,
        categories: ["道路水利", "环境卫生", "公共照明", "文体活动", "公益事业", "其他"],
        month: .civilMonth(rolls: true), clockStart: .admission, returnStopsClock: true,
        limits: StageLimits(application: 2, review: 2, approval: 2, acceptance: 2, mending: 3),
        noticeWorkingDays: 3, emergencyPapersDays: 5,
        ladder: [LadderStep(upTo: Money(fen: 20_000_000), leaderEndorses: false)], cap: Money(fen: 20_000_000),
        advancePermille: 300, amendmentPermille: 100, money: .usual,
        documents: Requirements(submission: [.minutes], inspection: [.beforePhoto, .afterPhoto]),
        panelMinimum: 3, satisfactionPermille: 600, pauseCapDays: 20, suspensionBackdatingDays: 3,
        extensionCapDays: 30,
        lights: LightThresholds(dueSoon: 3, stageOver: 2, blockerOpen: 5), labels: [:], chart: nil,
        toCheck: ["cap", "ladder", "noticeWorkingDays", "documents", "panelMinimum"])
}
