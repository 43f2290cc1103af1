import Foundation
import HTTPTypes
import Synchronization
import Testing
import UseCases
import Workflow

@testable import Web

/// Opinions: entered by residents and on their behalf, handled by the office, with names that stay sealed.
struct OpinionTests {
    private static let name = "欧阳建国"
    private static let phone = "13812341234"
    private static let said =
        #"{"town":1,"unit":1,"words":"桥头路灯坏了","place":"桥头","name":"欧阳建国","phone":"138 1234 1234"}"#

    @Test func aResidentGetsAReceiptAndSeesTheFate() async throws {
        let world = World()
        try await world.run { client in
            let key = UUID().uuidString
            let entered = try await PublicTests.say(client, Self.said, key: key)
            #expect(entered.status == 201, "\(entered.text)")
            let receipt = try #require(entered.json["receipt"] as? String)
            #expect(receipt.count == 10)
            // Sent twice it is one opinion with one receipt.
            #expect(try await PublicTests.say(client, Self.said, key: key).json["receipt"] as? String == receipt)
            #expect(world.store.content.withLock { $0.opinions.count } == 1)
            let (id, _) = try await PublicTests.onNotice(client)
            let hidden = try await client.signIn("secretary").draft()
            let draft = try #require(hidden.json["id"] as? String)
            let clerk = try await client.signIn("clerk")
            for (seen, body) in [
                (0, #"{"kind":"linked","project":"\#(id)"}"#), (1, #"{"kind":"linked","project":"\#(draft)"}"#),
                (2, #"{"kind":"answered","words":"本月修好"}"#),
            ] {
                let step = try await clerk.post("/api/v1/opinions/1/steps", body, version: seen)
                #expect(step.status == 200, "\(step.text)")
            }
            let stale = try await clerk.post(
                "/api/v1/opinions/1/steps", #"{"kind":"declined","words":"x"}"#, version: 1)
            #expect((stale.status, stale.code) == (412, "stale"), "\(stale.text)")
            let fate = try await client.send(.get, "/api/v1/public/receipts/\(receipt.lowercased())")
            #expect(fate.json["fate"] as? String == "answered")
            #expect((fate.json["projects"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == [id])
            let page = try await client.send(
                .get, "/public/receipts?receipt=\(receipt.prefix(5))-\(receipt.dropFirst(5))", ["Accept": "text/html"])
            #expect(page.text.contains("本月修好") && page.text.contains("桥头路灯坏了"))
            #expect(!page.text.contains(draft) && !page.text.contains("欧阳"))
            #expect(Markup(page.text).complaints.isEmpty, "\(Markup(page.text).complaints)")
            #expect(try await client.send(.get, "/public/receipts?receipt=ABCDE-FGHJK").status == 404)
        }
    }

    @Test func theNameIsSealedAndReadOnlyWithAReason() async throws {
        let world = World()
        try await world.run { client in
            _ = try await PublicTests.say(client, Self.said)
            let sealed = try #require(world.store.content.withLock { $0.opinions.first?.identity })
            #expect(!String(decoding: sealed.sealed, as: UTF8.self).contains("1381"))
            #expect((sealed.maskedName, sealed.maskedPhone) == ("欧**", "138****1234"))
            for login in ["officer", "clerk", "director", "leader", "auditor"] {
                let person = try await client.signIn(login)
                for path in ["/api/v1/opinions", "/api/v1/opinions/1", "/opinions", "/opinions/1"] {
                    let answer = try await person.get(path)
                    #expect(answer.status == 200, "\(login) \(path) \(answer.text)")
                    #expect(!answer.text.contains(Self.name) && !answer.text.contains(Self.phone))
                    #expect(answer.text.contains("138****1234"), "\(path)")
                }
                let reason = #"{"reason":"回访"}"#
                let opened = try await person.post("/api/v1/opinions/1/identity", reason)
                #expect(opened.status == (["clerk", "director"].contains(login) ? 200 : 403), "\(login)")
                if opened.status == 200 { #expect(opened.json["name"] as? String == Self.name) }
            }
            let clerk = try await client.signIn("clerk")
            let without = try await clerk.post("/api/v1/opinions/1/identity", #"{"reason":"  "}"#)
            #expect((without.status, without.code) == (422, "reasonMissing"))
            let noted = world.store.audited(.sealedRead)
            #expect(noted.map(\.detail) == ["回访", "回访"], "one by the clerk, one by the director")
            #expect(!noted.contains { $0.subject.contains(Self.name) })
            for login in ["admin", "finance", "panel", "stranger"] {
                let person = try await client.signIn(login)
                #expect([403, 404].contains(try await person.get("/api/v1/opinions/1").status), "\(login)")
            }
            // A secretary sees what they wrote down, and nothing else.
            let secretary = try await client.signIn("secretary")
            #expect(try await secretary.get("/api/v1/opinions/1").status == 404)
            let own = try await secretary.post(
                "/api/v1/opinions", #"{"words":"水管漏","channel":"visit","unit":1,"name":"李四"}"#)
            #expect(own.status == 201 && own.json["maskedName"] as? String == "李**", "\(own.text)")
            #expect((try await secretary.get("/api/v1/opinions").json["items"] as? [Any])?.count == 1)
        }
    }

    @Test func anObjectionReachesTheLogOfItsProjectOnce() async throws {
        let world = World()
        try await world.run { client in
            let (id, secretary) = try await PublicTests.onNotice(client)
            let said = #"{"town":1,"project":"\#(id)","kind":"objection","words":"路灯离房子太近","name":"王五"}"#
            let entered = try await PublicTests.say(client, said)
            #expect(entered.status == 201, "\(entered.text)")
            let clerk = try await client.signIn("clerk")
            let body = #"{"kind":"registered","project":"\#(id)"}"#
            let registered = try await clerk.post("/api/v1/opinions/1/steps", body, version: 0)
            #expect(registered.json["fate"] as? String == "registered", "\(registered.text)")
            _ = try await clerk.post("/api/v1/opinions/1/steps", body, version: 0)
            let objections = try #require(world.store.content.withLock { $0.rows.values.first?.project.objections })
            #expect(objections.count == 1)
            let events = try await secretary.get("/api/v1/projects/\(id)/events")
            #expect(events.text.contains("路灯离房子太近") && !events.text.contains("王五"))
        }
    }

    /// With nothing but HTML: the hidden field and the form's age keep programs away, people lose nothing they wrote.
    @Test func theFormIsForPeople() async throws {
        let world = World()
        try await world.run { client in
            let form = try await client.send(.get, "/public/opinion?town=1", ["Accept": "text/html"])
            #expect(form.status == 200)
            #expect(Markup(form.text).complaints.isEmpty, "\(Markup(form.text).complaints)")
            let stamp = try #require(form.text.firstMatch(of: /name="stamp" value="([0-9a-f]+)"/)?.1)
            func send(_ fields: [(String, String)]) async throws -> Answer {
                let body = fields.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
                return try await client.send(
                    .post, "/public/opinion",
                    ["Content-Type": Form.mediaType, "Accept": "text/html", "Sec-Fetch-Site": "same-origin"], body)
            }
            let words = [("town", "1"), ("kind", "opinion"), ("words", "<b>坑</b>"), ("unit", "1")]
            let quick = try await send(words + [("stamp", String(stamp))])
            #expect(quick.status == 422 && quick.text.contains("提交太快"))
            #expect(quick.text.contains("&lt;b&gt;坑&lt;/b&gt;"), "what was written is still there")
            let old = world.services.opinions.stamp(at: FixedClock.time.adding(seconds: -60))
            let trapped = try await send(words + [("stamp", old), ("website", "http://spam")])
            #expect(trapped.status == 422)
            let forged = try await send(words + [("stamp", String(repeating: "ab", count: 64))])
            #expect(forged.status == 422 && forged.text.contains("页面已过期"))
            let done = try await send(words + [("stamp", old)])
            #expect(done.header("Location")?.hasPrefix("/public/receipts?receipt=") == true, "\(done.text)")
            #expect(try await send(words + [("stamp", old)]).header("Location") == done.header("Location"))
            #expect(world.store.content.withLock { $0.opinions.count } == 1)
            let ancient = world.services.opinions.stamp(at: FixedClock.time.adding(seconds: -90_000))
            #expect(try await send(words + [("stamp", ancient)]).status == 422)
            let foreign = try await client.send(
                .post, "/public/opinion", ["Content-Type": Form.mediaType, "Sec-Fetch-Site": "cross-site"], "words=x")
            #expect(foreign.status == 403)
        }
    }

    @Test func theOfficeWorksWithPages() async throws {
        let world = World()
        try await world.run { client in
            _ = try await PublicTests.say(client, Self.said)
            let clerk = try await FormTests.Browser(client, "clerk")
            let page = try await clerk.get("/opinions/1")
            #expect(Markup(page.text).complaints.isEmpty, "\(Markup(page.text).complaints)")
            let empty = try await clerk.post("/opinions/1/steps", ["kind": "answered", "seen": "0", "words": " "])
            #expect(empty.status == 422 && empty.text.contains("请写明答复内容"))
            let done = try await clerk.post("/opinions/1/steps", ["kind": "answered", "seen": "0", "words": "修"])
            #expect(done.header("Location") == "/opinions/1?done=answered")
            let shown = try await clerk.post("/opinions/1/identity", ["reason": "回访"])
            #expect(shown.text.contains(Self.name) && shown.text.contains(Self.phone))
            #expect(try await !clerk.get("/opinions/1").text.contains(Self.name))
            let new = try await clerk.get("/opinions/new")
            #expect(Markup(new.text).complaints.isEmpty, "\(Markup(new.text).complaints)")
            let wrong = try await clerk.post(
                "/opinions", ["words": "漏水", "channel": "visit", "unit": "1", "phone": "12ab"])
            #expect(wrong.status == 422 && wrong.text.contains("电话只能是数字") && wrong.text.contains("漏水"))
        }
    }
}
