import Testing
import Web
import Workflow

/// A project's whole life over HTTP, each step by the person whose step it is.
struct LifeTests {
    @Test func aProjectRunsFromDraftToClosedOut() async throws {
        let world = World()
        try await world.run { client in
            let secretary = try await client.signIn("secretary")
            let drafted = try await secretary.draft()
            #expect(drafted.status == 201)
            #expect(drafted.header("ETag") == "\"1\"")
            let id = try #require(drafted.json["id"] as? String)
            #expect(drafted.header("Location") == "/api/v1/projects/\(id)")
            func step(_ login: String, _ command: String, _ body: String, _ state: String) async throws {
                let answer = try await client.signIn(login).command(id, command, body)
                #expect(answer.status == 200, "\(command): \(answer.text)")
                #expect(answer.state == state, "\(command)")
            }
            try await step("secretary", "submit", "{}", "submitted")
            try await step("clerk", "admit", "{}", "inReview")
            let visit = #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"确需"}"#
            try await step("officer", "verify", visit, "inApproval")
            try await step("director", "award", #"{"amountFen":11300000}"#, "onNotice")
            let refused = try await client.signIn("clerk").command(id, "concludeNotice", #"{"proof":"村务栏"}"#)
            #expect(refused.status == 409)
            #expect(refused.code == "noticeRunning")
            let fund = try await client.signIn("finance").get("/api/v1/funds")
            let items = fund.json["items"] as? [[String: Any]]
            #expect(items?.first?["encumberedFen"] as? Int == 11_300_000)
            let ledger = try await client.signIn("finance").get("/api/v1/funds/1/entries")
            #expect((ledger.json["items"] as? [[String: Any]])?.first?["kind"] as? String == "encumber")
            let events = try await secretary.get("/api/v1/projects/\(id)/events")
            let kinds = (events.json["items"] as? [[String: Any]])?.compactMap { $0["event"] as? String }
            #expect(kinds == ["drafted", "submitted", "admitted", "verified", "awarded"])
            let last = (events.json["items"] as? [[String: Any]])?.last?["body"] as? [String: Any]
            #expect(last?["amountFen"] as? Int == 11_300_000)
        }
    }

    /// "What may I do, and why not" is answered for every command but drafting.
    @Test func possibilitiesSayWhyNot() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            let answer = try await secretary.get("/api/v1/projects/\(id)/commands")
            let items = try #require(answer.json["items"] as? [[String: Any]])
            #expect(items.count == Command.Kind.allCases.count - 1)
            let submit = items.first { $0["command"] as? String == "submit" }
            #expect(submit?["allowed"] as? Bool == true)
            let award = items.first { $0["command"] as? String == "award" }
            #expect(award?["code"] as? String == "roleNotPermitted")
            #expect((award?["reason"] as? String)?.isEmpty == false)
        }
    }
}
