import Workflow

/// Columns of a town's ledger (台账), by the words of its header. The order is that of an exported ledger.
public enum LedgerColumn: String, CaseIterable, Hashable, Sendable {
    case serial = "序号"
    case number = "项目编号"
    case area = "片区"
    case unit = "村(社区)"
    case title = "项目名称"
    case category = "类别"
    case channel = "问题来源"
    case works = "建设内容"
    case requested = "申请金额(万元)"
    case ownContribution = "自筹金额(万元)"
    case awarded = "批复金额(万元)"
    case settled = "结算金额(万元)"
    case paid = "已付金额(万元)"
    case submittedOn = "申报日期"
    case admittedOn = "受理日期"
    case verifiedOn = "核实日期"
    case awardedOn = "批复日期"
    case startedOn = "开工日期"
    case acceptedOn = "验收日期"
    case completedOn = "办结日期"
    case stage = "当前阶段"
    case officer = "指导员"
    case satisfaction = "满意度"
    case remark = "备注"

    /// Without these a row says nothing that could be entered.
    static let required: [LedgerColumn] = [
        .number, .unit, .title, .category, .works, .requested, .submittedOn, .stage,
    ]

    /// The column a header means: width of brackets and spaces do not matter.
    init?(header: String) {
        let plain = String(halfWidth(header).filter { !$0.isWhitespace })
        guard let column = LedgerColumn(rawValue: plain) else { return nil }
        self = column
    }
}
