import Foundation
import Testing
import UseCases
import Workflow

@testable import Web

/// A change of office over HTTP and with forms: proposed by the office, confirmed by both sides.
struct HandoverTests {
    private static let path = "/api/v1/handovers"
    private static let terms = #"{"unit":1,"role":"secretary","from":1,"to":12,"on":"2026-12-01"}"#

    @Test func bothSidesConfirm() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let clerk = try await client.signIn("clerk")
            let made = try await clerk.post(Self.path, Self.terms)
            #expect(made.status == 201, "\(made.text)")
            #expect(made.json["projects"] as? [String] == [id])
            #expect((made.json["running"] as? [[String: Any]])?.first?["title"] as? String == "东湾路灯")
            // The same proposal again, as after a lost answer, is no second one.
            #expect(try await clerk.post(Self.path, Self.terms).json["number"] as? Int == 1)
            let other = try await client.signIn("officer").post("\(Self.path)/1/confirm", "")
            #expect((other.status, other.code) == (422, "handoverRefused"))
            let first = try await secretary.post("\(Self.path)/1/confirm", "")
            #expect(first.json["complete"] as? Bool == false)
            #expect(first.json["confirmedByFromAt"] is String)
            let second = try await client.signIn("newcomer").post("\(Self.path)/1/confirm", "")
            #expect(second.json["complete"] as? Bool == true)
            #expect(try await clerk.get(Self.path).json["items"] as? [[String: Any]] != nil)
        }
    }

    @Test func onlyTheOfficeProposesAndOnlyWhatCanBe() async throws {
        try await World().run { client in
            let refused = try await client.signIn("secretary").post(Self.path, Self.terms)
            #expect((refused.status, refused.code) == (403, "writeRefused"))
            let clerk = try await client.signIn("clerk")
            for (from, to, status) in [("12", "1", 422), ("1", "1", 422), ("1", "99", 404)] {
                let body = Self.terms.replacing("\"from\":1,\"to\":12", with: "\"from\":\(from),\"to\":\(to)")
                #expect(try await clerk.post(Self.path, body).status == status, "\(from) \(to)")
            }
            let past = try await clerk.post(Self.path, Self.terms.replacing("2026-12-01", with: "2026-11-19"))
            #expect((past.status, past.code) == (422, "handoverRefused"))
            #expect(try await clerk.post("\(Self.path)/7/confirm", "").status == 404)
        }
    }

    /// Whoever was elected and holds nothing yet sees their own handover, and nothing else.
    @Test func theNewcomerSeesTheirOwnOnly() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let newcomer = try await FormTests.Browser(client, "newcomer")
            #expect(try await newcomer.get("/").header("Location") == "/handovers")
            #expect(try await newcomer.get("/handovers").text.contains("没有交接"))
            _ = try await client.signIn("clerk").post(Self.path, Self.terms)
            let page = try await newcomer.get("/handovers").text
            #expect(page.contains("东湾路灯") && page.contains("确认接任") && !page.contains("确认移交"))
            #expect(!page.contains("href=\"/projects/"), "no link to what they may not open yet")
            #expect(try await newcomer.get("/projects/\(id)").status == 403)
            let done = try await newcomer.post("/handovers/1/confirm", [:])
            #expect(done.header("Location") == "/handovers?done=confirmed")
            let after = try await newcomer.get("/handovers?done=confirmed").text
            #expect(after.contains("您已确认") && !after.contains("确认接任"))
        }
    }

    @Test func aRefusedFormComesBackAsItWasWritten() async throws {
        try await World().run { client in
            let clerk = try await FormTests.Browser(client, "clerk")
            #expect(try await clerk.get("/handovers").text.contains("发起交接"))
            let form = ["unit": "1", "role": "secretary", "from": "12", "to": "1", "on": "2026.12.1"]
            let answer = try await clerk.post("/handovers", form)
            #expect(answer.status == 422)
            #expect(answer.text.contains("移交人目前不任此职"))
            #expect(answer.text.contains("<option value=\"12\" selected>新书记（未任职）</option>"))
            #expect(answer.text.contains("<details class=\"command\" open>"))
            let good = form.merging(["from": "1", "to": "12"]) { $1 }
            #expect(try await clerk.post("/handovers", good).status == 303)
            #expect(try await FormTests.Browser(client, "secretary").get("/handovers").text.contains("确认移交"))
        }
    }
}
