import Testing
import UseCases
import Workflow

@testable import Web

/// Every page of a town in the middle of its work is well formed and needs nothing but itself.
struct MarkupTests {
    @Test func everyPageIsWellFormed() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            for _ in 0..<2 { _ = try await secretary.draft() }
            _ = try await secretary.command("1-2026-1", "submit")
            let clerk = try await client.signIn("clerk")
            for (command, body) in [
                ("raiseBlocker", #"{"kind":"land","words":"<占地>","mustAct":"clerk"}"#),
                ("consult", #"{"question":"问","participants":["甲"],"meetBy":"2026-11-23"}"#),
                ("dispatch", #"{"department":"乙","task":"事","by":"2026-11-25"}"#),
            ] { #expect(try await clerk.command("1-2026-1", command, body).status == 200) }
            let terms = #"{"unit":1,"role":"secretary","from":1,"to":12,"on":"2026-12-01"}"#
            #expect(try await clerk.post("/api/v1/handovers", terms).status == 201)
            let paths = [
                "/", "/chart", "/queue", "/overview", "/week", "/policy", "/handovers", "/projects",
                "/projects?view=all", "/projects/new",
                "/projects/1-2026-1", "/projects/1-2026-2", "/nothing",
            ]
            for login in ["secretary", "officer", "clerk", "director", "leader", "auditor", "admin", "newcomer"] {
                let browser = try await FormTests.Browser(client, login)
                for path in paths {
                    let answer = try await browser.get(path)
                    #expect([200, 303, 403, 404].contains(answer.status), "\(login) \(path): \(answer.status)")
                    if answer.status == 303 { continue }
                    let complaints = Markup(answer.text).complaints
                    #expect(complaints.isEmpty, "\(login) \(path): \(complaints)")
                    for word in ["<script>", "<style", " style=", " onclick", "http://", "https://", "javascript:"] {
                        #expect(!answer.text.contains(word), "\(login) \(path): \(word)")
                    }
                    #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
                }
            }
        }
    }

    /// The check itself sees what it is there to see.
    @Test(arguments: [
        "<p><div></div></p>", "<ul><p></p></ul>", "<b></i>", "<b>", "<a><a></a></a>",
        "<i id=\"x\"></i><i id=\"x\"></i>",
        "<label for=\"x\"></label>", "<form><form></form></form>",
    ]) func whatIsMalformedIsSeen(_ body: String) {
        let html = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\(body)</html>"
        #expect(!Markup(html).complaints.isEmpty)
        #expect(Markup("<!DOCTYPE html>\n<html lang=\"zh-CN\"><p>x<br></p></html>").complaints.isEmpty)
    }
}
