import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// Statements over HTTP: the same in JSON, as a file and on the page.
struct StatementTests {
    /// A project drafted and taken to an award of 113,000 yuan by the people of the world.
    private static func awarded(_ client: Client) async throws {
        _ = try await client.signIn("secretary").draft()
        let steps: [(String, String, String)] = [
            ("secretary", "submit", "{}"), ("clerk", "admit", "{}"),
            ("officer", "verify", #"{"visitedOn":"2026-11-20","recommended":true,"opinion":"属实"}"#),
            ("director", "award", #"{"amountFen":11300000,"conditions":"=1+1"}"#),
        ]
        for (who, command, body) in steps {
            let answer = try await client.signIn(who).command("1-2026-1", command, body)
            #expect(answer.status == 200, "\(command): \(answer.text)")
        }
    }

    @Test func jsonCSVAndWorkbookSayTheSame() async throws {
        try await World().run { client in
            try await Self.awarded(client)
            let finance = try await client.signIn("finance")
            let json = try await finance.get("/api/v1/funds/1/statement").json
            let items = try #require(json["items"] as? [[String: Any]])
            #expect(items.count == 1 && items[0]["amountFen"] as? Int == 11_300_000)
            #expect(items[0]["kind"] as? String == "encumber" && json["sumsUp"] as? Bool == true)
            #expect((json["closing"] as? [String: Any])?["encumberedFen"] as? Int == 11_300_000)
            let csv = try await finance.get("/api/v1/funds/1/statement?format=csv")
            #expect(csv.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(csv.header("Content-Disposition")?.hasPrefix("attachment; filename*=UTF-8''") == true)
            #expect(csv.text.contains("113000.00") && csv.text.contains("东湾路灯"))
            let book = try await finance.get("/api/v1/funds/1/reports/month?month=2026-11&format=xlsx")
            #expect(book.status == 200 && book.bytes.prefix(2) == [0x50, 0x4B])
            let year = try await finance.get("/api/v1/funds/1/reports/year").json
            #expect(year["sumsUp"] as? Bool == true && (year["items"] as? [Any])?.count == 1)
            let project = try await finance.get("/api/v1/projects/1-2026-1/statement").json
            #expect(project["awardedCapitals"] as? String == "壹拾壹万叁仟元整")
            #expect((project["tranches"] as? [Any])?.count == 2)
        }
    }

    @Test func thePageShowsMonthCapitalsAndDownloads() async throws {
        try await World().run { client in
            try await Self.awarded(client)
            let page = try await client.signIn("clerk").get("/funds/1?month=2026-11")
            #expect(page.status == 200)
            for words in ["资金月报（2026年11月）", "东湾路灯", "113,000.00", "大写", "format=xlsx", "相符"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let project = try await client.signIn("secretary").get("/projects/1-2026-1/statement")
            #expect(project.status == 200 && project.text.contains("批复 113,000.00（壹拾壹万叁仟元整）"))
            #expect(try await client.signIn("clerk").get("/funds/77").status == 404)
            let wrong = try await client.signIn("clerk").get("/api/v1/funds/1/reports/month?month=2026-13")
            #expect((wrong.status, wrong.code) == (400, "malformedParameter"))
        }
    }

    @Test func aBanksStatementIsComparedAndNothingIsWritten() async throws {
        try await World().run { client in
            let finance = try await client.signIn("finance")
            let csv = "交易日期,支出,收入,对方户名\n2026-11-20,5.00,,宏达\n"
            let headers = ["Authorization": "Bearer \(finance.token)", "Content-Type": "text/csv"]
            let answer = try await client.send(.post, "/api/v1/reconciliations", headers, csv)
            #expect(answer.status == 200, "\(answer.text)")
            #expect((answer.json["counts"] as? [String: Int])?["onlyAtBank"] == 1)
            #expect(answer.json["agrees"] as? Bool == false)
            let binary = try await client.send(
                .post, "/api/v1/reconciliations", headers.merging(["Content-Type": "image/png"]) { $1 }, csv)
            #expect((binary.status, binary.code) == (415, "mediaTypeUnsupported"))
            let browser = try await FormTests.Browser(client, "finance")
            let form = try await browser.get("/reconciliation").text
            #expect(form.contains("multipart/form-data") && form.contains("type=\"file\""))
            let page = try await finance.get("/reconciliation")
            #expect(page.status == 200 && page.text.contains("银行流水"))
        }
    }
}
