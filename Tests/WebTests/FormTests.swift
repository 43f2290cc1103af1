import HTTPTypes
import Synchronization
import Testing
import UseCases
import Workflow

@testable import Web

/// Forms: what people type is understood, and what is refused stays in the form.
struct FormTests {
    /// A browser signed in with its cookie.
    struct Browser: Sendable {
        let client: Client
        let token: String
        /// What the browser says it prefers.
        var language = "zh-CN"

        init(_ client: Client, _ login: String) async throws {
            self.client = client
            token = try await client.signIn(login).token
        }

        func get(_ path: String, cookie: String = "x=1") async throws -> Answer {
            try await client.send(
                .get, path,
                ["Cookie": "__Host-liban=\(token); \(cookie)", "Accept": "text/html", "Accept-Language": language])
        }

        func post(_ path: String, _ fields: [String: String], form: String? = nil) async throws -> Answer {
            var fields = fields
            fields["form"] = form ?? formToken
            fields["key"] = fields["key"] ?? PlainSecrets().randomToken()
            let body = fields.sorted { $0.key < $1.key }.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
                .joined(separator: "&")
            let headers = [
                "Cookie": "__Host-liban=\(token)", "Content-Type": "application/x-www-form-urlencoded",
                "Accept": "text/html", "Sec-Fetch-Site": "same-origin",
            ]
            return try await client.send(.post, path, headers, body)
        }

        /// What `FormToken` derives from the session's secret.
        var formToken: String { Base64URL.encode(PlainSecrets().sha256(Array("form:\(token)".utf8))) }

        /// A body as it stands, for names that come more than once; the form's token is added.
        func post(_ path: String, raw body: String) async throws -> Answer {
            let headers = [
                "Cookie": "__Host-liban=\(token)", "Content-Type": "application/x-www-form-urlencoded",
                "Accept": "text/html", "Sec-Fetch-Site": "same-origin",
            ]
            let form = Self.encoded(formToken)
            return try await client.send(.post, path, headers, "form=\(form)&\(body)")
        }

        private static func encoded(_ text: String) -> String {
            text.utf8.map { byte in
                let hex = String(byte, radix: 16, uppercase: true)
                return byte == 0x20 ? "+" : "%" + (hex.count < 2 ? "0" : "") + hex
            }.joined()
        }
    }

    static let draft = [
        "unit": "1", "title": "东湾路灯", "category": "人居环境", "need": "夜里看不见路", "channel": "走访", "place": "东湾组",
        "quantities": "太阳能 路灯 ６８ 盏\r\n控制箱，2，个", "budget": "灯杆及安装 １１．３", "requested": "１１.30",
        "sources": "自筹 0", "documents": "预算表 三家 报价",
    ]

    @Test func aFormUnderstandsWhatPeopleType() async throws {
        let world = World()
        try await world.run { client in
            let browser = try await Browser(client, "secretary")
            let saved = try await browser.post("/projects", Self.draft)
            #expect(saved.status == 303)
            #expect(saved.header("Location") == "/projects/1-2026-1?done=draft")
            let application = try #require(
                world.store.content.withLock { $0.rows.values.first?.project.application })
            #expect(application.requested == Money(fen: 11_300_000))
            #expect(
                application.quantities == [
                    Quantity(what: "太阳能 路灯", count: 68, unit: "盏"), Quantity(what: "控制箱", count: 2, unit: "个"),
                ])
            #expect(application.budget == [BudgetLine(what: "灯杆及安装", amount: Money(fen: 11_300_000))])
            #expect(application.documents == [Document(kind: .budgetSheet, name: "三家 报价")])
            let submitted = try await browser.post(
                "/projects/1-2026-1/commands/submit", ["version": "1", "effectiveOn": "２０２６.11.20"])
            #expect(submitted.header("Location") == "/projects/1-2026-1?done=submit")
            let page = try await browser.get("/projects/1-2026-1?done=submit")
            #expect(page.text.contains("已办理：申报。"))
        }
    }

    /// Tapping twice sends the same key twice: one project.
    @Test func aDoubleTapMakesOneProject() async throws {
        let world = World()
        try await world.run { client in
            let browser = try await Browser(client, "secretary")
            var fields = Self.draft
            fields["key"] = "once"
            let first = try await browser.post("/projects", fields)
            let second = try await browser.post("/projects", fields)
            #expect(first.status == 303)
            #expect(second.header("Location") == first.header("Location"))
            #expect(world.store.content.withLock { $0.rows.count } == 1)
            fields["title"] = "另一件事"
            let other = try await browser.post("/projects", fields)
            #expect(other.status == 422)
        }
    }

    @Test func aRefusedFormKeepsWhatWasWritten() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let clerk = try await Browser(client, "clerk")
            let refused = try await clerk.post(
                "/projects/\(id)/commands/return", ["version": "2", "sections": "预算", "reason": " "])
            #expect(refused.status == 422)
            #expect(refused.text.contains("还缺：原因"))
            #expect(refused.text.contains(">\n预算</textarea>"))
            let stale = try await clerk.post("/projects/\(id)/commands/admit", ["version": "1"])
            #expect(stale.status == 412)
            #expect(stale.text.contains("已更新到第2版"))
            let wrong = try await clerk.post(
                "/projects/\(id)/commands/consult", ["version": "2", "meetBy": "2026-02-30", "question": "问"])
            #expect(wrong.status == 400)
            #expect(wrong.text.contains("会诊日期不是有效日期"))
        }
    }

    @Test func aFormOfAnotherSiteOrSessionIsRefused() async throws {
        try await World().run { client in
            let browser = try await Browser(client, "secretary")
            for token in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
                let answer = try await browser.post("/projects", Self.draft, form: token)
                #expect(answer.status == 403)
            }
        }
    }

    /// A project may be edited in its form without losing anything the form showed as text.
    @Test func whatAFormShowsItReadsBack() throws {
        let application = Application(
            title: "路", category: "人居环境", need: "一\n二", channel: "走访", place: "组",
            quantities: [Quantity(what: "路灯 高杆", count: 3, unit: "盏")],
            budget: [BudgetLine(what: "灯", amount: Money(fen: 123))],
            sources: [Source(kind: .labour, promised: Money(fen: 5_000_000))], requested: Money(fen: 1_130_001),
            documents: [Document(kind: .quotation, name: "甲 乙")])
        let texts = application.values.formTexts(FieldTables.application)
        let read = try FormFieldReader.read(Form(texts: texts), FieldTables.application)
        #expect(try Application(read) == application)
    }

    @Test(arguments: ["%", "%4", "%zz", "a=%ff", "a=%00"]) func aBrokenFormIsNoForm(_ body: String) {
        #expect(throws: Problem.self) { try Form(Array(body.utf8)) }
    }
}
