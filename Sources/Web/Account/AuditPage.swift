import Hummingbird
import UseCases
import Workflow

/// 审计: the trail, searched and paged, for the administrator of audit and the auditor.
enum AuditPage {
    struct Row {
        let number: Int64
        let at: String
        let who: String
        let act: String
        let result: String
        let isRefused: Bool
        let subject: String
        let detail: String?
        let address: String?
    }

    struct Option {
        let value: String
        let label: String
        let chosen: Bool
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try AuditRoutes.query(call, caller, limit: 50)
        let records = try await call.services.audit.search(query, by: caller.person)
        var content: [String: Any] = [
            "rows": records.map { row($0, call.words) },
            "acts": AuditAct.allCases.map {
                Option(value: $0.rawValue, label: call.words($0), chosen: $0 == query.act)
            },
            "results": AuditResult.allCases.map {
                Option(value: $0.rawValue, label: call.words($0), chosen: $0 == query.result)
            },
        ]
        content["personNumber"] = query.person?.description ?? ""
        content["subject"] = query.subject ?? ""
        content["from"] = query.from?.civilDate.description
        content["to"] = query.to.map { $0.adding(seconds: -1).civilDate.description }
        if records.isEmpty { content["empty"] = call.words.pick("没有符合条件的记录。", "Nothing fits.") }
        if records.count == query.limit, let last = records.last { content["older"] = older(call, last.number) }
        return .page(
            call.pages.render(
                "audit", .init(title: call.words.pick("审计", "Audit"), caller: caller, part: .audit), call, content))
    }

    /// The same search, further back.
    private static func older(_ call: Call, _ number: Int64) -> String {
        let kept = (call.request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("before=") }
        return "/audit?" + (kept.map(String.init) + ["before=\(number)"]).joined(separator: "&")
    }

    private static func row(_ record: AuditRecord, _ words: Words) -> Row {
        let entry = record.entry
        return Row(
            number: record.number, at: words.time(entry.at),
            who: record.name.map { name in "\(name) (\(entry.person?.description ?? ""))" } ?? "—",
            act: words(entry.act),
            result: words(entry.result), isRefused: entry.result == .refused,
            subject: entry.subject, detail: entry.detail.nilIfEmpty, address: entry.origin.address.nilIfEmpty)
    }
}
