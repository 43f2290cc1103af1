import HTTPTypes
import Hummingbird
import NIOCore
import UseCases
import Workflow

/// Any list as one table: CSV as spreadsheets in China open it, with every page of the list behind the other.
///
/// Columns are the members of the items under the names of the interface, so that what reads the JSON reads this.
enum TableExport {
    /// More than a city's ledger of ten years; a sheet beyond it would not open anyway.
    static let rowLimit = 1_000_000

    static func answer(_ route: Route, _ contract: Contract, _ call: Call) async throws -> Response {
        guard let items = contract.answer.items else { throw Problem(.notFound) }
        let asked = try Asked(call.request, contract, route)
        let columns = TableColumns.of(items.schema).filter { asked.fields.isEmpty || asked.fields.contains($0.path[0]) }
        let pages = TablePages(route: route, call: call.with(asked.request), contract: contract)
        // The first page is read before anything is answered, so that a refusal is still a problem document.
        let first = try await pages.page(after: nil)
        // What leaves as a file is an export; one that cannot be noted does not leave. What is public leaves anyway.
        if route.access != .open, let caller = try await call.callerIfAny() {
            try await call.services.audit.note(.export, by: caller.person, call.request.uri.path)
        }
        var response = Response(
            status: .ok, headers: [.contentType: "text/csv; charset=utf-8"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "\u{FEFF}" + TableText.line(columns.map(\.name))))
                var (page, count) = (first, 0)
                while true {
                    let lines = page.items.map { item in TableText.line(columns.map { $0.cell(item) }) }
                    try await writer.write(ByteBuffer(string: lines.joined()))
                    count += page.items.count
                    guard let next = page.next, count < rowLimit else { break }
                    page = try await pages.page(after: next)
                }
                try await writer.finish(nil)
            })
        let name = OpenAPI.tag(route.path)
        response.headers[.contentDisposition] = "attachment; filename=\"liban-\(name).csv\""
        return response
    }
}

/// The pages of a list, read as its route gives them.
private struct TablePages: Sendable {
    let route: Route
    let call: Call
    let contract: Contract

    struct Page: Sendable {
        let items: [JSON]
        let next: String?
    }

    /// Whoever names a page gets this page; otherwise all of them.
    private var isWhole: Bool {
        let names = (call.request.uri.query ?? "").split(separator: "&").map { $0.prefix { $0 != "=" } }
        return !names.contains { ["limit", "cursor", "after", "before"].contains($0) }
    }

    func page(after next: String?) async throws -> Page {
        var more: [String] = []
        if isWhole, let limit = contract.query.first(where: { $0.name == "limit" }),
            case .integer(let range) = limit.schema
        {
            more.append("limit=\(range.upperBound)")
        }
        if let next, let place = contract.query.first(where: { ["cursor", "after", "before"].contains($0.name) }) {
            more.append("\(place.name)=\(next)")
        }
        let request = isWhole ? call.request.withQuery(more) { _ in true } : call.request
        let response = try await route.handle(call.with(request))
        guard let bytes = try await response.bytes(upTo: .max),
            case .object(let members) = try JSONReader.read(bytes, limits: .none),
            case .array(let items)? = members.first(where: { $0.name == "items" })?.value
        else { return Page(items: [], next: nil) }
        return Page(items: items, next: isWhole ? text(members.first { $0.name == "next" }?.value) : nil)
    }

    private func text(_ value: JSON?) -> String? {
        switch value {
        case .string(let text)?: text
        case .number(let digits)?: digits
        case .null?, .bool?, .array?, .object?, nil: nil
        }
    }
}
