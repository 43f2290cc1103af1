import HTTPTypes
import Synchronization
import Testing
import UseCases
import Web

/// Keys and versions: the same request twice does one thing, and nobody overwrites what they did not see.
struct PreconditionTests {
    @Test func theSameKeyAndBodyGiveTheSameAnswerByteForByte() async throws {
        let world = World()
        try await world.run { client in
            let secretary = try await client.signIn("secretary")
            let first = try await secretary.draft(key: "k-1")
            let again = try await secretary.draft(key: "k-1")
            #expect(first.status == 201)
            #expect(again.status == 201)
            #expect(again.bytes == first.bytes)
            #expect(again.header("ETag") == first.header("ETag"))
            #expect(again.header("Location") == first.header("Location"))
            #expect(world.store.content.withLock { $0.rows.count } == 1)
        }
    }

    @Test func theSameKeyForSomethingElseIsRefused() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft(key: "k-1").json["id"] as? String)
            let body = try await secretary.draft(#"{"title":"另一个"}"#, key: "k-1")
            #expect((body.status, body.code) == (422, "keyReused"))
            let path = try await secretary.post(
                "/api/v1/projects/\(id)/commands/submit", "{}", version: 1, key: "k-1")
            #expect((path.status, path.code) == (422, "keyReused"))
            // Another person's key of the same name is another key.
            let clerk = try await client.signIn("clerk").draft(key: "k-1")
            #expect(clerk.status == 201)
        }
    }

    @Test(arguments: ["", "has space", "字", String(repeating: "k", count: 256)])
    func aKeyMustBeOne(_ key: String) async throws {
        try await World().run { client in
            let answer = try await client.signIn("secretary").draft(key: key)
            #expect(answer.status == 400)
            #expect(answer.code == "keyMalformed")
        }
    }

    @Test func aWriteWithoutAKeyIsRefused() async throws {
        try await World().run { client in
            let token = try await client.signIn("secretary").token
            let headers = ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
            let answer = try await client.send(.post, "/api/v1/projects", headers, "{}")
            #expect((answer.status, answer.code) == (400, "keyMissing"))
        }
    }

    @Test(arguments: [
        (nil, 428, "versionMissing"), ("1", 400, "versionMalformed"), ("\"01\"", 400, "versionMalformed"),
        ("W/\"1\"", 400, "versionMalformed"), ("\"1\", \"2\"", 400, "versionMalformed"),
        ("\"99999999999999999999\"", 400, "versionMalformed"), ("\"\"", 400, "versionMalformed"),
        ("\"2\"", 412, "stale"),
    ]) func aCommandNamesTheVersionItWasDecidedOn(version: String?, status: Int, code: String) async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            var headers = [
                "Authorization": "Bearer \(secretary.token)", "Content-Type": "application/json",
                "Idempotency-Key": "k",
            ]
            headers["If-Match"] = version
            let answer = try await client.send(.post, "/api/v1/projects/\(id)/commands/submit", headers, "{}")
            #expect((answer.status, answer.code) == (status, code))
        }
    }

    @Test func anyVersionMayBeAskedFor() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            let headers = [
                "Authorization": "Bearer \(secretary.token)", "Idempotency-Key": "k", "If-Match": "*",
            ]
            // No body at all: submitting carries nothing.
            let answer = try await client.send(.post, "/api/v1/projects/\(id)/commands/submit", headers)
            #expect(answer.status == 200)
            #expect(answer.header("ETag") == "\"2\"")
        }
    }

    @Test func refusalsSayWhoWhenOrWhat() async throws {
        let world = World()
        try await world.run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft(#"{"title":"路"}"#).json["id"] as? String)
            let who = try await client.signIn("auditor").command(id, "award", #"{"amountFen":1}"#)
            #expect((who.status, who.code) == (403, "roleNotPermitted"))
            let when = try await client.signIn("director").command(id, "award", #"{"amountFen":1}"#)
            #expect((when.status, when.code) == (409, "commandNotInState"))
            let what = try await secretary.command(id, "submit")
            #expect((what.status, what.code) == (422, "incomplete"))
            let missing = (what.json["errors"] as? [[String: String]])?.compactMap { $0["field"] }
            #expect(missing == ["category", "need", "place", "quantities"])
            #expect(world.store.content.withLock { $0.refused.map(\.code) }.contains("commandNotInState"))
        }
    }
}
