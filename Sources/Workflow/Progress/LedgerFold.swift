/// The part of a stored project that ledger and notice board need beyond its row. It is decoded by itself, because a
/// chart reads it for every project of a year.
public struct LedgerFold: Hashable, Codable, Sendable {
    /// Of the application only what is shown: the rest is most of the fold.
    private struct Wanted: Hashable, Codable, Sendable {
        let channel: String
        let raisedOn: CivilDate?
        let quantities: [Quantity]
        let sources: [Source]
        let requested: Money
    }

    private let application: Wanted
    private let start: Start?
    private let satisfaction: Satisfaction?
    private let amendedQuantities: [Quantity]?
    private let built: [Quantity]?

    public init(_ project: Project) {
        let wanted = project.application
        application = Wanted(
            channel: wanted.channel, raisedOn: wanted.raisedOn, quantities: wanted.quantities, sources: wanted.sources,
            requested: wanted.requested)
        start = project.start
        satisfaction = project.satisfaction
        amendedQuantities = project.amendedQuantities
        built = project.built
    }

    /// 自筹等: promised beside the fund in money.
    public var sources: Money {
        application.sources.filter(\.kind.isCash).reduce(.zero) { $0 + $1.promised }
    }

    /// What the ledger says of it; days stand in the project's row.
    public var facts: LedgerFacts {
        var facts = LedgerFacts()
        facts.origin = application.channel.isBlank ? nil : application.channel
        facts.raisedOn = application.raisedOn
        facts.works = works
        facts.contract = start.flatMap { $0.contractAmount > .zero ? $0.contractAmount : nil }
        facts.sourcesOfMoney = sourcesOfMoney
        facts.satisfactionPermille = satisfaction?.permille
        facts.satisfactionGrade = satisfaction?.permille == nil ? satisfaction?.grade : nil
        return facts
    }

    /// What stands there, or else what was last agreed on: 路灯68盏；电线杆12根.
    private var works: String? {
        let quantities = built ?? amendedQuantities ?? application.quantities
        if quantities.isEmpty { return nil }
        return quantities.map { "\($0.what)\($0.count)\($0.unit)" }.joined(separator: "；")
    }

    /// In the order of the application: 专项资金11.30万元；自筹2.00万元.
    private var sourcesOfMoney: String? {
        let fund = application.requested > .zero ? ["专项资金\(application.requested.wanText)万元"] : []
        let others = application.sources.filter { $0.promised > .zero }.map {
            "\($0.kind.chinese)\($0.promised.wanText)万元"
        }
        return fund.isEmpty && others.isEmpty ? nil : (fund + others).joined(separator: "；")
    }
}

extension Satisfaction {
    /// 满意 and 基本满意 among all answers, in thousandths; nil where nobody counted.
    var permille: Int? { total > 0 ? (satisfied + basicallySatisfied) * 1000 / total : nil }
}

extension Satisfaction.Grade {
    /// How paper surveys word it.
    public var chinese: String {
        switch self {
        case .satisfied: "满意"
        case .basicallySatisfied: "基本满意"
        case .dissatisfied: "不满意"
        }
    }
}
