import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// The interface's description: the document for programs, and the same to read.
enum Docs {
    /// A part of the interface with its operations.
    struct Part {
        let name: String
        let operations: [Operation]
    }

    struct Operation {
        let anchor: String
        let method: String
        let path: String
        let words: String
        /// The same in English, beside Chinese.
        let english: String?
        let who: String
        let hasParameters: Bool
        let parameters: [Line]
        let hasBody: Bool
        let bodyLines: [Line]
        let example: String
        let answerStatus: Int
        let hasAnswer: Bool
        let answer: [Line]
        let problems: String
    }

    /// A parameter or a member: its name, what it may be, and what it means.
    struct Line {
        let name: String
        let form: String
        let words: String
        let required: Bool
    }

    static func document(_ call: Call) async throws -> Response {
        var response = Response.json(OpenAPI.document)
        response.headers[.cacheControl] = "no-cache"
        return response
    }

    /// Every operation by its name, or one part of the interface in full: all of it in full is half a megabyte.
    static func page(_ call: Call) async throws -> Response {
        let caller = try await call.callerIfAny()
        let part = try Query(call.request, allowed: ["part"])["part"]
        let described = Routes.all.flatMap { route in route.contracts.map { (route, $0.path, $0.contract) } }
        var parts: [Part] = []
        for (tag, of) in Dictionary(grouping: described, by: { OpenAPI.tag($0.1) }).sorted(by: { $0.key < $1.key }) {
            parts.append(Part(name: tag, operations: of.map { Operation($0.2, of: $0.0, at: $0.1, call.words) }))
        }
        var content: [String: Any] = ["count": described.count, "version": OpenAPI.version]
        if let part {
            guard let chosen = parts.first(where: { $0.name == part }) else { throw Problem(.notFound) }
            content["chosen"] = [chosen]
        } else {
            content["parts"] = parts
        }
        return .page(call.pages.render("docs", .init(title: call.words("docs.title"), caller: caller), call, content))
    }

    /// Where a problem's `type` leads: what it means and what to do.
    static func problem(_ call: Call) async throws -> Response {
        let caller = try await call.callerIfAny()
        let code = try call.parameter("code")
        let words: ProblemWords
        if let kind = ProblemKind.allCases.first(where: { $0.code == code }) {
            words = ProblemWords(kind)
        } else if let refusal = Refusal.Code(rawValue: code) {
            words = ProblemWords(refusal)
        } else if let fault = FileFault.samples.first(where: { $0.code == code }) {
            words = ProblemWords(fault)
        } else if let refusal = OpinionRefusal(rawValue: code) {
            words = ProblemWords(refusal)
        } else {
            throw Problem(.notFound)
        }
        let title = call.words.pick(words.title, words.titleEn)
        var content: [String: Any] = [
            "heading": title, "detail": call.words.pick(words.detail, words.detailEn), "code": code,
            "status": words.status,
        ]
        if call.language == .zh { content["english"] = "\(words.titleEn): \(words.detailEn)" }
        return .page(call.pages.render("problem-type", .init(title: title, caller: caller), call, content))
    }

    struct ProblemWords {
        let title: String
        let titleEn: String
        let detail: String
        let detailEn: String
        let status: String

        init(_ kind: ProblemKind) {
            (title, titleEn, detail, detailEn) = (kind.title, kind.titleEn, kind.detail, kind.detailEn)
            status = String(kind.status.code)
        }

        init(_ fault: FileFault) {
            let kind = fault.problem
            (title, titleEn, detail, detailEn) = (kind.title, kind.titleEn, fault.chinese, fault.english)
            status = String(kind.status.code)
        }

        init(_ refusal: OpinionRefusal) {
            let kind: ProblemKind = refusal == .stale ? .stale : .opinionRefused
            (title, titleEn, detail, detailEn) = (kind.title, kind.titleEn, refusal.chinese, refusal.english)
            status = String(kind.status.code)
        }

        /// A refusal's own words carry amounts and days; here stands which rule it comes from.
        init(_ code: Refusal.Code) {
            let rule = ruleIndex.first { $0.refusals.contains(code) }
            (title, titleEn) = ("不能办理", "Refused")
            detail = rule?.chinese ?? "规则不允许。"
            detailEn = "Rule \(rule?.stem ?? code.rawValue)."
            status = "403 / 409 / 422"
        }
    }
}

extension Docs.Operation {
    init(_ contract: Contract, of route: Route, at path: String, _ words: Words) {
        anchor = OperationName.of(route.method, path)
        method = route.method.rawValue
        self.path = path
        self.words = words.pick(contract.zh, contract.en)
        english = words.language == .zh ? contract.en : nil
        who = route.access.who(words)
        var lines = contract.pathParameters(path).map { Docs.Line($0, required: true, words) }
        lines += contract.queryParameters(route).map { Docs.Line($0, required: $0.isRequired, words) }
        if let (key, isRequired) = contract.requestKey { lines.append(Docs.Line(key, required: isRequired, words)) }
        if contract.isVersioned {
            lines.append(Docs.Line(.version(from: contract.firstVersion), required: true, words))
        }
        (parameters, hasParameters) = (lines, !lines.isEmpty)
        hasBody = contract.body != nil
        switch contract.body {
        case .fields(let fields):
            bodyLines = Docs.Line.members(of: .fields(fields), words)
            var json = JSONWriter()
            json.object(Examples.values(fields))
            example = String(decoding: json.bytes, as: UTF8.self)
        case .json(let schema): (bodyLines, example) = (Docs.Line.members(of: schema, words), "")
        case .media(let types): (bodyLines, example) = ([], words.list(types))
        case nil: (bodyLines, example) = ([], "")
        }
        answerStatus = contract.answer.status
        switch contract.answer.content {
        case .json(let schema):
            answer = Docs.Line.members(of: contract.answer.items?.schema ?? schema, words)
        case .media(let types): answer = types.map { Docs.Line(name: $0, form: "", words: "", required: true) }
        case .nothing, .stream: answer = []
        }
        hasAnswer = !answer.isEmpty
        problems = contract.problemStatuses(route, path: path).map(String.init).joined(separator: " ")
    }
}

extension Docs.Line {
    init(_ parameter: Contract.Parameter, required: Bool, _ words: Words) {
        self.init(
            name: parameter.name, form: parameter.schema.words, words: words.pick(parameter.zh, parameter.en),
            required: required)
    }

    static func members(of schema: Schema, _ words: Words) -> [Docs.Line] {
        switch schema {
        case .object(let members):
            members.map {
                Docs.Line(
                    name: $0.name, form: $0.schema.words, words: words.pick($0.zh, $0.en), required: $0.isRequired)
            }
        case .shape(let shape): members(of: shape.schema, words)
        case .string, .integer, .number, .boolean, .words, .array, .map, .nullable, .either, .anything: []
        }
    }
}

extension Schema {
    /// The form in a few words, for people.
    var words: String {
        switch self {
        case .string(let maximum, _, let format): format ?? maximum.map { "string ≤\($0)" } ?? "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .words(let words): words.joined(separator: " | ")
        case .array(let items, _): "[\(items.words)]"
        case .object: "object"
        case .map: "object"
        case .nullable(let schema): "\(schema.words) | null"
        case .either(let schemas): schemas.map(\.words).joined(separator: " | ")
        case .shape(let shape): shape.name
        case .anything: "any"
        }
    }
}

extension Access {
    fileprivate func who(_ words: Words) -> String {
        switch self {
        case .open: words("docs.anybody")
        case .signedIn: words("docs.signedIn")
        case .entering, .mending: words("docs.entering")
        case .ownSession: words("docs.ownSession")
        case .read(let operation): words.list(operation.permitted.map { words($0) })
        case .write(let operation): words.list(operation.permitted.map { words($0) })
        case .command: words("docs.command")
        }
    }
}
