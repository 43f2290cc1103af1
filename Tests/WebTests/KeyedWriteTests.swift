import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// `Idempotency-Key` on every write: one effect, one answer.
struct KeyedWriteTests {
    /// Writes of the API that take no key, each for its reason; a new one has to be added here on purpose.
    private static let keyless: Set<String> = [
        // Whoever signs in, or sets a password with a code, is nobody yet: there is no person whose key it could be.
        "POST /api/v1/sessions", "POST /api/v1/password-codes",
        // A session ends once, nothing is written, and Upload-Offset says which piece it is.
        "DELETE /api/v1/sessions/current", "POST /api/v1/reconciliations", "PATCH /api/v1/uploads/{token}",
    ]

    private static let writes: [(route: Route, path: String, contract: Contract)] =
        Routes.all.filter { $0.method != .get && $0.path.hasPrefix("/api/") }
        .flatMap { route in route.contracts.map { (route, $0.path, $0.contract) } }

    /// Somebody who may use the route.
    private static func login(_ route: Route) -> String {
        guard case .write(let operation) = route.access else { return "director" }
        if operation.permitted.contains(.securityAdmin) { return "security" }
        return operation.permitted.contains(.director) ? "director" : "clerk"
    }

    @Test func everyWriteTakesOne() {
        for (route, path, contract) in Self.writes {
            let name = "\(route.method.rawValue) \(path)"
            #expect((contract.requestKey == nil) == Self.keyless.contains(name), "\(name): \(contract.keyed as Any)")
        }
        #expect(Self.writes.count > 80)
    }

    /// Under a key that was used for something else nothing is carried out, whatever the write.
    @Test func everyWriteLooksAtItsKeyFirst() async throws {
        let world = World()
        try await world.run { client in
            try await World.seed(client)
            var people: [String: Client.Person] = [:]
            for login in ["director", "clerk", "security"] { people[login] = try await client.signIn(login) }
            let stored = StoredAnswer(fingerprint: Array(repeating: 7, count: 32), status: 200, version: 1, body: [])
            world.store.content.withLock { content in
                for number in [3, 4, 21] { content.answers["\(number)/used"] = stored }
            }
            // The vault and the register of opinions of strangers keep theirs elsewhere, and are tested there.
            let elsewhere = ["/api/v1/projects/{id}/uploads", "/api/v1/public/opinions"]
            for (route, path, contract) in Self.writes where contract.requestKey != nil && !elsewhere.contains(path) {
                let person = try #require(people[Self.login(route)])
                var json = JSONWriter()
                if case .fields(let fields)? = contract.body {
                    json.object(Examples.values(fields))
                } else {
                    json.object { _ in }
                }
                let type = if case .media? = contract.body { "application/pdf" } else { "application/json" }
                let headers = [
                    "Authorization": "Bearer \(person.token)", "Content-Type": type, "If-Match": "*",
                    "Idempotency-Key": "used",
                ]
                // Of files that are not there a command hears first.
                let body = String(decoding: json.bytes, as: UTF8.self).replacing(/,"sha256":"0+"/, with: "")
                let address = AccessTests.path(route, path)
                let answer = try await client.send(route.method, address, headers, body)
                #expect(
                    (answer.status, answer.code) == (422, "keyReused"),
                    "\(route.method) \(path): \(answer.status) \(answer.text.prefix(200))")
                var malformed = headers
                malformed["Idempotency-Key"] = String(repeating: "k", count: 256)
                let wrong = try await client.send(route.method, address, malformed, "{}")
                #expect(wrong.code == "keyMalformed", "\(route.method) \(path): \(wrong.text.prefix(200))")
            }
        }
    }

    @Test func theSameRequestGetsTheSameBytes() async throws {
        try await World().run { client in
            let clerk = try await client.signIn("clerk")
            let terms = #"{"unit":1,"role":"secretary","from":1,"to":12,"on":"2026-12-01"}"#
            let first = try await clerk.post("/api/v1/handovers", terms, key: "h-1")
            _ = try await client.signIn("secretary").post("/api/v1/handovers/1/confirm", "")
            let again = try await clerk.post("/api/v1/handovers", terms, key: "h-1")
            #expect(first.status == 201 && again.status == 201)
            #expect(first.bytes == again.bytes, "as it was then, not as it is now")
            let other = try await clerk.post("/api/v1/handovers", terms.replacing("12-01", with: "12-02"), key: "h-1")
            #expect((other.status, other.code) == (422, "keyReused"))
            // A refusal is not kept: what was put right goes through under the same key.
            let refused = try await clerk.post("/api/v1/handovers/1/withdraw", #"{"reason":" "}"#, key: "h-2")
            #expect(refused.status == 422)
            let done = try await clerk.post("/api/v1/handovers/1/withdraw", #"{"reason":"写错了"}"#, key: "h-2")
            #expect(done.status == 200, "\(done.text)")
        }
    }

    /// A secret is shown once: the repeat hears that the request was carried out, and makes no second token.
    @Test func aSecretIsNotGivenTwice() async throws {
        let world = World()
        try await world.run { client in
            let director = try await client.signIn("director")
            let body = #"{"name":"作战图大屏","scope":"read","days":30,"password":"\#(World.password)"}"#
            let first = try await director.post("/api/v1/account/tokens", body, key: "t-1")
            let token = try #require(first.json["token"] as? String)
            let again = try await director.post("/api/v1/account/tokens", body, key: "t-1")
            #expect((again.status, again.code) == (409, "answerNotKept"))
            #expect(!again.text.contains(token))
            let items = try await director.get("/api/v1/account/tokens").json["items"] as? [Any]
            #expect(items?.count == 1)
            let kept = world.store.content.withLock { $0.answers["4/t-1"] }
            #expect(kept?.body.isEmpty == true)
        }
    }

    /// A file's bytes are part of the request, though they are never held as a whole.
    @Test func aFileIsToldFromAnother() async throws {
        try await World().run { client in
            let (id, secretary) = try await FileTests.project(client)
            func send(_ bytes: [UInt8], _ type: String, name: String = "a") async throws -> Answer {
                try await client.send(
                    .post, "/api/v1/projects/\(id)/files?name=\(name)",
                    ["Authorization": "Bearer \(secretary.token)", "Content-Type": type, "Idempotency-Key": "f-1"],
                    bytes: bytes)
            }
            let first = try await send(SampleFiles.pdf, "application/pdf")
            let again = try await send(SampleFiles.pdf, "application/pdf")
            #expect(first.status == 201 && again.status == 201 && first.bytes == again.bytes)
            #expect(first.header("Location") == again.header("Location"))
            #expect(try await secretary.get(try #require(again.header("Location"))).status == 200)
            let other = try await send(SampleFiles.withLocation, "application/pdf")
            #expect((other.status, other.code) == (422, "keyReused"))
            let renamed = try await send(SampleFiles.pdf, "application/pdf", name: "another-name")
            #expect((renamed.status, renamed.code) == (422, "keyReused"))
        }
    }
}
