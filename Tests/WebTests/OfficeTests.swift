import Foundation
import Testing
import UseCases
import Workflow

@testable import Web

/// Deputies and leave to hold two duties, by API and by page; handovers taken back.
struct OfficeTests {
    private static let deputy =
        #"{"standsInFor":4,"role":"director","deputy":6,"from":"2026-11-20","to":"2026-11-30","reason":"外出学习"}"#
    private static let leave =
        #"{"one":"verify","other":"accept","from":"2026-11-20","to":"2026-12-31","reason":"只有一名指导员"}"#

    @Test func aDeputyIsAppointedListedAndDismissed() async throws {
        try await World().run { client in
            let leader = try await client.signIn("leader")
            let made = try await leader.post("/api/v1/deputies", Self.deputy)
            #expect(made.status == 201, "\(made.text)")
            let item = try #require((made.json["items"] as? [[String: Any]])?.first)
            #expect(item["deputy"] as? String == "孙会计" && item["standsInFor"] as? String == "赵主任")
            #expect(item["role"] as? String == "director" && item["inForce"] as? Bool == true)
            for login in ["clerk", "secretary", "auditor", "admin"] {
                let answer = try await client.signIn(login).post("/api/v1/deputies", Self.deputy)
                #expect((answer.status, answer.code) == (403, "writeRefused"), "\(login)")
            }
            let past = try await leader.post(
                "/api/v1/deputies", Self.deputy.replacing("2026-11-20", with: "2026-11-19"))
            #expect((past.status, past.code) == (422, "officeRefused"))
            let nobody = try await leader.post(
                "/api/v1/deputies", Self.deputy.replacing("\"deputy\":6", with: "\"deputy\":99"))
            #expect(nobody.status == 404)
            let end = #"{"standsInFor":4,"role":"director","deputy":6}"#
            #expect(try await leader.post("/api/v1/deputies/end", end).status == 200)
            let again = try await leader.post("/api/v1/deputies/end", end)
            #expect((again.status, again.code) == (422, "officeRefused"))
            #expect(try await client.signIn("secretary").get("/api/v1/deputies").status == 403)
        }
    }

    @Test func leaveIsGivenOnceByTheDirector() async throws {
        try await World().run { client in
            let director = try await client.signIn("director")
            for _ in 0..<2 {
                let given = try await director.post("/api/v1/duty-exceptions", Self.leave)
                #expect(given.status == 201, "\(given.text)")
                #expect((given.json["items"] as? [Any])?.count == 1)
            }
            for login in ["leader", "clerk", "admin"] {
                #expect(try await client.signIn(login).post("/api/v1/duty-exceptions", Self.leave).status == 403)
            }
            let same = try await director.post(
                "/api/v1/duty-exceptions", Self.leave.replacing("accept", with: "verify"))
            #expect((same.status, same.code) == (422, "officeRefused"))
            // Everybody who works on projects sees it.
            let seen = try await client.signIn("secretary").get("/api/v1/duty-exceptions")
            #expect((seen.json["items"] as? [Any])?.count == 1)
        }
    }

    @Test func thePageShowsAndDoesTheSame() async throws {
        try await World().run { client in
            let director = try await FormTests.Browser(client, "director")
            let page = try await director.get("/people").text
            for words in ["人员与任职", "指定代理", "批准一人兼两职", "赵主任", "党建办主任", "没有代理", "没有批准过"] {
                #expect(page.contains(words), "\(words)")
            }
            let wrong = try await director.post(
                "/people/deputies",
                [
                    "standsInFor": "4", "role": "director", "deputy": "6", "from": "2026-11-30", "to": "2026-11-20",
                    "reason": "外出<学习>",
                ])
            #expect(wrong.status == 422 && wrong.text.contains("止日早于起日"))
            #expect(wrong.text.contains("外出&lt;学习&gt;"))
            let made = try await director.post(
                "/people/deputies",
                [
                    "standsInFor": "4", "role": "director", "deputy": "6", "from": "2026-11-20", "to": "2026-11-30",
                    "reason": "外出学习",
                ])
            #expect(made.header("Location") == "/people?done=appointed")
            let given = try await director.post(
                "/people/exceptions",
                ["one": "verify", "other": "accept", "from": "2026-11-20", "to": "2026-12-31", "reason": "只有一名指导员"])
            #expect(given.header("Location") == "/people?done=allowed")
            let after = try await director.get("/people?done=allowed").text
            for words in ["孙会计代赵主任任党建办主任", "代理中", "核实与验收", "只有一名指导员", "到今天为止"] {
                #expect(after.contains(words), "\(words)")
            }
            let ended = try await director.post(
                "/people/deputies/end", ["standsInFor": "4", "role": "director", "deputy": "6"])
            #expect(ended.header("Location") == "/people?done=ended")
            // A clerk looks but does not appoint; a secretary has no business here.
            let clerk = try await FormTests.Browser(client, "clerk").get("/people").text
            #expect(clerk.contains("任职") && !clerk.contains("指定代理"))
            #expect(try await FormTests.Browser(client, "secretary").get("/people").status == 403)
        }
    }

    @Test func aHandoverIsTakenBack() async throws {
        try await World().run { client in
            let clerk = try await client.signIn("clerk")
            let terms = #"{"unit":1,"role":"secretary","from":1,"to":12,"on":"2026-12-01"}"#
            #expect(try await clerk.post("/api/v1/handovers", terms).status == 201)
            let withdraw = "/api/v1/handovers/1/withdraw"
            #expect(try await client.signIn("secretary").post(withdraw, #"{"reason":"有误"}"#).status == 403)
            let silent = try await clerk.post(withdraw, #"{"reason":" "}"#)
            #expect((silent.status, silent.code) == (422, "handoverRefused"))
            let taken = try await clerk.post(withdraw, #"{"reason":"人选有误"}"#)
            #expect(taken.status == 200 && taken.json["withdrawalReason"] as? String == "人选有误")
            let late = try await client.signIn("secretary").post("/api/v1/handovers/1/confirm", "")
            #expect((late.status, late.code) == (422, "handoverRefused"))
            #expect(try await clerk.post("/api/v1/handovers", terms).json["number"] as? Int == 2)
            let browser = try await FormTests.Browser(client, "clerk")
            let page = try await browser.get("/handovers").text
            #expect(page.contains("已撤回") && page.contains("撤回这次交接"))
            let done = try await browser.post("/handovers/2/withdraw", ["reason": "再议"])
            #expect(done.header("Location") == "/handovers?done=withdrawn")
        }
    }
}
