import HTTPTypes
import Synchronization
import Testing
import UseCases
import Web
import Workflow

/// Bad requests get an answer that says what is wrong; never a crash, never a page of the framework's own.
struct ProblemTests {
    /// A request, and the status and code of its answer.
    struct Case: Sendable, CustomTestStringConvertible {
        let body: String
        let status: Int
        let code: String
        let field: String?
        var testDescription: String { "\(code) \(field ?? "") \(body.prefix(40))" }
    }

    static let draftBodies: [Case] = [
        Case(body: "{", status: 400, code: "malformedJSON", field: nil),
        Case(body: "[]", status: 400, code: "malformedJSON", field: nil),
        Case(body: #"{"unit":1,"unit":2}"#, status: 400, code: "malformedJSON", field: nil),
        Case(body: #"{"unit":1} x"#, status: 400, code: "malformedJSON", field: nil),
        Case(
            body: #"{"unit":1,"application":{"title":"\u0000"}}"#, status: 400, code: "malformedJSON", field: nil),
        Case(body: "{}", status: 422, code: "missingField", field: "unit"),
        Case(body: #"{"unit":1,"application":null}"#, status: 422, code: "missingField", field: "application"),
        Case(body: #"{"unit":"1","application":{}}"#, status: 400, code: "malformedField", field: "unit"),
        Case(body: #"{"unit":1.5,"application":{}}"#, status: 400, code: "malformedField", field: "unit"),
        Case(body: #"{"unit":1,"application":{"x":1}}"#, status: 400, code: "unknownField", field: "application/x"),
        Case(
            body: #"{"unit":1,"application":{"title":"路","requestedFen":1.5}}"#, status: 400, code: "malformedField",
            field: "application/requestedFen"),
        Case(
            body: #"{"unit":1,"application":{"title":"路","requestedFen":1e3}}"#, status: 400, code: "malformedField",
            field: "application/requestedFen"),
        Case(
            body: #"{"unit":1,"application":{"title":"路","requestedFen":-1}}"#, status: 422,
            code: "amountOutOfRange", field: "application/requestedFen"),
        Case(
            body: #"{"unit":1,"application":{"title":"路","requestedFen":99999999999999999999999}}"#, status: 422,
            code: "amountOutOfRange", field: "application/requestedFen"),
        Case(
            body: #"{"unit":1,"application":{"title":"路","budget":[{"what":"灯","amountFen":true}]}}"#, status: 400,
            code: "malformedField", field: "application/budget/0/amountFen"),
        Case(
            body: #"{"unit":1,"application":{"title":"路","sources":[{"kind":"gift","promisedFen":1}]}}"#,
            status: 400, code: "malformedField", field: "application/sources/0/kind"),
        Case(
            body: #"{"unit":1,"application":{"title":"路"},"effectiveOn":"2026-02-30"}"#, status: 400,
            code: "malformedField", field: "effectiveOn"),
        Case(
            body: #"{"unit":1,"application":{"title":"路"},"effectiveOn":"2026.3.5"}"#, status: 400,
            code: "malformedField", field: "effectiveOn"),
        Case(
            body: #"{"unit":1,"application":{"title":"路"},"effectiveOn":"2026-12-01"}"#, status: 422,
            code: "effectiveInFuture", field: "effectiveOn"),
        Case(body: #"{"unit":1,"application":{"title":" "}}"#, status: 422, code: "incomplete", field: "title"),
        Case(body: #"{"unit":99,"application":{"title":"路"}}"#, status: 422, code: "unitUnknown", field: "unit"),
    ]

    @Test(arguments: draftBodies) func aBadDraftIsToldWhatIsWrong(_ bad: Case) async throws {
        try await World().run { client in
            let answer = try await client.signIn("secretary").post("/api/v1/projects", bad.body)
            #expect(answer.status == bad.status, "\(answer.text)")
            #expect(answer.code == bad.code, "\(answer.text)")
            #expect(answer.json["field"] as? String == bad.field)
            #expect(answer.header("Content-Type") == "application/problem+json; charset=utf-8")
            #expect(answer.json["type"] as? String == "/problems/\(bad.code)")
            #expect(answer.json["status"] as? Int == bad.status)
            #expect(answer.json["instance"] as? String == answer.header("X-Request-Id"))
            for name in ["title", "titleEn", "detail", "detailEn"] {
                #expect((answer.json[name] as? String)?.isEmpty == false, "\(name)")
            }
        }
    }

    /// All wrong fields are told at once.
    @Test func everyWrongFieldIsNamed() async throws {
        try await World().run { client in
            let answer = try await client.signIn("secretary").post(
                "/api/v1/projects", #"{"unit":"x","application":{"title":1,"requestedFen":"2","budget":{}}}"#)
            let fields = (answer.json["errors"] as? [[String: String]])?.compactMap { $0["field"] }
            #expect(fields == ["unit", "application/title", "application/requestedFen", "application/budget"])
        }
    }

    @Test func unknownPathsAndMethods() async throws {
        try await World().run { client in
            let nothing = try await client.send(.get, "/api/v1/nothing")
            #expect((nothing.status, nothing.code) == (404, "notFound"))
            let wrong = try await client.send(.put, "/api/v1/projects")
            #expect((wrong.status, wrong.code) == (405, "methodNotAllowed"))
            #expect(wrong.header("Allow") == "GET, HEAD, POST")
            let delete = try await client.send(.delete, "/api/v1/projects/1-2026-1/commands/award")
            #expect(delete.header("Allow") == "POST")
            let page = try await client.send(.get, "/nothing", ["Accept": "text/html"])
            #expect(page.status == 404)
            #expect(page.text.contains("没有找到"))
            let noCommand = try await client.signIn("director").post(
                "/api/v1/projects/1-2026-1/commands/burn", "{}", version: 1)
            #expect(noCommand.status == 404)
        }
    }

    @Test func bodiesTooLargeOrOfAnotherType() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let large = try await secretary.post("/api/v1/projects", String(repeating: " ", count: 256 * 1024 + 1))
            #expect((large.status, large.code) == (413, "bodyTooLarge"))
            let deep = try await secretary.post("/api/v1/projects", String(repeating: "[", count: 200_000))
            #expect((deep.status, deep.code) == (400, "malformedJSON"))
            let headers = [
                "Authorization": "Bearer \(secretary.token)", "Content-Type": "text/plain", "Idempotency-Key": "k",
            ]
            let plain = try await client.send(.post, "/api/v1/projects", headers, "{}")
            #expect((plain.status, plain.code) == (415, "mediaTypeUnsupported"))
        }
    }

    @Test(arguments: [
        (StoreError.outcomeUnknown("socket"), 503, "outcome-unknown", "5"),
        (.unavailable("host db.internal"), 503, "unavailable", "5"), (.overloaded, 503, "overloaded", "1"),
        (.corrupt("row 7 of table secret"), 500, "internalError", ""),
    ]) func theStoresTroublesAreSaidWithoutInternals(
        error: StoreError, status: Int, code: String, retryAfter: String
    ) async throws {
        let world = World()
        try await world.run { client in
            let secretary = try await client.signIn("secretary")
            world.store.content.withLock { $0.failure = error }
            let answer = try await secretary.draft()
            #expect((answer.status, answer.code) == (status, code))
            #expect(answer.header("Retry-After") ?? "" == retryAfter)
            for word in ["socket", "db.internal", "secret"] { #expect(!answer.text.contains(word)) }
        }
    }

    /// Every answer, good or bad, for people or programs, carries the security headers.
    @Test func everyAnswerCarriesTheSecurityHeaders() async throws {
        let world = World()
        try await world.run { client in
            let person = try await client.signIn("secretary")
            var answers = [
                try await client.send(.get, "/healthz"), try await client.send(.get, "/readyz"),
                try await client.send(.get, "/"), try await client.send(.get, "/none"),
                try await client.send(.patch, "/api/v1/projects"), try await client.send(.get, "/api/v1/projects"),
                try await person.post("/api/v1/projects", "{"), try await person.get("/api/v1/projects"),
                try await person.get("/api/v1/chart.svg"), try await person.get("/%00%ff"),
                try await person.post("/api/v1/projects", String(repeating: " ", count: 300_000)),
                try await client.send(.get, "/assets/liban.css"), try await client.send(.head, "/sign-in"),
            ]
            world.store.content.withLock { $0.failure = .corrupt("x") }
            answers.append(try await person.get("/api/v1/projects"))
            for answer in answers {
                #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
                #expect(answer.header("Content-Security-Policy")?.contains("frame-ancestors 'none'") == true)
                let policy = answer.header("Content-Security-Policy") ?? ""
                #expect(!policy.contains("http") && !policy.contains("eval"))
                #expect(!policy.contains("script-src") || policy.contains("script-src 'self';"))
                #expect(answer.header("X-Content-Type-Options") == "nosniff")
                #expect(answer.header("Referrer-Policy") == "same-origin")
                #expect(answer.header("Cache-Control") != nil)
                #expect(answer.header("X-Request-Id")?.isEmpty == false)
            }
            #expect(answers[7].header("Cache-Control") == "no-store")
            #expect(answers[11].header("Cache-Control")?.contains("immutable") == true)
        }
    }
}
