import HTTPTypes
import UseCases
import Workflow

/// What a route promises: what it takes and what it answers. The document at `/openapi.json` is written from it,
/// requests are held to it before the route sees them, and the tests hold every answer to it.
struct Contract: Sendable {
    /// A part of the path or of the query.
    struct Parameter: Sendable {
        let name: String
        let schema: Schema
        let zh: String
        let en: String
        /// In a query: it has to be given. Parts of paths always are.
        private(set) var isRequired = false

        var required: Parameter {
            var parameter = self
            parameter.isRequired = true
            return parameter
        }

        init(_ name: String, _ schema: Schema, _ zh: String, _ en: String) {
            (self.name, self.schema, self.zh, self.en) = (name, schema, zh, en)
        }
    }

    enum Body: Sendable {
        /// A JSON object read with these fields.
        case fields([Field])
        case json(Schema)
        /// Bytes of one of these types.
        case media([String])
    }

    enum Content: Sendable {
        case json(Schema)
        /// Bytes of one of these types.
        case media([String])
        /// Server-sent events, for as long as the client listens.
        case stream
        case nothing
    }

    struct Answer: Sendable {
        let status: Int
        let content: Content
        /// Where JSON is a list of items: their form, for exports and sparse fields.
        var items: Shape?
        /// What else the same answer may come as, where a parameter asks for it.
        var otherTypes: [String] = []
        /// Of what was made, with members of the answer in braces: `/api/v1/opinions/{number}`.
        var address: String?
    }

    /// How a write honours `Idempotency-Key`.
    enum Keyed: Sendable, Equatable {
        /// It asks for one and keeps its answer in the transaction of its effect.
        case withEffect
        /// The same for strangers, whose keys are one another's: it must be long enough to be nobody else's.
        case ofStrangers
        /// It takes one; the effect claims it and the answer follows.
        case kept
        /// The same, and it asks for one: sent twice, it would be two.
        case keptAsked
        /// As `kept`, but the answer holds a secret that is shown once: a repeat hears that it was carried out.
        case shownOnce
        /// It needs none, for this reason.
        case needless(String)

        /// By the edge, around the handler.
        var isKeptHere: Bool { self == .kept || self == .keptAsked || self == .shownOnce }
    }

    let zh: String
    let en: String
    /// In the path; a part that is not named here is described by its name (`Contract.usual`).
    var path: [Parameter] = []
    var query: [Parameter] = []
    var body: Body?
    var answer: Answer
    /// What a write does with `Idempotency-Key`; nil for reads and for strangers, who have no keys of their own.
    var keyed: Keyed?
    /// A write on a version that the client has seen: `If-Match`.
    var isVersioned = false
    /// The version of a thing that nothing has happened to yet: an opinion begins at 0, a project at 1.
    var firstVersion = 1
    /// Statuses of problems beyond those that follow from the rest.
    var refusals: Set<Int> = []
}

extension Contract.Answer {
    static func json(_ schema: Schema) -> Self { Self(status: 200, content: .json(schema)) }
    static func json(_ shape: Shape) -> Self { json(.shape(shape)) }
    static func created(_ shape: Shape, at address: String? = nil) -> Self {
        Self(status: 201, content: .json(.shape(shape)), address: address)
    }
    static func media(_ types: String...) -> Self { Self(status: 200, content: .media(types)) }
    func or(_ types: [String]) -> Self {
        var answer = self
        answer.otherTypes = types
        return answer
    }

    static let stream = Self(status: 200, content: .stream)
    static let nothing = Self(status: 204, content: .nothing)

    /// `{items}`: everything there is.
    static func items(_ shape: Shape) -> Self {
        Self(status: 200, content: .json(.object(["items": .list(.shape(shape))])), items: shape)
    }

    /// `{items, next}`: one page, and where the next one begins.
    static func page(_ shape: Shape, next: Schema = .text) -> Self {
        Self(
            status: 200, content: .json(.object(["items": .list(.shape(shape)), "next": next.orNull])), items: shape)
    }
}

extension Route {
    /// Says what this route promises. Every route of the API has this line; a test names those without.
    func promising(
        _ zh: String, _ en: String, path: [Contract.Parameter] = [], query: [Contract.Parameter] = [],
        body: Contract.Body? = nil, keyed: Contract.Keyed? = nil, versioned: Bool = false, firstVersion: Int = 1,
        refusals: Set<Int> = [], _ answer: Contract.Answer
    ) -> Route {
        let isWrite = method != .get && access != .open
        return promising([
            (
                self.path,
                Contract(
                    zh: zh, en: en, path: path, query: query, body: body, answer: answer,
                    keyed: keyed ?? (isWrite ? .kept : nil), isVersioned: versioned, firstVersion: firstVersion,
                    refusals: refusals)
            )
        ])
    }

    /// One route that is described under several addresses, such as one for each command.
    func promising(_ contracts: [(path: String, contract: Contract)]) -> Route {
        Route(method: method, path: path, access: access, contracts: contracts, handle: handle)
    }

    /// The contract of this very address.
    func contract(of path: Substring) -> Contract? {
        let exact = contracts.first { $0.path == path }
        return exact?.contract ?? contracts.first { Route.fits(path, $0.path) }?.contract
    }

    /// A list has its table beside it, under the same address with `.csv`.
    var tables: [Route] {
        guard method == .get, let (_, contract) = contracts.first, contract.answer.items != nil else { return [] }
        let query = contract.query.filter { !["limit", "cursor", "after", "before", "ids"].contains($0.name) }
        let list = self
        let table = Contract.Answer(status: 200, content: .media(["text/csv"]), items: contract.answer.items)
        return [
            Route(
                method: .get, path: path + ".csv", access: access,
                contracts: [
                    (
                        path + ".csv",
                        Contract(
                            zh: contract.zh + "（表格）", en: "The whole list as CSV. " + contract.en, path: contract.path,
                            query: query, answer: table, refusals: contract.refusals)
                    )
                ],
                handle: { call in try await TableExport.answer(list, contract, call) })
        ]
    }
}
