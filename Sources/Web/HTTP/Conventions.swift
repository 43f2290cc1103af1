import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// What every route of the interface has in common, done once around it: queries held to the contract, tables,
/// sparse fields, and reads that answer 304 where nothing changed.
enum Conventions {
    static func answer(_ route: Route, _ call: Call) async throws -> Response {
        guard let contract = route.contract(of: call.request.uri.path[...]) else { return try await route.handle(call) }
        var call = call
        call.contract = contract
        let asked = try Asked(call.request, contract, route)
        // A table picks its columns itself.
        guard contract.isJSON else { return try await route.handle(call) }
        if asked.wantsTable { return try await TableExport.answer(route, contract, call) }
        var response = try await route.handle(call.with(asked.request))
        guard call.request.method == .get || call.request.method == .head else { return response }
        if !asked.fields.isEmpty { response = try await SparseFields.keep(asked.fields, in: response) }
        return try await EntityTags.conditional(response, call)
    }
}

/// What the conventions take out of a request before its route sees it.
struct Asked {
    /// Members to answer with; empty for all.
    let fields: [String]
    /// The client wants the list as a table.
    let wantsTable: Bool
    let request: Request

    init(_ request: Request, _ contract: Contract, _ route: Route) throws {
        let query = try Query(request, allowed: Set(contract.queryParameters(route).map(\.name)))
        fields = try Self.fields(query["fields"], contract)
        wantsTable = contract.answer.items != nil && request.prefersTable
        guard query["fields"] != nil else {
            self.request = request
            return
        }
        self.request = request.withQuery { $0 != "fields" }
    }

    private static func fields(_ text: String?, _ contract: Contract) throws -> [String] {
        guard let text else { return [] }
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let known = contract.sparseNames
        for name in names where !known.contains(name) {
            throw Query.wrong(
                "fields", "没有“\(name)”这个字段", "there is no “\(name)”; known are \(known.joined(separator: ", "))")
        }
        return names
    }
}

extension Call {
    /// The same call with another request.
    func with(_ request: Request) -> Call {
        Call(
            request: request, context: context, services: services, charts: charts, pages: pages, contract: contract)
    }
}

extension Request {
    /// Whether a table is named before JSON among what the client takes.
    fileprivate var prefersTable: Bool {
        let accept = headers[.accept] ?? ""
        let types = accept.split(separator: ",").map { $0.prefix { $0 != ";" }.filter { $0 != " " }.lowercased() }
        guard let table = types.firstIndex(of: "text/csv") else { return false }
        return types.firstIndex(of: "application/json").map { table < $0 } ?? true
    }

    /// The same request with only those parameters of its query, and more behind them.
    func withQuery(_ more: [String] = [], keeping isKept: (Substring) -> Bool) -> Request {
        let kept = (uri.query ?? "").split(separator: "&").filter { isKept($0.prefix { $0 != "=" }) }.map(String.init)
        let query = (kept + more).joined(separator: "&")
        var head = head
        head.path = uri.path + (query.isEmpty ? "" : "?" + query)
        return Request(head: head, body: body)
    }
}
