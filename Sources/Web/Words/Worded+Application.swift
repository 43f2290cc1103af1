import Workflow

extension Milestone: Worded {
    var chinese: String {
        switch self {
        case .procurement: "发包"
        case .contractSigned: "签订合同"
        case .started: "开工"
        case .halfBuilt: "过半"
        case .built: "完工"
        case .selfInspected: "自验"
        }
    }

    var english: String {
        switch self {
        case .procurement: "procurement"
        case .contractSigned: "contract signed"
        case .started: "works started"
        case .halfBuilt: "half built"
        case .built: "built"
        case .selfInspected: "self-inspected"
        }
    }
}

extension SourceKind: Worded {
    var english: String {
        switch self {
        case .ownContribution: "own contribution"
        case .higherGrant: "higher-level grant"
        case .partnerUnit: "partner unit"
        case .donation: "donation"
        case .inKind: "in kind"
        case .labour: "labour"
        }
    }
}

extension Satisfaction.Grade: Worded {
    var english: String {
        switch self {
        case .satisfied: "satisfied"
        case .basicallySatisfied: "basically satisfied"
        case .dissatisfied: "dissatisfied"
        }
    }
}

extension PayeeKind: Worded {
    var chinese: String {
        switch self {
        case .supplier: "供应商"
        case .villageAccount: "村集体账户"
        case .person: "个人"
        }
    }

    var english: String {
        switch self {
        case .supplier: "supplier"
        case .villageAccount: "village account"
        case .person: "person"
        }
    }
}

extension PaymentMethod: Worded {
    var chinese: String {
        switch self {
        case .transfer: "转账"
        case .cash: "现金"
        }
    }

    var english: String { rawValue }
}

extension TrancheEvent: Worded {
    var english: String {
        switch self {
        case .awarded: "award in force"
        case .started: "start recorded"
        case .halfBuilt: "half built"
        case .built: "built"
        case .accepted: "acceptance passed"
        case .settled: "settlement"
        }
    }
}
