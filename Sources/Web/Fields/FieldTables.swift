import UseCases
import Workflow

/// Groups of fields that several commands share.
enum FieldTables {
    static let application: [Field] = [
        .line("title", "项目名称", "title"),
        .line("category", "类别", "category", "hint.category"),
        .text("need", "需求说明", "need", "hint.need"),
        .line("channel", "诉求来源", "channel", "hint.channel"),
        .line("place", "具体地点", "place", "hint.place"),
        .may("quantities", "数量", "quantities", .records(quantity), "hint.quantities"),
        .may("budget", "预算明细", "budget lines", .records(budgetLine), "hint.budget"),
        .may("sources", "其他来源", "other sources", .records(source), "hint.sources"),
        .may("requested", "申请资金", "requested from the fund", .money),
        .may("raisedOn", "诉求提出日期", "day the need was raised", .date, "hint.raisedOn"),
        .may("promisedOn", "承诺办结日期", "day promised", .date, "hint.promisedOn"),
        .may("emergencyOn", "先行抢修日期", "day emergency works began", .date, "hint.emergencyOn"),
        documents("documents", "材料", "documents"),
    ]

    /// As a form shows it: the category is chosen, not written; a day of its own only where the policy has one.
    static func application(under policy: Policy) -> [Field] {
        application.filter { $0.name != "promisedOn" || policy.month == .promised }
            .map { $0.name == "category" ? $0.choosing(policy.categories) : $0 }
    }

    static let acceptance: [Field] = [
        .must("panel", "验收小组", "panel", .people, "hint.panel"),
        .may("quantities", "实际完成数量", "quantities as built", .records(quantity), "hint.asBuilt"),
        .must("satisfaction", "满意度调查", "satisfaction", .record(satisfaction)),
        .text("words", "验收意见", "words"),
    ]

    static let satisfaction: [Field] = [
        .must("satisfied", "满意（票）", "satisfied", .count),
        .must("basicallySatisfied", "基本满意（票）", "basically satisfied", .count),
        .must("dissatisfied", "不满意（票）", "dissatisfied", .count),
        .may("grade", "等次", "grade", .choice(Choices.grades), "hint.grade"),
    ]

    /// Beside the amount: whom, by what, in which way.
    static let payment: [Field] = [
        .line("payee", "收款方", "payee"),
        .may("payeeKind", "收款方类别", "kind of payee", .choice(Choices.payees), "hint.payeeKind"),
        .may("method", "付款方式", "way of payment", .choice(Choices.methods), "hint.method"),
        .line("accountName", "收款账户名称", "name of the account", "hint.accountName"),
        .line("nameReason", "名称不一致的原因", "why the names differ"),
        .line("labourList", "务工名册", "labour list", "hint.labourList"),
        .line("invoice", "发票号码", "invoice number", "hint.invoice"),
        .line("voucher", "付款凭证", "voucher"),
    ]

    static let settlement: [Field] = [
        .must("actual", "审定结算金额（本资金承担）", "audited actual", .money),
        .may("totalCost", "审定总造价", "audited cost of the whole", .money, "hint.totalCost"),
        .may("retained", "质保金", "retained", .money), .may("retainedUntil", "质保金返还日期", "returned on", .date),
        .text("words", "说明", "words", "hint.settlementWords"),
    ]

    static let tranche: [Field] = [
        .must("permille", "比例（‰）", "permille", .count),
        .must("after", "条件", "after", .choice(Choices.trancheEvents)),
    ]

    static let quantity: [Field] = [
        .must("what", "名称", "what", .line), .must("count", "数量", "count", .count),
        .must("unit", "单位", "unit", .line),
    ]
    static let budgetLine: [Field] = [
        .must("what", "名称", "what", .line), .must("amount", "金额", "amount", .money),
    ]
    static let source: [Field] = [
        .must("kind", "来源", "kind", .choice(Choices.sources)), .must("promised", "金额", "promised", .money),
        .line("quantity", "数量", "quantity"), .line("valuation", "计价依据", "valuation"),
    ]
    static let document: [Field] = [
        .must("kind", "种类", "kind", .choice(Choices.documents)), .must("name", "名称", "name", .line),
        .line("sha256", "文件摘要", "SHA-256 of the file"),
    ]

    /// Beside what the command carries: the day it happened, and why it is only written down now.
    ///
    /// Documents handed in with any command are `attachments`, since some commands have `documents` of their own.
    static let circumstances: [Field] = [
        .may("effectiveOn", "发生日期（不填即为今天）", "day it happened, if not today", .date),
        .line("lateReason", "补录原因（超过一天才录入时填写）", "reason, if entered more than a day late"), attachments,
    ]
    static let attachments = documents("attachments", "随附材料", "documents handed in with it")

    static func amount(_ zh: String) -> Field { .must("amount", zh, "amount", .money) }

    static func documents(_ name: String, _ zh: String, _ en: String) -> Field {
        .may(name, zh, en, .records(document), "hint.documents")
    }
}

/// The words behind values that are chosen from a list.
enum Choices {
    static let payees = of(PayeeKind.allCases)
    static let methods = of(PaymentMethod.allCases)
    static let trancheEvents = of(TrancheEvent.allCases)
    static let milestones = of(Milestone.allCases)
    static let sources = of(SourceKind.allCases)
    static let grades = of(Satisfaction.Grade.allCases)
    static let blockerKinds = of(Blocker.Kind.allCases)
    static let roles = of(Role.allCases.filter { $0 != .auditor && !$0.isAdministrator })
    static let documents = of(DocumentKind.allCases)

    static let opinionKinds = of(OpinionKind.allCases)
    static let opinionSteps = of(OpinionStep.Kind.allCases)
    static let channels = of(OpinionChannel.allCases)

    static func of(_ cases: [some Worded & RawRepresentable<String>]) -> [Field.Choice] {
        cases.map { Field.Choice(value: $0.rawValue, zh: $0.chinese, en: $0.english) }
    }
}
