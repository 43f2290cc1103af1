import Hummingbird
import Sheets
import UseCases
import Workflow

/// A bank's statement beside the ledger. Nothing is written, so no key is asked for.
enum ReconciliationRoutes {
    /// A month of a town takes about 10 KiB; this is some years.
    static let mediaTypes: Set<String> = ["text/csv", "application/csv", "application/vnd.ms-excel", "text/plain"]

    static func compare(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["from", "to", "days", "programme", "format"])
        let terms = try terms(
            from: try query.day("from"), to: try query.day("to"),
            tolerance: try query.number(
                "days", ReconciliationTerms.tolerances, default: ReconciliationTerms.usualTolerance),
            programme: query["programme"])
        let format = try query.choice("format", of: StatementFormat.self) ?? .json
        guard mediaTypes.contains(call.request.mediaType) else {
            throw Problem(
                .mediaTypeUnsupported, detail: "请以text/csv发送银行流水。", detailEn: "Send the bank's statement as text/csv.")
        }
        let bank = try sheet(try await call.body(), call)
        let found = try await call.services.statements.reconcile(bank, terms, for: caller.person)
        return try format.answer(
            [found.sheet], name: "银行对账-\(found.from)-\(found.to)", call,
            json: { ReconciliationJSON.bytes(found, bank) })
    }

    static func terms(
        from: CivilDate?, to: CivilDate?, tolerance: Int, programme: String?
    ) throws -> ReconciliationTerms {
        var terms = ReconciliationTerms(tolerance: tolerance, programme: programme)
        switch (from, to) {
        case (let from?, let to?):
            guard from <= to else { throw Query.wrong("from", "不能晚于to", "it lies after to") }
            terms.days = from...to
        case (nil, nil): break
        case (.some, nil): throw Query.wrong("to", "与from一起给出", "it is given together with from")
        case (nil, .some): throw Query.wrong("from", "与to一起给出", "it is given together with to")
        }
        return terms
    }

    static func sheet(_ bytes: [UInt8], _ call: Call) throws -> BankSheet {
        guard !bytes.isEmpty, let table = call.services.readTable(bytes) else {
            throw Problem(
                .fileRefused, detail: "不是UTF-8或GB18030编码的CSV，请从网银另存为CSV后再传。",
                detailEn: "The file is no CSV in UTF-8 or GB18030.")
        }
        return BankSheet(table)
    }
}
