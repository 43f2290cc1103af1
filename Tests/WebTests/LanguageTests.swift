import HTTPTypes
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

    /// With data in English, a page asked for in English has no Chinese but names, the programme and the switch.
    @Test func pagesInEnglishAreEnglish() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            _ = try await secretary.draft(#"{"title":"Lamps","place":"East","category":"人居环境","requestedFen":100}"#)
            for login in ["secretary", "officer", "clerk", "director", "leader", "finance", "panel", "auditor"] {
                var browser = try await FormTests.Browser(client, login)
                browser.language = "en"
                for path in [
                    "/", "/queue", "/chart", "/overview", "/week", "/projects", "/projects/new", "/projects/1-2026-1",
                    "/handovers", "/x",
                ] {
                    var page = try await browser.get(path).text
                    for known in Self.names { page.replace(known, with: "") }
                    let rest = page.split(separator: "\n").filter { !$0.hasPrefix("<option") && hasHan(String($0)) }
                    #expect(rest.isEmpty, "\(login) \(path): \(rest)")
                }
            }
        }
    }

    /// What the core says in fixed forms about a light and the next step has its English, number and all.
    @Test(arguments: [
        ("超期8天", "8 days overdue"), ("审批超2天", "approval 2 days over its limit"),
        ("补正超1天", "completion 1 days over its limit"),
        ("堵点6天未解", "blocked for 6 days"), ("今天到期", "due today"), ("3天后到期", "due in 3 days"), ("有堵点", "blocked"),
        ("会诊中", "in consultation"), ("派单超4天", "dispatch 4 days over its limit"), ("超12天办结", "completed 12 days late"),
        ("公示至12月3日", "on public notice until 3 Dec"), ("施工、申请验收", "build, then request inspection"), ("", ""),
    ]) func theCoresFixedFormsHaveTheirEnglish(_ chinese: String, _ english: String) {
        #expect(Words(.en, file: "").reason(chinese) == english)
        #expect(Words(.zh, file: "").reason(chinese) == chinese)
    }

    /// What is a name or a town's own word stays as it is.
    private static let names = [
        "张书记", "李指导", "王经办", "赵主任", "钱镇长", "孙会计", "周委员", "郑审计", "云岭镇", "书记立办", "东湾村", "中文", "万元",
        "人居环境", "云书办", "东片区", "号",
    ]

    private func hasHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
