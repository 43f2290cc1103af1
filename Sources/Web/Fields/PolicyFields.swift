import Workflow

/// What a policy is made of, as requests have it.
enum PolicyFields {
    static let all: [Field] = [
        .must("programme", "专项名称", "programme", .line), .must("version", "版本", "version", .count),
        .must("categories", "类别", "categories", .lines), .must("month", "办结期限", "month rule", .record(month)),
        .must("clockStart", "起算", "start of the clock", .choice(clockStarts)),
        .must("returnStopsClock", "退回期间停表", "return stops the clock", .flag(yes: "停表", no: "不停表")),
        .must("limits", "环节时限", "limits", .record(limits)),
        .may("noticeWorkingDays", "公示工作日", "working days of notice", .count),
        .must("emergencyPapersDays", "抢修后补手续天数", "days for emergency papers", .count),
        .must("ladder", "审批分级", "approval ladder", .records(step)),
        .must("cap", "单个项目上限", "cap", .money),
        .must("advancePermille", "验收前可付（‰）", "advance in permille", .count),
        .must("amendmentPermille", "变更须重新同意的比例（‰）", "amendment in permille", .count),
        .may("money", "付款与结算", "money", .record(money)),
        .must("documents", "必备材料", "documents", .record(documents)),
        .must("panelMinimum", "验收小组人数", "least panel", .count),
        .must("satisfactionPermille", "满意度门槛（‰）", "satisfaction in permille", .count),
        .must("pauseCapDays", "暂停累计上限（天）", "cap on pauses", .count),
        .must("suspensionBackdatingDays", "暂停可倒填（天）", "backdating of a suspension", .count),
        .must("extensionCapDays", "延期上限（天）", "cap on an extension", .count),
        .must("lights", "亮灯（工作日）", "lights", .record(lights)),
        .may("labels", "本镇用语", "labels", .records(label)), .may("chart", "挂图与台账", "chart", .record(chart)),
        .may("toCheck", "待核对", "to check", .lines),
    ]

    private static let month: [Field] = [
        .must(
            "kind", "算法", "kind",
            .choice(
                [("civilMonth", "一个月"), ("days", "自然日"), ("workingDays", "工作日"), ("promised", "自行承诺")].map {
                    Field.Choice(value: $0.0, zh: $0.1)
                })),
        .may("count", "天数", "days", .count), .may("rolls", "顺延", "rolls", .flag(yes: "顺延", no: "不顺延")),
    ]
    private static let clockStarts = [
        Field.Choice(value: "submission", zh: "首次申报"), Field.Choice(value: "admission", zh: "受理"),
    ]
    private static let limits = [
        ("application", "受理"), ("review", "审核"), ("approval", "审批"), ("acceptance", "验收"), ("mending", "补正"),
    ].map { Field.must($0.0, $0.1, $0.0, .count) }
    private static let step: [Field] = [
        .must("upTo", "额度", "up to", .money),
        .must("leaderEndorses", "须分管领导同意", "leader endorses", .flag(yes: "须同意", no: "不须")),
    ]
    private static let money: [Field] = [
        .may("tranches", "分期拨付", "tranches", .records(FieldTables.tranche)),
        .must("ownMoneyFirst", "自筹先到位", "own money first", .flag(yes: "须先到位", no: "不要求")),
        .may("sharePermille", "补助比例（‰）", "share in permille", .count),
        .must(
            "surplus", "结余归属", "surplus",
            .choice([("fundFirst", "全部退回资金"), ("proRata", "按比例退回")].map { Field.Choice(value: $0.0, zh: $0.1) })),
        .must("retentionPermille", "质保金上限（‰）", "retention in permille", .count),
        .must("cashLimit", "现金限额", "cash limit", .money),
        .must("paymentDays", "付款期限（天）", "days of payment", .count),
        .must(
            "accountName", "账户名称核对", "account name",
            .choice(
                [("unchecked", "不核对"), ("explain", "不一致须说明"), ("refuse", "不一致不付")].map {
                    Field.Choice(value: $0.0, zh: $0.1)
                })),
    ]
    private static let documents: [Field] = [
        .must("submission", "申报", "submission", .lines), .must("inspection", "验收", "inspection", .lines),
        .may("commands", "其他各步", "other steps", .records(requirement)),
    ]
    private static let requirement: [Field] = [
        .must(
            "command", "步骤", "command",
            .choice(
                Choices.of(Command.Kind.allCases.filter(\.mayRequire)))),
        .may("documents", "材料", "documents", .lines), .may("fields", "必填项", "fields", .lines),
    ]
    private static let lights: [Field] = [
        .must("dueSoon", "临期变黄", "due soon", .count), .must("stageOver", "环节超时变红", "stage over", .count),
        .must("blockerOpen", "堵点变红", "blocker open", .count),
    ]
    private static let chart: [Field] = [
        .must("columns", "挂图栏目", "columns", .lines), .must("ledger", "台账栏目", "ledger", .lines),
        .must(
            "order", "排序", "order",
            .choice(
                [("unit", "按村（社区）"), ("dueOn", "按时限"), ("light", "按灯")].map {
                    Field.Choice(value: $0.0, zh: $0.1)
                })),
    ]
    private static let label: [Field] = [
        .must("usual", "通用词", "usual word", .line), .must("own", "本镇用语", "own word", .line),
    ]
}
