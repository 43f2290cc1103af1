import Hummingbird
import UseCases
import Workflow

/// The town's funds: what is free first, then where the rest of the money is.
enum FundPage {
    struct Fact {
        let label: String
        let value: String
    }

    struct Row {
        let id: String
        let name: String
        let free: String
        let capitals: String
        let facts: [Fact]
        /// Whether the statements may be opened.
        let opens: Bool
        let closed: String?
    }

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let reading = call.services.statements
        let opens = caller.person.mayRead(.statements, in: caller.person.town, on: reading.today)
        let funds = try await reading.funds(for: caller.person)
        let content: [String: Any] = [
            "funds": funds.map { row($0, opens: opens) }, "empty": funds.isEmpty,
            "mayReconcile": caller.person.may(.reconcile, on: reading.today),
        ]
        return .page(call.pages.render("funds", .init(title: "资金", caller: caller, part: .funds), call, content))
    }

    private static func row(_ fund: FundState, opens: Bool) -> Row {
        Row(
            id: fund.id.description, name: "\(fund.programme) \(fund.year)年度", free: fund.balance.free.yuanText,
            capitals: fund.balance.free.capitals, facts: facts(fund.balance), opens: opens,
            closed: fund.closedOn.map { "\($0)关账" })
    }

    /// Where the money is, in yuan.
    static func facts(_ balance: FundBalance) -> [Fact] {
        let always = [("下达", balance.appropriated), ("占用（已批未付）", balance.encumbered), ("已拨付", balance.disbursed)]
        let sometimes = [
            ("已收回", balance.recovered), ("上年结转", balance.broughtForward), ("结转下年", balance.carriedForward),
            ("统筹收回", balance.swept),
        ]
        return (always + sometimes.filter { $0.1 > .zero }).map { Fact(label: $0.0, value: $0.1.yuanText) }
    }
}
