import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// Where each person comes in, and the pages made for one person's work.
struct HomeTests {
    @Test(arguments: [
        ("clerk", "/queue"), ("director", "/queue"), ("finance", "/queue"), ("panel", "/queue"), ("leader", "/queue"),
        ("auditor", "/overview"), ("admin", "/policy"), ("newcomer", "/handovers"),
    ]) func officesAreLedToTheirWork(_ login: String, _ path: String) async throws {
        try await World().run { client in
            let answer = try await FormTests.Browser(client, login).get("/")
            #expect(answer.status == 303 && answer.header("Location") == path, "\(login)")
        }
    }

    @Test func aSecretaryFindsWhatToDoFirst() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            let page = try await FormTests.Browser(client, "secretary").get("/").text
            let (waiting, apply) = (
                page.firstRange(of: "/projects/1-2026-1\""), page.firstRange(of: "/projects/new\">新申报一个")
            )
            #expect(try #require(waiting).lowerBound < #require(apply).lowerBound)
        }
    }

    /// The day of the last look stays while the person looks again on the same day, and a forged one is no look at all.
    @Test func anOfficerSeesWhatMovedSinceTheLastLook() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let officer = try await FormTests.Browser(client, "officer")
            let first = try await officer.get("/")
            #expect(first.header("Set-Cookie")?.hasPrefix("liban-look=2026-11-20;") == true)
            #expect(first.text.contains("近7天的变化"))
            for (look, said, kept) in [
                ("2026-11-18", "自11月18日查看以来的变化", "2026-11-20.2026-11-18"),
                ("2026-11-20.2026-11-18", "自11月18日查看以来的变化", "2026-11-20.2026-11-18"),
                ("2027-01-01", "近7天的变化", "2026-11-20;"), ("x", "近7天的变化", "2026-11-20;"),
            ] {
                let answer = try await officer.get("/", cookie: "liban-look=\(look)")
                #expect(answer.text.contains(said), "\(look)")
                #expect(answer.header("Set-Cookie")?.hasPrefix("liban-look=\(kept)") == true, "\(look)")
                #expect(answer.text.contains("/projects/\(id)\""))
            }
        }
    }

    @Test func theOverviewNarrows() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let leader = try await FormTests.Browser(client, "leader")
            let all = try await leader.get("/overview").text
            #expect(all.contains("没有红灯项目") && all.contains("?unit=%E4%B8%9C%E6%B9%BE%E6%9D%91#chosen"))
            #expect(!all.contains("id=\"chosen\""))
            let narrowed = try await leader.get("/overview?unit=%E4%B8%9C%E6%B9%BE%E6%9D%91&stage=application").text
            #expect(narrowed.contains("id=\"chosen\"") && narrowed.contains("/projects/\(id)\""))
            #expect(try await leader.get("/overview?light=red").text.contains("没有符合的项目"))
            #expect(try await leader.get("/overview?stage=none").status == 400)
            #expect(try await leader.get("/week").text.contains("/projects/\(id)\""))
        }
    }
}
