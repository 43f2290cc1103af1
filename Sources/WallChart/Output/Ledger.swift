import Workflow

/// The columns of the ledger (台账), for CSV and XLSX alike.
struct Ledger {
    enum Value: Hashable, Sendable {
        case text(String)
        /// A word of the programme, which a town may call otherwise.
        case word(String)
        case number(Int)
        case money(Money)
        case day(CivilDate)
        case light(Light)
        case nothing
    }

    struct Column: Sendable {
        let head: String
        /// In characters of the sheet.
        let width: Double
        /// Whether the foot of the table adds it up.
        var isSummed = false
        let value: @Sendable (ChartRow, Int) -> Value
    }

    static let columns: [Column] = places + money + people + standing

    private static let places: [Column] = [
        Column(head: "序号", width: 5) { .number($1) },
        Column(head: "项目编号", width: 18) { row, _ in .text(row.number) },
        Column(head: "片区", width: 8) { row, _ in .text(row.area) },
        Column(head: "村（社区）", width: 11) { row, _ in .text(row.unit) },
        Column(head: "项目名称", width: 30) { row, _ in .text(row.title) },
        Column(head: "类别", width: 16) { row, _ in .text(row.category) },
        Column(head: "问题来源", width: 12) { row, _ in text(row.ledger.origin) },
        Column(head: "提出日期", width: 11) { row, _ in day(row.ledger.raisedOn) },
        Column(head: "建设内容与数量", width: 28) { row, _ in text(row.ledger.works) },
    ]

    private static let money: [Column] = [
        Column(head: "申请金额(万元)", width: 11, isSummed: true) { row, _ in .money(row.requested) },
        Column(head: "批复金额(万元)", width: 11, isSummed: true) { row, _ in .money(row.awarded) },
        Column(head: "合同金额(万元)", width: 11, isSummed: true) { row, _ in row.ledger.contract.map(Value.money) ?? .nothing
        },
        Column(head: "结算金额(万元)", width: 11, isSummed: true) { row, _ in .money(row.settled) },
        Column(head: "已付金额(万元)", width: 11, isSummed: true) { row, _ in .money(row.disbursed) },
        Column(head: "自筹等(万元)", width: 11, isSummed: true) { row, _ in .money(row.sources) },
        Column(head: "结余(万元)", width: 11, isSummed: true) { row, _ in row.surplus.map(Value.money) ?? .nothing },
        Column(head: "资金来源", width: 16) { row, _ in text(row.ledger.sourcesOfMoney) },
    ]

    private static let people: [Column] = [
        Column(head: "责任领导", width: 9) { row, _ in text(row.ledger.leader) },
        Column(head: "责任人(书记)", width: 10) { row, _ in .text(row.secretary) },
        Column(head: "指导员", width: 9) { row, _ in .text(row.officer) },
    ]

    private static let standing: [Column] = [
        Column(head: "申报日", width: 11) { row, _ in day(row.submittedOn) },
        Column(head: "受理日", width: 11) { row, _ in day(row.ledger.admittedOn) },
        Column(head: "时限", width: 11) { row, _ in day(row.dueOn) },
        Column(head: "时限暂定", width: 8) { row, _ in row.dueProvisional ? .text("暂定") : .nothing },
        Column(head: "当前阶段", width: 9) { row, _ in .word(row.state.stage.chinese) },
        Column(head: "进度", width: 9) { row, _ in .word(row.state.chinese) },
        Column(head: "灯", width: 9) { row, _ in .light(row.light) },
        Column(head: "亮灯原因", width: 13) { row, _ in .text(row.lightReason) },
        Column(head: "剩余/超期", width: 10) { row, _ in .text(Wording.days(row)) },
        Column(head: "存在问题", width: 18) { row, _ in text(row.blocker) },
        Column(head: "会诊", width: 16) { row, _ in text(row.openConsultation) },
        Column(head: "派单", width: 16) { row, _ in text(row.openDispatch) },
        Column(head: "下一步", width: 16) { row, _ in .text(row.nextAction) },
        Column(head: "由谁办", width: 11) { row, _ in .text(Wording.who(row)) },
        Column(head: "公示截止", width: 11) { row, _ in day(row.ledger.noticeEndsOn) },
        Column(head: "满意度", width: 8) { row, _ in text(Wording.satisfaction(row)) },
        Column(head: "办结日", width: 11) { row, _ in day(row.completedOn) },
        Column(head: "销号日", width: 11) { row, _ in day(row.ledger.closedOn) },
        Column(head: "补录", width: 6) { row, _ in row.recordedLate ? .text("补录") : .nothing },
        Column(head: "备注", width: 16) { row, _ in text(row.ledger.remark) },
    ]

    private static func text(_ words: String?) -> Value { words.map(Value.text) ?? .nothing }
    private static func day(_ day: CivilDate?) -> Value { day.map(Value.day) ?? .nothing }

    /// "▲ 超期": shape and word, so that a grey print and a colour-blind reader see the same.
    static func words(_ light: Light, _ report: ChartReport) -> String {
        "\(light.shape) \(report.word(light.chinese))"
    }
}
