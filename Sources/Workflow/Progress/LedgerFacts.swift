/// What the ledger (台账) and the notice board say of a project beyond its line on the chart. Unknown facts are nil.
public struct LedgerFacts: Hashable, Codable, Sendable {
    /// 问题来源: how the need was heard (走访, 座谈 …); never who said it.
    public var origin: String?
    /// 提出日期.
    public var raisedOn: CivilDate?
    /// 建设内容与数量.
    public var works: String?
    /// 合同金额.
    public var contract: Money?
    /// 资金来源 in words.
    public var sourcesOfMoney: String?
    /// 责任领导(镇).
    public var leader: String?
    public var admittedOn: CivilDate?
    public var awardedOn: CivilDate?
    /// The last day of the notice (公示), where the policy has one.
    public var noticeEndsOn: CivilDate?
    public var closedOn: CivilDate?
    /// Share of satisfied residents in thousandths.
    public var satisfactionPermille: Int?
    /// What an older paper survey concluded, where its counts were not kept.
    public var satisfactionGrade: Satisfaction.Grade?
    public var remark: String?

    public init() {}
}
