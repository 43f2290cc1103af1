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
        .may("sources", "其他来源", "other sources", .records(source), "每行一项：来源 金额（万元），如：自筹 1.2"),
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

    static let quantity: [Field] = [
        .must("what", "名称", "what", .line), .must("count", "数量", "count", .count),
        .must("unit", "单位", "unit", .line),
    ]
    static let budgetLine: [Field] = [
        .must("what", "名称", "what", .line), .must("amount", "金额", "amount", .money),
    ]
    static let source: [Field] = [
        .must("kind", "来源", "kind", .choice(Choices.sources)), .must("promised", "金额", "promised", .money),
    ]
    static let document: [Field] = [
        .must("kind", "种类", "kind", .choice(Choices.documents)), .must("name", "名称", "name", .line),
        .line("sha256", "文件摘要", "SHA-256 of the file"),
    ]

    /// Beside what the command carries: the day it happened, and why it is only written down now.
    ///
    /// Documents handed in with any command are `attachments`, since some commands have `documents` of their own.
    static let circumstances: [Field] = [
        .may("effectiveOn", "发生日期", "day it happened", .date, "不填即为今天。"),
        .line("lateReason", "补录原因", "reason for the late entry", "超过一天才录入时填写。"), attachments,
    ]
    static let attachments = documents("attachments", "随附材料", "documents handed in with it")

    static func amount(_ zh: String) -> Field { .must("amount", zh, "amount", .money) }

    static func documents(_ name: String, _ zh: String, _ en: String) -> Field {
        .may(name, zh, en, .records(document), "每行一份：种类 名称，如：完工照片 东湾3张")
    }
}

/// The words behind values that are chosen from a list.
enum Choices {
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
