import Workflow

/// The settings of a programme's file, in the order they are written in; the names are the policy's own.
enum ProgrammeField: String, CaseIterable, Sendable {
    case programme, version, categories, month, clockStart, returnStopsClock, limits, noticeWorkingDays
    case emergencyPapersDays, ladder, cap, advancePermille, amendmentPermille, money, documents, panelMinimum
    case satisfactionPermille, pauseCapDays, suspensionBackdatingDays, extensionCapDays, lights, labels, chart
    case toCheck

    /// What the setting means, with its unit.
    var chinese: String {
        switch self {
        case .programme: "专项名称"
        case .version: "版本，从1数起；已写入的版本不再改动，要改请升一版"
        case .categories: "项目类别"
        case .month: "期限算法：civilMonth满一个月，days自然日，workingDays工作日，promised由村里自己承诺"
        case .clockStart: "期限起算：submission自申报，admission自受理"
        case .returnStopsClock: "退回补正期间是否停止计时（顺延）"
        case .limits: "各环节时限（工作日）：受理、审核、审批、验收、补正"
        case .noticeWorkingDays: "公示天数（工作日），不公示写none"
        case .emergencyPapersDays: "先抢修后补手续的，须在几日内补齐"
        case .ladder: "审批分级：upTo元以内（含），leaderEndorses是否须分管领导先同意；最后一级须到上限"
        case .cap: "单个项目的上限（元）"
        case .advancePermille: "验收合格前最多可付批复金额的千分之几"
        case .amendmentPermille: "变更超过批复金额的千分之几须重新逐级同意"
        case .money:
            "付款与结算：tranches分期拨付（合计1000‰，空则不分期），ownMoneyFirst自筹先到位，sharePermille补助比例（‰，不限写none），"
                + "surplus结余fundFirst全退或proRata按比例，retentionPermille质保金上限（‰），cashLimit现金限额（元），"
                + "paymentDays验收后付清天数，accountName账户名核对unchecked/explain/refuse"
        case .documents: "必须附的材料：submission申报时，inspection申请验收时；commands其他各步的材料documents和必填项fields"
        case .panelMinimum: "验收小组至少几人"
        case .satisfactionPermille: "满意和基本满意至少占千分之几"
        case .pauseCapDays: "暂停合计最多不计时的天数"
        case .suspensionBackdatingDays: "暂停最多可以补记几天前"
        case .extensionCapDays: "延期最多到期限后几天"
        case .lights: "亮灯（工作日）：dueSoon到期前几日黄灯，stageOver环节超几日红灯，blockerOpen堵点几日红灯"
        case .labels: "本镇改用的说法，例如 办结: 销账"
        case .chart:
            "挂图和台账：写usual用通常的栏目；否则columns是进度图从左到右的栏目（\(Self.columns)），"
                + "ledger是台账的栏目（\(Self.ledger)），order是排序：unit按村，dueOn按时限，light按灯"
        case .toCheck: "没有公开统一规定、须请按本镇办法核对的项目"
        }
    }

    var english: String {
        switch self {
        case .programme: "the programme's name"
        case .version: "counts from 1; a stored version never changes, so raise it to change anything"
        case .categories: "categories of projects"
        case .month: "how the promise is counted: civilMonth, days, workingDays, promised"
        case .clockStart: "from when: submission or admission"
        case .returnStopsClock: "whether a return for mending moves the due day"
        case .limits: "working days a stage may take"
        case .noticeWorkingDays: "working days of notice, or none"
        case .emergencyPapersDays: "days for the papers after works that could not wait"
        case .ladder: "who agrees to which award, ascending, in yuan; the last step reaches the cap"
        case .cap: "the most for one project, in yuan"
        case .advancePermille: "what may be paid before acceptance, in thousandths of the award"
        case .amendmentPermille: "a change beyond this many thousandths takes the ladder again"
        case .money:
            "tranches (sum 1000 permille, [] for none), own money first, the fund's share or none, surplus, retention, "
                + "cash limit in yuan, days of payment, check of the account's name"
        case .documents:
            "documents asked for; under commands those of any other step, and fields that must not stay empty"
        case .panelMinimum: "members of an acceptance panel at the least"
        case .satisfactionPermille: "thousandths of the answers that must be satisfied"
        case .pauseCapDays: "days of pause that count, in all"
        case .suspensionBackdatingDays: "days a suspension may be recorded late"
        case .extensionCapDays: "days an extension may reach beyond the due day"
        case .lights: "when a light turns, in working days"
        case .labels: "this town's own words, by the usual word"
        case .chart:
            "columns of chart and ledger from left to right and the order of rows (unit, dueOn, light); usual for the "
                + "usual ones"
        case .toCheck: "settings nobody has published"
        }
    }

    private static let columns = ChartColumn.allCases.map { "\($0.rawValue)\($0.chinese)" }.joined(separator: "、")
    private static let ledger = LedgerField.allCases.map(\.rawValue).joined(separator: "、")
}
