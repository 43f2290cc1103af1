import Hummingbird
import Sheets
import UseCases
import Workflow

/// 银行对账: the bank's statement in, each of its lines beside the ledger's out. Nothing is stored.
enum ReconciliationPage {
    struct Count {
        let light: String
        let name: String
        let count: Int
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        _ = try Query(call.request, allowed: [])
        let today = call.services.clock.now().civilDate
        guard caller.person.mayRead(.statements, in: caller.person.town, on: today) else { throw Problem(.readRefused) }
        return page(call, caller, ["text": ""])
    }

    static func compare(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        let text = form["statement"] ?? ""
        var content: [String: Any] = ["text": text]
        do {
            let bank = try ReconciliationRoutes.sheet(Array(text.utf8), call)
            let found = try await call.services.statements.reconcile(bank, ReconciliationTerms(), for: caller.person)
            content["counts"] = Reconciliation.Outcome.Kind.allCases.map { kind in
                Count(light: kind.light, name: kind.chinese, count: found.count(kind))
            }
            content["sheets"] = [SheetView(found.sheet)]
            content["faults"] = bank.faults.map { fault in
                "\(fault.line.map { "第\($0)行：" } ?? "")\(fault.chinese)"
            }
            content["agrees"] = found.agrees && bank.faults.isEmpty
            content["compared"] = true
            return page(call, caller, content)
        } catch let problem as Problem {
            content["message"] = problem.detail
            return page(call, caller, content, status: problem.status)
        }
    }

    private static func page(
        _ call: Call, _ caller: Caller, _ content: [String: Any], status: HTTPResponse.Status = .ok
    ) -> Response {
        .page(
            call.pages.render(
                "reconciliation", .init(title: "银行对账", caller: caller, part: .funds), call, content),
            status: status)
    }
}

extension Reconciliation.Outcome.Kind {
    fileprivate var light: String {
        switch self {
        case .matched: "green"
        case .differing: "yellow"
        case .onlyAtBank, .onlyInLedger: "red"
        }
    }
}
