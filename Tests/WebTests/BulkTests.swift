import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// One step for several projects: each by itself, and each with its answer.
struct BulkTests {
    @Test func eachHasItsOwnAnswer() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            for number in 1...3 {
                _ = try await secretary.draft()
                _ = try await secretary.command("1-2026-\(number)", "submit")
            }
            let clerk = try await FormTests.Browser(client, "clerk")
            let page = try await clerk.get("/queue").text
            #expect(page.contains("可一并“受理”的3项") && page.contains("value=\"1-2026-2/2\""))
            #expect(!(try await FormTests.Browser(client, "secretary").get("/queue").text.contains("可一并")))
            _ = try await secretary.command("1-2026-2", "withdraw", #"{"reason":"不办了"}"#)
            let body = "key=k1&project=1-2026-1%2F2&project=1-2026-2%2F2&project=1-2026-3%2F2"
            for _ in 0..<2 {
                // Sent again after a cut, the same form gives the same answers.
                let answer = try await clerk.post("/queue/admit", raw: body)
                #expect(answer.status == 200 && answer.text.contains("受理：3项中办成2项。"), "\(answer.text)")
            }
            #expect(try await secretary.get("/api/v1/projects/1-2026-1").json["state"] as? String == "inReview")
        }
    }

    @Test func onlySafeStepsAndOnlyOurForms() async throws {
        try await World().run { client in
            let clerk = try await FormTests.Browser(client, "clerk")
            #expect(try await clerk.post("/queue/award", raw: "key=k").status == 404)
            #expect(try await clerk.post("/queue/nothing", raw: "key=k").status == 404)
            #expect(try await clerk.post("/queue/admit", raw: "key=k&project=x").status == 400)
            #expect(try await clerk.post("/queue/admit", raw: "key=k").text.contains("没有勾选项目"))
            #expect(try await clerk.post("/queue/admit", ["key": "k"], form: "forged").status == 403)
        }
    }
}
