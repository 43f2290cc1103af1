import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// The pages as a whole, and what must be true of all of them.
struct PageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Snapshots")

    /// Compares with the stored page. `LIBAN_RECORD=1` stores the new one, to be looked at before it is kept.
    private static func expect(_ html: String, _ name: String) throws {
        let stable = html.replacing(/token-[0-9A-F-]{36}/, with: "KEY")
            .replacing(/name="form" value="[^"]*"/, with: "name=\"form\" value=\"FORM\"")
            .replacing(/assets\/([a-z.]+)\?[A-Za-z0-9_-]+/) { "assets/\($0.1)?MARK" }
            .replacing(/integrity="[^"]*"/, with: "integrity=\"HASH\"")
        let file = folder.appendingPathComponent("\(name).html")
        if ProcessInfo.processInfo.environment["LIBAN_RECORD"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try stable.write(to: file, atomically: true, encoding: .utf8)
        }
        let stored = try String(contentsOf: file, encoding: .utf8)
        let (new, old) = (stable.split(separator: "\n"), stored.split(separator: "\n"))
        let differs = zip(new, old).first { $0 != $1 }
        #expect(stable == stored, "\(name): first difference \(String(describing: differs))")
    }

    @Test func theSignInPage() async throws {
        try await World().run { client in
            let page = try await client.send(.get, "/", ["Accept": "text/html"])
            try Self.expect(page.text, "sign-in")
        }
    }

    @Test func theProjectPageOfItsDirector() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            _ = try await client.signIn("clerk").command(id, "admit")
            _ = try await client.signIn("officer").command(
                id, "verify", #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"确需"}"#)
            let browser = try await FormTests.Browser(client, "director")
            try Self.expect(try await browser.get("/projects/\(id)").text, "project")
            try Self.expect(try await browser.get("/projects").text, "projects")
            try Self.expect(try await browser.get("/chart").text, "chart")
            for (login, path, name) in [
                ("secretary", "/", "home"), ("secretary", "/projects/new", "draft"), ("officer", "/week", "week"),
                ("director", "/queue", "queue"), ("leader", "/overview", "overview"), ("director", "/policy", "policy"),
                ("finance", "/funds", "funds"), ("clerk", "/people", "people"), ("security", "/accounts/3", "account"),
            ] {
                let browser = try await FormTests.Browser(client, login)
                try Self.expect(try await browser.get(path).text, name)
            }
        }
    }

    @Test func whatResidentsSee() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            _ = try await client.signIn("clerk").command(id, "admit")
            _ = try await client.signIn("officer").command(
                id, "verify", #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"确需"}"#)
            let awarded = try await client.signIn("director").command(id, "award", #"{"amountFen":11000000}"#)
            #expect(awarded.status == 200, "\(awarded.text)")
            for (path, name) in [("/public/towns/1", "board"), ("/public/projects/\(id)", "public-project")] {
                try Self.expect(try await client.send(.get, path, ["Accept": "text/html"]).text, name)
            }
        }
    }

    /// Everything the rules allow has a form, and everything else its reason.
    @Test(arguments: ["secretary", "officer", "clerk", "director", "leader", "finance", "panel", "auditor"])
    func thePageShowsExactlyWhatTheRulesSay(_ login: String) async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let items =
                try await client.signIn(login).get("/api/v1/projects/\(id)/commands").json["items"]
                as? [[String: Any]]
            let page = try await FormTests.Browser(client, login).get("/projects/\(id)").text
            for item in try #require(items) {
                let action = "action=\"/projects/\(id)/commands/\(item["command"] as? String ?? "?")\""
                #expect(page.contains(action) == (item["allowed"] as? Bool), "\(login) \(action)")
                guard let reason = item["reason"] as? String, let name = item["name"] as? String else { continue }
                // What holds for many commands stands once, with their names.
                let isShared = reason.hasPrefix("您无权办理") || reason.hasPrefix("项目处于")
                #expect(isShared ? page.contains(name) : page.contains(reason), "\(login) \(name)")
            }
        }
    }

    /// "What waits for me" is a first question: a draft waits for its secretary and for nobody else.
    @Test func theQueueHoldsWhatWaitsForThePerson() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            for (login, waits) in [("secretary", true), ("clerk", false), ("director", false)] {
                let page = try await FormTests.Browser(client, login).get("/queue").text
                #expect(page.contains("/projects/1-2026-1\"") == waits, "\(login)")
                #expect(page.contains("没有等您办理的项目") != waits)
            }
            let auditor = try await FormTests.Browser(client, "auditor").get("/projects").text
            #expect(!auditor.contains("待我办理"))
            #expect(auditor.contains("/projects/1-2026-1\""))
            let all = try await FormTests.Browser(client, "auditor").get("/projects?state=completed").text
            #expect(all.contains("没有“办结”的项目。"))
        }
    }

    /// Markup in what people write stays text, also where a combining mark follows the quote.
    @Test func whatPeopleWriteIsNeverMarkup() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let evil = #"\"\u0301 onfocus=alert(1) x=\"<script>alert(1)</script>'&\#u{FE0F}"#
            let title = #"{"title":"\#(evil)","need":"</textarea><script>"}"#
            let id = try #require(try await secretary.draft(title).json["id"] as? String)
            let browser = try await FormTests.Browser(client, "secretary")
            for path in ["/projects/\(id)", "/projects", "/chart"] {
                let page = try await browser.get(path).text
                #expect(page.unicodeScalars.contains("立"))
                #expect(!page.contains("<script>"), "\(path)")
                #expect(!page.contains("</textarea><s"), "\(path)")
                let scalars = Array(page.unicodeScalars)
                let hasBareQuote = zip(scalars, scalars.dropFirst()).contains { $0 == "\"" && $1.value == 0x301 }
                #expect(!hasBareQuote, "\(path)")
            }
        }
    }

    /// No page carries a script, a style of its own, or anything from another host.
    @Test func pagesNeedNothingButThemselves() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            let browser = try await FormTests.Browser(client, "secretary")
            for path in ["/chart", "/projects", "/projects/new", "/projects/1-2026-1", "/nothing"] {
                let page = try await browser.get(path).text
                for word in ["<script>", "<style", " style=", " onclick", "http://", "https://", "javascript:"] {
                    #expect(!page.contains(word), "\(path): \(word)")
                }
                #expect(page.contains("<html lang=\"zh-CN\">"))
                #expect(page.utf8.count < 60_000, "\(path): \(page.utf8.count) bytes")
            }
        }
    }
}
