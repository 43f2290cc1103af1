import Workflow

/// Groups of fields that several commands share.
enum FieldTables {
    static let application: [Field] = [
        .line("title", "项目名称", "title"),
        .line("category", "类别", "category", "从本专项的类别中选一类。"),
        .text("need", "需求说明", "need", "群众反映了什么，为什么要办。"),
        .line("channel", "诉求来源", "channel", "走访、座谈、意见箱……不写反映人姓名。"),
        .line("place", "具体地点", "place", "村民小组、湾、路段。"),
        .may("quantities", "数量", "quantities", .records(quantity), "每行一项：名称 数量 单位，如：路灯 68 盏"),
        .may("budget", "预算明细", "budget lines", .records(budgetLine), "每行一项：名称 金额（万元），如：灯杆及安装 11.3"),
        .may("sources", "其他来源", "other sources", .records(source), "每行一项：来源 金额（万元），如：自筹 1.2；实物、投工再写数量和计价依据，如：投工投劳 0.36 30工日 120元每工日"),
        .may("requested", "申请资金", "requested from the fund", .money),
        .may("raisedOn", "诉求提出日期", "day the need was raised", .date, "群众哪天提出的；不填则不计诉求时钟。"),
        .may("promisedOn", "承诺办结日期", "day promised", .date, "本专项由村自行承诺期限。"),
        .may("emergencyOn", "先行抢修日期", "day emergency works began", .date, "险情不能等、已先抢修的才填；批复视为追认，手续须限期补齐。"),
        documents("documents", "材料", "documents"),
    ]

    /// As a form shows it: the category is chosen, not written; a day of its own only where the policy has one.
    static func application(under policy: Policy) -> [Field] {
        application.filter { $0.name != "promisedOn" || policy.month == .promised }
            .map { $0.name == "category" ? $0.choosing(policy.categories) : $0 }
    }

    static let acceptance: [Field] = [
        .must("panel", "验收小组", "panel", .people, "至少两人，且不得是申报、核实、批复人或施工方。"),
        .may("quantities", "实际完成数量", "quantities as built", .records(quantity), "每行一项：名称 数量 单位"),
        .must("satisfaction", "满意度调查", "satisfaction", .record(satisfaction)),
        .text("words", "验收意见", "words"),
    ]

    static let satisfaction: [Field] = [
        .must("satisfied", "满意（票）", "satisfied", .count),
        .must("basicallySatisfied", "基本满意（票）", "basically satisfied", .count),
        .must("dissatisfied", "不满意（票）", "dissatisfied", .count),
        .may("grade", "等次", "grade", .choice(Choices.grades), "仅用于没有票数的旧表。"),
    ]

    /// Beside the amount: whom, by what, in which way.
    static let payment: [Field] = [
        .line("payee", "收款方", "payee"),
        .may("payeeKind", "收款方类别", "kind of payee", .choice(Choices.payees), "不填即为供应商；个人仅限务工名册。"),
        .may("method", "付款方式", "way of payment", .choice(Choices.methods), "不填即为转账。"),
        .line("accountName", "收款账户名称", "name of the account", "与银行账户一致；现金不填。"),
        .line("nameReason", "名称不一致的原因", "why the names differ"),
        .line("labourList", "务工名册", "labour list", "付给个人时填写名册编号。"),
        .line("invoice", "发票号码", "invoice number", "没有发票可不填。"),
        .line("voucher", "付款凭证", "voucher"),
    ]

    static let settlement: [Field] = [
        .must("actual", "审定结算金额（本资金承担）", "audited actual", .money),
        .may("totalCost", "审定总造价", "audited cost of the whole", .money, "有自筹等其他来源时填写。"),
        .may("retained", "质保金", "retained", .money), .may("retainedUntil", "质保金返还日期", "returned on", .date),
        .text("words", "说明", "words", "少建的写明如何核减。"),
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
    static let circumstances: [Field] = [
        .may("effectiveOn", "发生日期", "day it happened", .date, "不填即为今天。"),
        .line("lateReason", "补录原因", "reason for the late entry", "超过一天才录入时填写。"),
    ]

    static func amount(_ zh: String) -> Field { .must("amount", zh, "amount", .money) }

    static func documents(_ name: String, _ zh: String, _ en: String) -> Field {
        .may(name, zh, en, .records(document), "每行一份：种类 名称，如：完工照片 东湾3张")
    }
}

/// The words behind values that are chosen from a list.
enum Choices {
    static let payees = PayeeKind.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.zh) }
    static let methods = PaymentMethod.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.zh) }
    static let trancheEvents = TrancheEvent.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.chinese) }
    static let milestones = Milestone.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.zh) }
    static let sources = SourceKind.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.zh) }
    static let grades = Satisfaction.Grade.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.zh) }
    static let blockerKinds = Blocker.Kind.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.chinese) }
    static let roles = Role.allCases.filter { $0 != .auditor && !$0.isAdministrator }.map {
        Field.Choice(value: $0.rawValue, zh: $0.chinese)
    }
    static let documents = DocumentKind.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.chinese) }
}

extension Milestone {
    var zh: String {
        switch self {
        case .procurement: "发包"
        case .contractSigned: "签订合同"
        case .started: "开工"
        case .halfBuilt: "过半"
        case .built: "完工"
        case .selfInspected: "自验"
        }
    }
}

extension PayeeKind {
    var zh: String {
        switch self {
        case .supplier: "供应商"
        case .villageAccount: "村集体账户"
        case .person: "个人"
        }
    }
}

extension PaymentMethod {
    var zh: String {
        switch self {
        case .transfer: "转账"
        case .cash: "现金"
        }
    }
}

extension SourceKind {
    var zh: String {
        switch self {
        case .ownContribution: "自筹"
        case .higherGrant: "上级补助"
        case .partnerUnit: "帮扶单位"
        case .donation: "捐赠"
        case .inKind: "实物"
        case .labour: "投工投劳"
        }
    }
}

extension Satisfaction.Grade {
    var zh: String {
        switch self {
        case .satisfied: "满意"
        case .basicallySatisfied: "基本满意"
        case .dissatisfied: "不满意"
        }
    }
}
