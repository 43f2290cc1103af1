/// What the village asks for (申报表).
public struct Application: Hashable, Codable, Sendable {
    public var title: String
    public var category: String
    /// Why it is needed, in the residents' sense.
    public var need: String
    /// How the need was heard: 走访, 座谈, 意见箱 … Never who said it.
    public var channel: String
    /// Where exactly: words, and the sub-unit (自然村/湾/组) if there is one.
    public var place: String
    public var quantities: [Quantity]
    public var budget: [BudgetLine]
    /// Money beside the fund.
    public var sources: [Source]
    /// Asked from the fund. Zero for projects that need no money.
    public var requested: Money
    public var documents: [Document]
    /// The day the village promises, in programmes where each item has its own.
    public var promisedOn: CivilDate?
    /// The day the residents raised the need: the first of the three clocks.
    public var raisedOn: CivilDate?
    /// Works that could not wait (先抢修后补手续): begun on this day, ratified by the award.
    public var emergencyOn: CivilDate?

    public init(
        title: String, category: String, need: String, channel: String, place: String, quantities: [Quantity] = [],
        budget: [BudgetLine] = [], sources: [Source] = [], requested: Money, documents: [Document] = [],
        promisedOn: CivilDate? = nil, raisedOn: CivilDate? = nil, emergencyOn: CivilDate? = nil
    ) {
        self.promisedOn = promisedOn
        self.raisedOn = raisedOn
        self.emergencyOn = emergencyOn
        self.title = title
        self.category = category
        self.need = need
        self.channel = channel
        self.place = place
        self.quantities = quantities
        self.budget = budget
        self.sources = sources
        self.requested = requested
        self.documents = documents
    }
}

/// So many of something: 68 盏 路灯.
public struct Quantity: Hashable, Codable, Sendable {
    public var what: String
    public var count: Int
    public var unit: String

    public init(what: String, count: Int, unit: String) {
        self.what = what
        self.count = count
        self.unit = unit
    }
}

extension Quantity {
    /// Says what, how many (up to a million: more is a slip of the pen) and in which unit.
    var isUsable: Bool { !what.isBlank && !unit.isBlank && (1...1_000_000).contains(count) }
}

public struct BudgetLine: Hashable, Codable, Sendable {
    public var what: String
    public var amount: Money

    public init(what: String, amount: Money) {
        self.what = what
        self.amount = amount
    }
}

/// Money or labour beside the fund.
public struct Source: Hashable, Codable, Sendable {
    public var kind: SourceKind
    public var promised: Money
    /// In kind and labour: how much of what (30 工日, 5 吨水泥).
    public var quantity: String?
    /// In kind and labour: what the promised amount is reckoned by (120 元/工日, 询价单).
    public var valuation: String?

    public init(kind: SourceKind, promised: Money, quantity: String? = nil, valuation: String? = nil) {
        self.quantity = quantity
        self.valuation = valuation
        self.kind = kind
        self.promised = promised
    }
}

public enum SourceKind: String, CaseIterable, Codable, Sendable {
    case ownContribution, higherGrant, partnerUnit, donation, inKind, labour

    /// Goods and labour are valued, but nobody can pay with them.
    public var isCash: Bool {
        switch self {
        case .ownContribution, .higherGrant, .partnerUnit, .donation: true
        case .inKind, .labour: false
        }
    }

    public var chinese: String {
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

/// A paper or file that belongs to the project. Without a hash it is a paper kept in the office (纸质件).
public struct Document: Hashable, Codable, Sendable {
    public var kind: DocumentKind
    public var name: String
    public var sha256: String?

    public init(kind: DocumentKind, name: String, sha256: String? = nil) {
        self.kind = kind
        self.name = name
        self.sha256 = sha256
    }
}

public enum DocumentKind: String, CaseIterable, Codable, Sendable {
    case minutes, budgetSheet, quotation, contract, beforePhoto, duringPhoto, afterPhoto, invoice, noticeProof
    case acceptanceForm, satisfactionForm, other

    public var chinese: String {
        switch self {
        case .minutes: "村民代表会议记录"
        case .budgetSheet: "预算表"
        case .quotation: "报价单"
        case .contract: "合同"
        case .beforePhoto: "施工前照片"
        case .duringPhoto: "施工中照片"
        case .afterPhoto: "完工照片"
        case .invoice: "发票"
        case .noticeProof: "公示照片"
        case .acceptanceForm: "验收表"
        case .satisfactionForm: "满意度表"
        case .other: "其他"
        }
    }
}
