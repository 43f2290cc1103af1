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
        let (form, file) = try await sent(call)
        try FormToken.check(form, caller, call.services.secrets)
        let text = form["statement"] ?? ""
        var content: [String: Any] = ["text": text]
        do {
            let bank = try ReconciliationRoutes.sheet(file.isEmpty ? Array(text.utf8) : file, call)
            let found = try await call.services.statements.reconcile(bank, ReconciliationTerms(), for: caller.person)
            content["counts"] = Reconciliation.Outcome.Kind.allCases.map { kind in
                Count(light: kind.light, name: call.words(kind), count: found.count(kind))
            }
            content["sheets"] = [SheetView(found.sheet, call.words)]
            content["faults"] = bank.faults.map { fault -> String in
                let words = call.words.pick(fault.chinese, fault.english)
                return fault.line.map { call.words("reconcile.line", ["line": "\($0)", "fault": words]) } ?? words
            }
            content["agrees"] = found.agrees && bank.faults.isEmpty
            content["compared"] = true
            return page(call, caller, content)
        } catch let problem as Problem {
            content["message"] = call.words.pick(problem.detail, problem.detailEn)
            return page(call, caller, content, status: problem.status)
        }
    }

    /// The form's texts and the bank's file as it is, in whatever encoding; empty where none was chosen.
    private static func sent(_ call: Call) async throws -> (form: Form, file: [UInt8]) {
        guard call.request.mediaType == MultipartReader.mediaType else { return (try await Form(call), []) }
        var multipart = try MultipartReader(contentType: call.request.headers[.contentType] ?? "")
        var texts: [String: [String]] = [:]
        var (field, isFile) = ("", false)
        var (part, file): ([UInt8], [UInt8]) = ([], [])
        for piece in try multipart.feed(try await call.body()) {
            switch piece {
            case .begin(let name, let fileName):
                (field, isFile) = (name, fileName != nil)
                part = []
            case .data(let bytes): part += bytes
            case .end:
                if isFile {
                    file = part
                } else if let text = String(validating: part, as: UTF8.self) {
                    texts[field, default: []].append(text)
                }
            }
        }
        guard multipart.isComplete else { throw Problem(.malformedRequest) }
        return (Form(texts: texts), file)
    }

    private static func page(
        _ call: Call, _ caller: Caller, _ content: [String: Any], status: HTTPResponse.Status = .ok
    ) -> Response {
        var content = content
        content["heading"] = call.words("reconcile.title")
        let frame = Pages.Frame(
            title: call.words("reconcile.title"), caller: caller, part: .funds, isWide: true)
        return .page(call.pages.render("reconciliation", frame, call, content), status: status)
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

extension Reconciliation.Outcome.Kind: Worded {
    var english: String {
        switch self {
        case .matched: "matched"
        case .differing: "differing"
        case .onlyAtBank: "only at the bank"
        case .onlyInLedger: "only in the ledger"
        }
    }
}
