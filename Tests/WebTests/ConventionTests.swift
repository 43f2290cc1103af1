import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import UseCases
import Workflow

@testable import Web

/// What all routes of the interface have in common.
struct ConventionTests {
    @Test func unchangedReadsAreNotSentAgain() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            for path in [
                "/api/v1/projects/\(id)", "/api/v1/projects", "/api/v1/units", "/api/v1/projects/\(id)/events",
            ] {
                let first = try await secretary.get(path)
                let tag = try #require(first.header("ETag"))
                let headers = ["Authorization": "Bearer \(secretary.token)", "If-None-Match": "\"other\", W/\(tag)"]
                let again = try await client.send(.get, path, headers)
                #expect(again.status == 304 && again.bytes.isEmpty && again.header("ETag") == tag, "\(path)")
                #expect(again.header("Content-Security-Policy") != nil)
            }
            let old = try #require(try await secretary.get("/api/v1/projects/\(id)").header("ETag"))
            #expect(old.hasPrefix("\"1-"))
            // The very tag a read gave is taken as the version it begins with.
            let headers = [
                "Authorization": "Bearer \(secretary.token)", "Idempotency-Key": "k1", "If-Match": old,
            ]
            #expect(try await client.send(.post, "/api/v1/projects/\(id)/commands/submit", headers).status == 200)
            let changed = try await client.send(
                .get, "/api/v1/projects/\(id)", ["Authorization": "Bearer \(secretary.token)", "If-None-Match": old])
            #expect(changed.status == 200)
        }
    }

    @Test func onlyTheFieldsAskedForAreSent() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            let one = try await secretary.get("/api/v1/projects/\(id)?fields=id,title")
            #expect(Set(one.json.keys) == ["id", "title"])
            let list = try await secretary.get("/api/v1/projects?fields=id,light&limit=5")
            #expect(Set(list.json.keys) == ["items", "next"])
            let items = try #require(list.json["items"] as? [[String: Any]])
            #expect(items.count == 1 && Set(items[0].keys) == ["id", "light"])
            let wrong = try await secretary.get("/api/v1/projects?fields=id,colour")
            #expect((wrong.status, wrong.code) == (400, "malformedParameter"))
            #expect((wrong.json["detailEn"] as? String)?.contains("colour") == true)
        }
    }

    @Test func batchesAreReadInTheOrderAskedFor() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            for _ in 0..<3 { _ = try await secretary.draft() }
            let answer = try await secretary.get("/api/v1/projects?ids=1-2026-3,1-2026-99,2-2026-1,1-2026-1,1-2026-3")
            let items = try #require(answer.json["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["id"] as? String } == ["1-2026-3", "1-2026-1"])
            let many = (1...101).map { "1-2026-\($0)" }.joined(separator: ",")
            #expect(try await secretary.get("/api/v1/projects?ids=\(many)").status == 400)
            let stranger = try await client.signIn("stranger")
            let other = try await stranger.get("/api/v1/projects?ids=1-2026-1")
            #expect((other.json["items"] as? [Any])?.isEmpty == true)
        }
    }

    /// By its address or by what the client takes; all pages one behind the other; nothing that a spreadsheet runs.
    @Test func everyListIsATable() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let bad = World.application.replacingOccurrences(of: "东湾路灯", with: "=HYPERLINK(1),\\\"x\\\"")
            for _ in 0..<2 { _ = try await secretary.draft(bad) }
            let table = try await secretary.get("/api/v1/projects.csv")
            #expect(table.status == 200)
            #expect(table.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(table.header("Content-Disposition")?.contains("attachment") == true)
            #expect(Array(table.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
            let lines = table.text.components(separatedBy: "\r\n")
            #expect(lines.count == 4 && lines[3].isEmpty)
            #expect(lines[0].contains("id,version,number,title"))
            #expect(lines[1].contains("\"'=HYPERLINK(1),\"\"x\"\"\""))
            let accepted = try await client.send(
                .get, "/api/v1/projects", ["Authorization": "Bearer \(secretary.token)", "Accept": "text/csv"])
            #expect(accepted.bytes == table.bytes)
            let some = try await secretary.get("/api/v1/projects.csv?fields=id,state")
            #expect(some.text == "\u{FEFF}id,state\r\n1-2026-1,draft\r\n1-2026-2,draft\r\n")
            for route in Routes.all where route.path.hasSuffix(".csv") {
                let director = try await client.signIn("director")
                let answer = try await director.get(AccessTests.path(route, route.path))
                #expect([200, 403].contains(answer.status), "\(route.path): \(answer.text)")
            }
            // A refusal is a problem document, not half a table.
            let admin = try await client.signIn("admin").get("/api/v1/projects.csv")
            #expect((admin.status, admin.code) == (403, "readRefused"))
        }
    }

    @Test func whoAsksTooMuchIsToldWhenToComeAgain() async throws {
        var limits = RateLimits()
        limits.account = RateLimit(name: "account", burst: 5, seconds: 60)
        try await World(rates: limits).run { client in
            let secretary = try await client.signIn("secretary")
            let clerk = try await client.signIn("clerk")
            for left in stride(from: 4, through: 0, by: -1) {
                let answer = try await secretary.get("/api/v1/units")
                #expect(answer.status == 200)
                #expect(answer.header("RateLimit-Policy") == "\"account\";q=5;w=60")
                #expect(answer.header("RateLimit")?.hasPrefix("\"account\";r=\(left);t=") == true)
            }
            let refused = try await secretary.get("/api/v1/units")
            #expect((refused.status, refused.code) == (429, "tooManyRequests"))
            #expect(refused.header("Retry-After") == "12")
            #expect(try await clerk.get("/api/v1/units").status == 200, "others are not affected")
        }
    }

    @Test func clientsAreLimitedBeforeTheySignIn() async throws {
        var limits = RateLimits()
        limits.client = RateLimit(name: "client", burst: 3, seconds: 60)
        try await World(rates: limits).run { client in
            for _ in 0..<3 { #expect(try await client.send(.get, "/healthz").status == 200) }
            let refused = try await client.send(.get, "/healthz")
            #expect((refused.status, refused.code) == (429, "tooManyRequests"))
        }
    }

    @Test func bucketsFillAgainAndAreBounded() {
        let limiter = RateLimiter()
        let limit = RateLimit(name: "x", burst: 10, seconds: 10)
        let start = FixedClock.time
        for _ in 0..<10 { #expect(limiter.take(limit, "a", at: start).isAllowed) }
        #expect(!limiter.take(limit, "a", at: start).isAllowed)
        #expect(limiter.take(limit, "a", at: start.adding(seconds: 1)).isAllowed)
        #expect(!limiter.take(limit, "a", at: start.adding(seconds: 1)).isAllowed)
        for number in 0..<(RateLimiter.bucketLimit + 10) { _ = limiter.take(limit, "\(number)", at: start) }
        #expect(limiter.count <= RateLimiter.bucketLimit)
    }

    @Test func numbersForOperatorsNeedTheToken() async throws {
        try await World(metricsToken: "m-123").run { client in
            _ = try await client.send(.get, "/api/v1/units")
            for headers in [[:], ["Authorization": "Bearer another"]] {
                #expect(try await client.send(.get, "/metrics", headers).status == 404)
            }
            let answer = try await client.send(.get, "/metrics", ["Authorization": "Bearer m-123"])
            #expect(answer.status == 200)
            #expect(
                answer.text.contains(
                    "liban_request_seconds_count{method=\"GET\",route=\"/api/v1/units\",status=\"401\"} 1"))
            #expect(answer.text.contains("liban_test 7.0"))
        }
        try await World().run { client in
            let answer = try await client.send(.get, "/metrics")
            #expect(answer.status == 404)
        }
    }

    @Test func longAnswersAreCompressedForWhoeverTakesThat() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            for _ in 0..<3 { _ = try await secretary.draft() }
            let headers = ["Authorization": "Bearer \(secretary.token)", "Accept-Encoding": "br, gzip"]
            let answer = try await client.client.execute(
                uri: "/api/v1/projects", method: .get,
                headers: .init(headers.map { .init(name: .init($0.key)!, value: $0.value) })
            ) { response in (response.headers, Array(response.body.readableBytesView)) }
            #expect(answer.0[.contentEncoding] == "gzip")
            #expect(answer.0[.vary]?.contains("Accept-Encoding") == true)
            #expect(Array(answer.1.prefix(2)) == [0x1F, 0x8B])
            let plain = try await secretary.get("/api/v1/projects")
            #expect(answer.1.count < plain.bytes.count / 3)
            #expect(plain.header("Content-Encoding") == nil)
            #expect(try await secretary.get("/api/v1/units").header("Content-Encoding") == nil, "short answers are not")
            // A page beside a session's secret is never compressed; the same page for nobody is.
            let page = ["Accept": "text/html", "Accept-Encoding": "gzip"]
            for (cookie, encoding) in [
                (nil, "gzip"), ("liban-language=zh", "gzip"), ("__Host-liban=\(secretary.token)", nil),
                ("liban-language=zh; __Host-liban=x", nil),
            ] {
                let headers = cookie.map { page.merging(["Cookie": $0]) { $1 } } ?? page
                let answer = try await client.send(.get, "/docs", headers)
                #expect(answer.status == 200 && answer.header("Content-Encoding") == encoding, "\(cookie ?? "none")")
            }
        }
    }
}
