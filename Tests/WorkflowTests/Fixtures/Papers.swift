import Workflow

/// Good papers: what a careful person would write. Tests spoil one field at a time.
enum Papers {
    static let application = Application(
        title: "云岭巷道路灯更新", category: "人居环境", need: "夜间看不清路", channel: "走访", place: "云岭巷 1–80 号",
        quantities: [Quantity(what: "路灯", count: 80, unit: "盏")],
        budget: [BudgetLine(what: "灯具", amount: yuan(90_000)), BudgetLine(what: "安装", amount: yuan(23_000))],
        sources: [Source(kind: .ownContribution, promised: yuan(13_000))], requested: yuan(100_000))

    /// An application for so much money, with a budget that adds up.
    static func application(asking amount: Money) -> Application {
        var application = application
        application.requested = amount
        application.sources = []
        application.budget = amount > .zero ? [BudgetLine(what: "工程", amount: amount)] : []
        return application
    }

    static let start = Start(contractor: "云岭建筑队", contractAmount: yuan(100_000), basis: "合同 2026-01")
    static let afterPhoto = Document(kind: .afterPhoto, name: "完工.jpg")
    static let visit = SiteVisit(visitedOn: day("2026-03-02"), recommended: true, opinion: "属实，建议支持")
    static let rectification = Rectification(items: ["灯杆歪斜"], dueOn: day("2026-04-01"))
    static let satisfied = Satisfaction(satisfied: 18, basicallySatisfied: 1, dissatisfied: 1)

    static func payment(_ amount: Money, invoice: String? = nil) -> Payment {
        Payment(amount: amount, payee: "云岭建筑队", invoice: invoice, voucher: "凭证 7")
    }

    static func acceptance(by panel: [Person]) -> Acceptance {
        Acceptance(panel: panel.map(\.id), quantities: application.quantities, satisfaction: satisfied)
    }
}

extension Policy {
    /// 书记立办 with one thing changed.
    static func with(_ change: (inout Policy) -> Void) -> Policy {
        var policy = Policy.secretaryActsNow
        change(&policy)
        return policy
    }
}
