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
        /// 大写, in Chinese only.
        let capitals: String?
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
            "funds": funds.map { row($0, opens: opens, call.words) }, "empty": funds.isEmpty,
            "mayReconcile": caller.person.may(.reconcile, on: reading.today),
        ]
        return .page(
            call.pages.render(
                "funds", .init(title: call.words("funds.title"), caller: caller, part: .funds), call, content))
    }

    private static func row(_ fund: FundState, opens: Bool, _ words: Words) -> Row {
        Row(
            id: fund.id.description, name: name(fund, words), free: fund.balance.free.yuanText,
            capitals: words.capitals(fund.balance.free), facts: facts(fund.balance, words), opens: opens,
            closed: fund.closedOn.map { words("fund.closedOn", ["day": words.day($0)]) })
    }

    static func name(_ fund: FundState, _ words: Words) -> String {
        words("fund.name", ["programme": fund.programme, "year": "\(fund.year)"])
    }

    /// Where the money is, in yuan.
    static func facts(_ balance: FundBalance, _ words: Words) -> [Fact] {
        let always = [
            ("fund.appropriated", balance.appropriated), ("fund.held", balance.encumbered),
            ("fund.disbursed", balance.disbursed),
        ]
        let sometimes = [
            ("fund.recovered", balance.recovered), ("fund.broughtForward", balance.broughtForward),
            ("fund.carriedForward", balance.carriedForward), ("fund.swept", balance.swept),
        ]
        return (always + sometimes.filter { $0.1 > .zero }).map { Fact(label: words($0.0), value: $0.1.yuanText) }
    }
}
