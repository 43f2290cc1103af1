import Foundation
import Testing
import UseCases
import Workflow

@testable import Web

/// What waits for whom, and why.
struct QueueTests {
    private static func kinds(_ answer: Answer) -> [[String]] {
        (answer.json["items"] as? [[String: Any]] ?? []).map { item in
            (item["reasons"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
        }
    }

    @Test func aTurnWaitsForItsRoleAlone() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            #expect(Self.kinds(try await secretary.get("/api/v1/queue")) == [["turn"]])
            _ = try await secretary.command(id, "submit")
            #expect(Self.kinds(try await secretary.get("/api/v1/queue")) == [])
            #expect(Self.kinds(try await client.signIn("clerk").get("/api/v1/queue")) == [["turn"]])
            let page = try await FormTests.Browser(client, "clerk").get("/queue").text
            #expect(page.contains("受理审查（党建办经办人）") && page.contains("申请11.3万元") && page.contains("剩31天"))
            #expect(try await client.signIn("auditor").get("/api/v1/queue").status == 403)
            #expect(!(try await FormTests.Browser(client, "auditor").get("/projects").text.contains("待我办理")))
        }
    }

    /// A blocker brings the project before whoever must act, whosever turn it is.
    @Test func anOpenBlockerWaitsForWhomItNames() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            #expect(Self.kinds(try await client.signIn("finance").get("/api/v1/queue")) == [])
            let blocker = #"{"kind":"money","words":"资金未到","mustAct":"finance"}"#
            #expect(try await secretary.command(id, "raiseBlocker", blocker).status == 200)
            #expect(Self.kinds(try await client.signIn("finance").get("/api/v1/queue")) == [["blocker"]])
            let page = try await FormTests.Browser(client, "finance").get("/queue").text
            #expect(page.contains("堵点待您解决：资金未到"))
            _ = try await secretary.command(id, "clearBlocker", #"{"blocker":1,"words":"已到"}"#)
            #expect(Self.kinds(try await client.signIn("finance").get("/api/v1/queue")) == [])
        }
    }

    /// A large award waits for the leader until it is endorsed; a small one never does.
    @Test func aLargeAwardWaitsForTheLeader() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let large = World.application.replacing("11300000", with: "40000000")
            for application in [World.application, large] {
                let id = try #require(try await secretary.draft(application).json["id"] as? String)
                _ = try await secretary.command(id, "submit")
                _ = try await client.signIn("clerk").command(id, "admit")
                let visit = #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"确需"}"#
                _ = try await client.signIn("officer").command(id, "verify", visit)
            }
            let leader = try await client.signIn("leader")
            #expect(Self.kinds(try await leader.get("/api/v1/queue")) == [["endorsement"]])
            #expect(Self.kinds(try await client.signIn("director").get("/api/v1/queue")) == [["turn"], ["turn"]])
            let endorsed = try await leader.command("1-2026-2", "endorse", #"{"amountFen":40000000,"words":"同意"}"#)
            #expect(endorsed.status == 200, "\(endorsed.text)")
            #expect(Self.kinds(try await leader.get("/api/v1/queue")) == [])
        }
    }

    /// Consultations wait for whoever called others together, after an adjournment for the leader; dispatches for the
    /// clerk; what is over its day says so.
    @Test func helpWaitsForWhoeverMustAct() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let officer = try await client.signIn("officer")
            #expect(Self.kinds(try await officer.get("/api/v1/queue")) == [])
            let call = #"{"question":"用地归谁","participants":["国土所"],"meetBy":"2026-11-20"}"#
            #expect(try await officer.command(id, "consult", call).status == 200)
            #expect(Self.kinds(try await officer.get("/api/v1/queue")) == [["consultation"]])
            let put = #"{"consultation":1,"meetBy":"2026-11-23","reason":"缺席"}"#
            #expect(try await officer.command(id, "adjournConsultation", put).status == 200)
            #expect(Self.kinds(try await officer.get("/api/v1/queue")) == [])
            #expect(Self.kinds(try await client.signIn("leader").get("/api/v1/queue")) == [["consultation"]])
            let sent = #"{"department":"供电所","task":"移杆","by":"2026-11-25"}"#
            #expect(try await officer.command(id, "dispatch", sent).status == 200)
            let clerk = try await client.signIn("clerk").get("/api/v1/queue")
            #expect(Self.kinds(clerk) == [["turn", "dispatch"]])
            let project = try #require((clerk.json["items"] as? [[String: Any]])?.first?["project"] as? [String: Any])
            #expect(project["light"] as? String == "yellow" && project["lightReason"] as? String == "会诊中")
            let pending = project["pending"] as? [[String: Any]]
            #expect(pending?.map { $0["kind"] as? String } == ["consultation", "dispatch"])
            #expect(pending?.map { $0["by"] as? String } == ["2026-11-23", "2026-11-25"])
            let page = try await FormTests.Browser(client, "clerk").get("/queue").text
            #expect(page.contains("派单待您跟进：供电所：移杆"))
        }
    }
}
