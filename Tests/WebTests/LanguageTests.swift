import HTTPTypes
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// Chinese first, English for whoever asks for it, and both complete.
struct LanguageTests {
    @Test(arguments: [
        ("", Language.zh), ("zh-CN,zh;q=0.9,en;q=0.8", .zh), ("en-GB,en;q=0.9", .en), ("en;q=0.4, zh;q=0.5", .zh),
        ("fr, de;q=0.5", .zh), ("en;q=0", .zh), ("*", .zh), ("EN-us", .en), (";;q=,", .zh), ("zh;q=0.2,en", .en),
    ]) func theBrowsersWishIsHeard(_ header: String, _ language: Language) {
        #expect(Language.preferred(header) == language)
    }

    @Test func theSwitchIsKeptAndLeadsBackToOurOwnPagesOnly() async throws {
        try await World().run { client in
            for (back, leads) in [
                ("/projects", "/projects"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/%5Cevil", "/"),
            ] {
                let answer = try await client.send(.get, "/language/en?back=\(back)")
                #expect(answer.status == 303 && answer.header("Location") == leads, "\(back)")
                #expect(answer.header("Set-Cookie")?.hasPrefix("liban-language=en;") == true)
            }
            let english = try await client.send(.get, "/", ["Cookie": "liban-language=en"]).text.replacing(
                "中文", with: "")
            #expect(english.contains("<html lang=\"en\">") && english.contains("Sign in") && !hasHan(english))
            #expect(try await client.send(.get, "/language/fr").status == 404)
        }
    }

    /// With data in English, a page asked for in English has no Chinese but names, the programme and the switch:
    /// every page there is, for everybody who may see it.
    @Test func pagesInEnglishAreEnglish() async throws {
        try await World().run { client in
            try await Self.work(client)
            let pages = Self.paths
            #expect(pages.count > 30)
            var seen: Set<String> = []
            for login in [
                nil, "secretary", "officer", "clerk", "director", "leader", "finance", "panel", "auditor", "admin",
                "security", "audit",
            ] {
                let token = if let login { try await client.signIn(login).token } else { "none" }
                // Open pages are the same for everybody.
                for path in pages where login == nil || !Self.open.contains(where: path.hasPrefix) {
                    let answer = try await client.send(
                        .get, path,
                        ["Cookie": "__Host-liban=\(token)", "Accept": "text/html", "Accept-Language": "en"])
                    guard answer.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
                    if answer.status == 200 { seen.insert(path) }
                    var page = answer.text
                    for known in Self.names { page.replace(known, with: "") }
                    // What the interface is sent by way of example is data.
                    if path.hasPrefix("/docs") { page.replace(/<code>\{.*\}<\/code>/, with: "") }
                    let rest = page.split(separator: "\n").filter { hasHan(String($0)) }
                    #expect(rest.isEmpty, "\(login ?? "nobody") \(path): \(rest)")
                }
            }
            // Nothing was left out because it could not be opened; a code is asked for only while signing in.
            #expect(
                Set(pages).subtracting(seen) == [
                    "/second-factor", "/p/1-2026-2", "/nothing", "/public", "/public/receipts?receipt=2222222222",
                ])
        }
    }

    /// Every address that answers with a page, from the table of routes.
    private static let paths: [String] =
        Routes.all.filter { route in
            route.method == .get
                && [
                    "/api/", "/assets/", "/language/", "/healthz", "/readyz", "/metrics", "/openapi",
                    "/sign-in/outside",
                ]
                .allSatisfy { !route.path.hasPrefix($0) }
                && [".svg", "{variant}"].allSatisfy { !route.path.hasSuffix($0) }
        }
        .map { AccessTests.path($0).replacing("{town}", with: "1").replacing("1-2026-1", with: "1-2026-2") } + [
            "/projects/1-2026-1", "/projects?view=all", "/projects?text=lamps",
            "/public/opinion?project=1-2026-2&kind=objection",
            "/public/receipts?receipt=2222222222", "/opinions/2", "/nothing",
        ] + Set(Routes.all.flatMap(\.contracts).map { OpenAPI.tag($0.path) }).map { "/docs?part=\($0)" }

    private static let open = ["/docs", "/problems", "/public", "/password-code"]

    /// A town in the middle of its work, everything written in English.
    private static func work(_ client: Client) async throws {
        let secretary = try await client.signIn("secretary")
        let lamps = """
            {"title":"Lamps","category":"人居环境","need":"Dark","channel":"visit","place":"East","requestedFen":100,\
            "quantities":[{"what":"lamp","count":8,"unit":"pieces"}],"budget":[{"what":"poles","amountFen":100}]}
            """
        for _ in 0..<2 { #expect(try await secretary.draft(lamps).status == 201) }
        let id = "1-2026-2"
        let file = try await secretary.send(
            .post, "/api/v1/projects/\(id)/files", SampleFiles.lamp, type: "image/jpeg")
        #expect(file.status == 201, "\(file.text)")
        let clerk = try await client.signIn("clerk")
        let steps: [(Client.Person, String, String)] = [
            (secretary, "submit", "{}"), (clerk, "admit", "{}"),
            (clerk, "raiseBlocker", #"{"kind":"land","words":"taken","mustAct":"clerk"}"#),
            (clerk, "consult", #"{"question":"what","participants":["A"],"meetBy":"2026-11-23"}"#),
            (clerk, "dispatch", #"{"department":"B","task":"do","by":"2026-11-25"}"#),
            (
                try await client.signIn("officer"), "verify",
                #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"needed"}"#
            ), (try await client.signIn("director"), "award", #"{"amountFen":100}"#),
        ]
        for (person, command, body) in steps {
            let answer = try await person.command(id, command, body)
            #expect(answer.status == 200, "\(command): \(answer.text)")
        }
        for body in [
            #"{"words":"dark","channel":"visit"}"#,
            #"{"words":"no","channel":"phone","name":"A","phone":"13800001234","project":"1-2026-2"}"#,
        ] { #expect(try await clerk.post("/api/v1/opinions", body).status == 201) }
        let terms = #"{"unit":1,"role":"secretary","from":1,"to":12,"on":"2026-12-01"}"#
        #expect(try await clerk.post("/api/v1/handovers", terms).status == 201)
    }

    /// What the core says in fixed forms about a light and the next step has its English, number and all.
    @Test(arguments: [
        ("超期8天", "8 days overdue"), ("审批超2天", "approval 2 days over its limit"),
        ("补正超1天", "completion 1 day over its limit"), ("11天后到期", "due in 11 days"),
        ("堵点6天未解", "blocked for 6 days"), ("今天到期", "due today"), ("3天后到期", "due in 3 days"), ("有堵点", "blocked"),
        ("会诊中", "in consultation"), ("派单超4天", "dispatch 4 days over its limit"), ("超12天办结", "completed 12 days late"),
        ("公示至12月3日", "on public notice until 3 Dec"), ("施工、申请验收", "build, then request inspection"), ("", ""),
    ]) func theCoresFixedFormsHaveTheirEnglish(_ chinese: String, _ english: String) {
        #expect(Words(.en, file: "").reason(chinese) == english)
        #expect(Words(.zh, file: "").reason(chinese) == chinese)
    }

    /// What is a name or a town's own word stays as it is.
    private static let names = [
        "张书记", "李指导", "王经办", "赵主任", "钱镇长", "孙会计", "周委员", "郑审计", "吴委员", "冯管理", "沈安全", "韩审管", "新书记", "云岭镇",
        "书记立办", "东湾村", "中文", "基层党建", "社区治理", "经济发展", "人居环境", "乡风文明建设", "群众反映最强烈的热点问题", "云书办", "东片区", "号",
    ]

    private func hasHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
