import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// What residents see without signing in, and what they must not.
struct PublicTests {
    private static let pages = [
        "/public/towns/1", "/public/towns/1?unit=1", "/public/towns/1/notices", "/api/v1/public/projects?town=1",
        "/api/v1/public/projects?town=1&unit=1", "/api/v1/public/notices?town=1",
    ]
    private static let title = "东湾路灯"

    /// Takes a project to every state before its notice, and away from there: nothing of it is to be found anywhere.
    @Test func nothingLeaksBeforeTheNotice() async throws {
        let world = World()
        try await world.run { client in
            let (id, secretary) = try await FileTests.project(client)
            let sha = try #require(
                try await secretary.send(
                    .post, "/api/v1/projects/\(id)/files?kind=beforePhoto", SampleFiles.lamp, type: "image/jpeg"
                ).json["sha256"] as? String)
            var states: [State] = []
            func check() async throws {
                let state = try #require(world.store.content.withLock { $0.rows.values.first?.project.state })
                states.append(state)
                for path in Self.pages {
                    let answer = try await client.send(.get, path, ["Accept": "text/html"])
                    #expect(answer.status == 200, "\(path)")
                    #expect(!answer.text.contains(Self.title) && !answer.text.contains(id), "\(state) \(path)")
                }
                // It reads exactly like a project that does not exist.
                for path in [
                    "/public/projects/\(id)", "/api/v1/public/projects/\(id)",
                    "/public/projects/\(id)/photos/\(sha)/thumb", "/public/opinion?project=\(id)",
                    "/public/opinion?project=\(id)&kind=objection",
                ] {
                    let answer = try await client.send(.get, path)
                    let none = try await client.send(.get, path.replacing(id, with: "1-2026-77"))
                    #expect(answer.status == 404 && none.status == 404, "\(state) \(path)")
                    #expect(answer.json["detail"] as? String == none.json["detail"] as? String)
                }
                let body = #"{"town":1,"project":"\#(id)","words":"意见"}"#
                let said = try await Self.say(client, body)
                #expect((said.status, said.code) == (422, "projectUnknown"), "\(state) \(said.text)")
                #expect(try await client.send(.get, "/p/\(id)").header("Location") == "/public/projects/\(id)")
            }
            try await check()
            _ = try await secretary.command(id, "submit")
            try await check()
            let clerk = try await client.signIn("clerk")
            _ = try await clerk.command(id, "return", #"{"sections":["预算"],"reason":"缺"}"#)
            try await check()
            _ = try await secretary.command(id, "submit")
            _ = try await clerk.command(id, "admit")
            try await check()
            let visit = #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"确需"}"#
            _ = try await client.signIn("officer").command(id, "verify", visit)
            try await check()
            _ = try await client.signIn("director").command(id, "decline", #"{"reason":"另有安排"}"#)
            try await check()
            #expect(states == [.draft, .submitted, .returned, .inReview, .inApproval, .declined])
        }
    }

    @Test func everyStateIsEitherPublishedOrNot() {
        let published = State.allCases.filter(\.isPublished)
        #expect(published.count == 8)
        // From an application nobody gets to a published state but through the notice, or straight into the works.
        for state in State.allCases where !state.isPublished {
            #expect(state.successors.filter(\.isPublished).isSubset(of: [.onNotice, .inExecution]), "\(state)")
        }
    }

    @Test func fromTheNoticeOnItIsThereWithPhotosAndAnObjectionForm() async throws {
        let world = World()
        try await world.run { client in
            let (id, secretary) = try await Self.onNotice(client)
            let send = "/api/v1/projects/\(id)/files?kind="
            let before = try await secretary.send(.post, send + "beforePhoto", SampleFiles.lamp, type: "image/jpeg")
            let after = try await secretary.send(.post, send + "afterPhoto", SampleFiles.road, type: "image/jpeg")
            let invoice = try await secretary.send(.post, send + "invoice", SampleFiles.pdf, type: "application/pdf")
            let project = try await client.send(.get, "/api/v1/public/projects/\(id)")
            #expect(project.json["awardedFen"] as? Int == 11_300_000)
            #expect(project.json["state"] as? String == "onNotice")
            // What nobody outside needs to know is no part of it.
            for name in ["version", "turn", "blocker", "need", "lightReason", "applicant", "by"] {
                #expect(project.json[name] == nil, "\(name)")
            }
            #expect((project.json["photos"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["beforePhoto"])
            func photo(_ file: Answer, _ variant: String) async throws -> Int {
                let sha = try #require(file.json["sha256"] as? String)
                return try await client.send(.get, "/public/projects/\(id)/photos/\(sha)/\(variant)").status
            }
            #expect(try await photo(before, "thumb") == 200)
            #expect(try await photo(before, "screen") == 200)
            #expect(try await photo(after, "thumb") == 404)
            #expect(try await photo(invoice, "document") == 404)
            for path in Self.pages.prefix(3) + ["/public/projects/\(id)"] {
                let page = try await client.send(.get, path, ["Accept": "text/html"])
                #expect(page.text.contains(Self.title), "\(path)")
                #expect(page.text.contains("/public/opinion?project=\(id)&amp;kind=objection"), "\(path)")
                #expect(Markup(page.text).complaints.isEmpty, "\(path) \(Markup(page.text).complaints)")
                #expect(!page.text.contains("张书记") && !page.text.contains("夜里看不见路"), "\(path)")
            }
            #expect(try await secretary.get("/p/\(id)").header("Location") == "/projects/\(id)")
        }
    }

    static func say(_ client: Client, _ body: String, key: String = UUID().uuidString) async throws -> Answer {
        try await client.send(
            .post, "/api/v1/public/opinions", ["Content-Type": "application/json", "Idempotency-Key": key], body)
    }

    /// A project on notice.
    static func onNotice(_ client: Client) async throws -> (id: String, secretary: Client.Person) {
        let (id, secretary) = try await FileTests.project(client)
        _ = try await secretary.command(id, "submit")
        _ = try await client.signIn("clerk").command(id, "admit")
        let visit = #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"确需"}"#
        _ = try await client.signIn("officer").command(id, "verify", visit)
        let awarded = try await client.signIn("director").command(id, "award", #"{"amountFen":11300000}"#)
        #expect(awarded.state == "onNotice", "\(awarded.text)")
        return (id, secretary)
    }
}
