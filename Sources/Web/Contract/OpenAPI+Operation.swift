import HTTPTypes
import Hummingbird
import UseCases
import Workflow

extension JSONWriter {
    /// One operation: who may call it, what it takes, what it answers.
    mutating func operation(_ contract: Contract, of route: Route, at path: String) {
        object { json in
            json.field("operationId", OperationName.of(route.method, path))
            json.field("summary", contract.zh)
            json.field("description", contract.en + route.access.sentence)
            json.array("tags") { $0.value(OpenAPI.tag(path)) }
            json.parameters(contract, of: route, at: path)
            json.requestBody(contract)
            json.object("responses") { json in json.responses(contract, of: route, at: path) }
            json.array("security") { json in
                if route.access == .open { json.object { _ in } }
                if route.access != .open {
                    json.object { $0.array("token") { _ in } }
                    json.object { $0.array("session") { _ in } }
                }
            }
        }
    }

    private mutating func parameters(_ contract: Contract, of route: Route, at path: String) {
        array("parameters") { json in
            for parameter in contract.pathParameters(path) { json.parameter(parameter, in: "path", required: true) }
            for parameter in contract.queryParameters(route) {
                json.parameter(parameter, in: "query", required: parameter.isRequired)
            }
            if let (key, required) = contract.requestKey { json.parameter(key, in: "header", required: required) }
            if contract.isVersioned {
                json.parameter(.version(from: contract.firstVersion), in: "header", required: true)
            }
        }
    }

    private mutating func parameter(_ parameter: Contract.Parameter, in place: String, required: Bool) {
        object { json in
            json.field("name", parameter.name)
            json.field("in", place)
            json.field("required", required)
            json.field("description", "\(parameter.zh) · \(parameter.en)")
            json.key("schema")
            json.schema(parameter.schema)
        }
    }

    private mutating func requestBody(_ contract: Contract) {
        guard let body = contract.body else { return }
        object("requestBody") { json in
            json.field("required", true)
            json.object("content") { json in
                switch body {
                case .fields(let fields):
                    json.content("application/json", .fields(fields)) { $0.example(fields) }
                case .json(let schema): json.content("application/json", schema) { _ in }
                case .media(let types):
                    for type in types { json.content(type, nil) { _ in } }
                }
            }
        }
    }

    private mutating func content(_ type: String, _ schema: Schema?, _ more: (inout JSONWriter) -> Void) {
        key(type)
        object { json in
            json.key("schema")
            if let schema { json.schema(schema) } else { json.binary() }
            more(&json)
        }
    }

    private mutating func binary() {
        object { json in
            json.field("type", "string")
            json.field("format", "binary")
        }
    }

    private mutating func responses(_ contract: Contract, of route: Route, at path: String) {
        key(String(contract.answer.status))
        object { json in
            json.field("description", contract.zh)
            json.object("headers") { $0.answerHeaders(contract, of: route) }
            json.answerContent(contract.answer)
        }
        if route.method == .get {
            key("304")
            object { $0.field("description", "与If-None-Match相同 · unchanged") }
        }
        for status in contract.problemStatuses(route, path: path) where status != contract.answer.status {
            key(String(status))
            object { json in
                json.field("description", HTTPResponse.Status(code: status).reasonPhrase)
                json.object("content") { json in
                    json.content("application/problem+json", .shape(ProblemShape.problem)) { _ in }
                }
            }
        }
    }

    private mutating func answerContent(_ answer: Contract.Answer) {
        switch answer.content {
        case .nothing: break
        case .stream:
            object("content") { $0.content("text/event-stream", .text) { _ in } }
        case .json(let schema):
            object("content") { json in
                json.content("application/json", schema) { $0.example(of: schema) }
                // Every list can be had as a table.
                if answer.items != nil { json.content("text/csv", .text) { _ in } }
                for type in answer.otherTypes { json.content(type, nil) { _ in } }
            }
        case .media(let types):
            object("content") { json in
                for type in types { json.content(type, nil) { _ in } }
            }
        }
    }

    private mutating func answerHeaders(_ contract: Contract, of route: Route) {
        header("X-Request-Id", "请求编号，求助时请提供 · the request's id")
        if contract.isVersioned || (route.method == .get && contract.answer.status == 200) {
            header("ETag", "版本 · version")
        }
        if contract.answer.address != nil { header("Location", "新建内容的地址 · where it is") }
    }

    private mutating func header(_ name: String, _ words: String) {
        key(name)
        object { json in
            json.field("description", words)
            json.object("schema") { $0.field("type", "string") }
        }
    }

    mutating func securitySchemes() {
        object("securitySchemes") { json in
            json.object("token") { json in
                json.field("type", "http")
                json.field("scheme", "bearer")
                json.field("description", "登录或令牌所得 · from signing in, or a token made for a program")
            }
            json.object("session") { json in
                json.field("type", "apiKey")
                json.field("in", "cookie")
                json.field("name", "__Host-liban")
            }
        }
    }
}

extension Contract {
    /// The key it takes, and whether it asks for one.
    var requestKey: (Parameter, isRequired: Bool)? {
        switch keyed {
        case .withEffect?, .keptAsked?: (.requestKey(of: 1...Preconditions.keyLimit), true)
        case .ofStrangers?: (.requestKey(of: PublicRoutes.keyLengths), true)
        case .kept?, .shownOnce?: (.requestKey(of: 1...Preconditions.keyLimit), false)
        case .needless?, nil: nil
        }
    }
}

extension Contract.Parameter {
    static func requestKey(of lengths: ClosedRange<Int>) -> Contract.Parameter {
        Contract.Parameter(
            "Idempotency-Key",
            .string(maximum: lengths.upperBound, pattern: "^[!-~]{\(lengths.lowerBound),\(lengths.upperBound)}$"),
            "每次写操作自拟一个，重发时不变", "chosen for each write, the same when it is sent again")
    }
    static func version(from first: Int) -> Contract.Parameter {
        let number = first == 0 ? "(0|[1-9][0-9]{0,8})" : "[1-9][0-9]{0,8}"
        return Contract.Parameter(
            "If-Match", .string(maximum: 40, pattern: #"^(\*|""# + number + #"(-[0-9a-f]{16})?")$"#),
            "所见版本，如\"7\"", "the version seen, such as \"7\"")
    }
}

extension Access {
    /// Who may call it, in a sentence behind the summary.
    fileprivate var sentence: String {
        switch self {
        case .open: " Open to everybody."
        case .signedIn: " For everybody signed in."
        case .entering, .mending: " For everybody whose sign-in has begun."
        case .ownSession: " For everybody signed in themselves, with no token."
        case .read(let operation): Access.sentence(operation.permitted.map(\.rawValue))
        case .write(let operation): Access.sentence(operation.permitted.map(\.rawValue))
        case .command: " For whoever may issue the command."
        }
    }

    private static func sentence(_ roles: [String]) -> String { " For: \(roles.joined(separator: ", "))." }
}

/// The name of an operation, for generated clients: `getApiProjectsId` would help nobody, `getProject` cannot be
/// derived; so method and address, without what is the same in all: `getProjects_id_events`.
enum OperationName {
    static func of(_ method: HTTPRequest.Method, _ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "api" && $0 != "v1" }
        let words = parts.map { part in
            String(part.compactMap { "{}".contains($0) ? nil : ".-".contains($0) ? "_" : $0 })
        }
        return ([method.rawValue.lowercased()] + words).joined(separator: "_")
    }
}
