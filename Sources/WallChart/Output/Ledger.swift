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
        let field: LedgerField
        let head: String
        /// In characters of the sheet.
        let width: Double
        /// Whether the foot of the table adds it up.
        var isSummed = false
        let value: @Sendable (ChartRow, Int) -> Value
    }

    /// The columns of the town's policy.
    static func columns(_ report: ChartReport) -> [Column] {
        (report.settings ?? .usual).ledger.map { field in
            let (head, width, value) = column(field)
            return Column(field: field, head: head, width: width, isSummed: summed.contains(field), value: value)
        }
    }

    private static let summed: Set<LedgerField> = [
        .requested, .awarded, .contract, .settled, .paid, .sources, .surplus,
    ]

    private typealias Making = (head: String, width: Double, value: @Sendable (ChartRow, Int) -> Value)

    private static func column(_ field: LedgerField) -> Making {
        switch field {
        case .serial: ("序号", 5, { .number($1) })
        case .number: ("项目编号", 18, { row, _ in .text(row.number) })
        case .area: ("片区", 8, { row, _ in .text(row.area) })
        case .unit: ("村（社区）", 11, { row, _ in .text(row.unit) })
        case .title: ("项目名称", 30, { row, _ in .text(row.title) })
        case .category: ("类别", 16, { row, _ in .text(row.category) })
        case .channel: ("问题来源", 12, { row, _ in text(row.ledger.origin) })
        case .raisedOn: ("提出日期", 11, { row, _ in day(row.ledger.raisedOn) })
        case .works: ("建设内容与数量", 28, { row, _ in text(row.ledger.works) })
        case .requested, .awarded, .contract, .settled, .paid, .sources, .surplus, .sourcesOfMoney: money(field)
        case .leader: ("责任领导", 9, { row, _ in text(row.ledger.leader) })
        case .secretary: ("责任人(书记)", 10, { row, _ in .text(row.secretary) })
        case .officer: ("指导员", 9, { row, _ in .text(row.officer) })
        case .submittedOn, .admittedOn, .dueOn, .dueProvisional, .stage, .state, .light, .lightReason, .daysLeft,
            .blocker, .consultation, .dispatch, .next, .turn, .noticeEndsOn, .satisfaction, .completedOn, .closedOn,
            .recordedLate, .remark:
            standing(field)
        }
    }

    private static func money(_ field: LedgerField) -> Making {
        switch field {
        case .requested: ("申请金额(万元)", 11, { row, _ in .money(row.requested) })
        case .awarded: ("批复金额(万元)", 11, { row, _ in .money(row.awarded) })
        case .contract: ("合同金额(万元)", 11, { row, _ in row.ledger.contract.map(Value.money) ?? .nothing })
        case .settled: ("结算金额(万元)", 11, { row, _ in .money(row.settled) })
        case .paid: ("已付金额(万元)", 11, { row, _ in .money(row.disbursed) })
        case .sources: ("自筹等(万元)", 11, { row, _ in .money(row.sources) })
        case .surplus: ("结余(万元)", 11, { row, _ in row.surplus.map(Value.money) ?? .nothing })
        case _: ("资金来源", 26, { row, _ in text(row.ledger.sourcesOfMoney) })
        }
    }

    private static func standing(_ field: LedgerField) -> Making {
        switch field {
        case .submittedOn: ("申报日", 11, { row, _ in day(row.submittedOn) })
        case .admittedOn: ("受理日", 11, { row, _ in day(row.ledger.admittedOn) })
        case .dueOn: ("时限", 11, { row, _ in day(row.dueOn) })
        case .dueProvisional: ("时限暂定", 8, { row, _ in row.dueProvisional ? .text("暂定") : .nothing })
        case .stage: ("当前阶段", 9, { row, _ in .word(row.state.stage.chinese) })
        case .state: ("进度", 9, { row, _ in .word(row.state.chinese) })
        case .light: ("灯", 9, { row, _ in .light(row.light) })
        case .lightReason: ("亮灯原因", 13, { row, _ in .text(row.lightReason) })
        case .daysLeft: ("剩余/超期", 10, { row, _ in .text(Wording.days(row)) })
        case .blocker: ("存在问题", 18, { row, _ in text(row.blocker) })
        case .consultation: ("会诊", 16, { row, _ in text(row.openConsultation) })
        case .dispatch: ("派单", 16, { row, _ in text(row.openDispatch) })
        case .next: ("下一步", 16, { row, _ in .text(row.nextAction) })
        case .turn: ("由谁办", 11, { row, _ in .text(Wording.who(row)) })
        case .noticeEndsOn: ("公示截止", 11, { row, _ in day(row.ledger.noticeEndsOn) })
        case .satisfaction: ("满意度", 9, { row, _ in text(Wording.satisfaction(row)) })
        case .completedOn: ("办结日", 11, { row, _ in day(row.completedOn) })
        case .closedOn: ("销号日", 11, { row, _ in day(row.ledger.closedOn) })
        case .recordedLate: ("补录", 6, { row, _ in row.recordedLate ? .text("补录") : .nothing })
        case _: ("备注", 16, { row, _ in text(row.ledger.remark) })
        }
    }

    private static func text(_ words: String?) -> Value { words.map(Value.text) ?? .nothing }
    private static func day(_ day: CivilDate?) -> Value { day.map(Value.day) ?? .nothing }

    /// "▲ 超期": shape and word, so that a grey print and a colour-blind reader see the same.
    static func words(_ light: Light, _ report: ChartReport) -> String {
        "\(light.shape) \(report.word(light.chinese))"
    }
}
