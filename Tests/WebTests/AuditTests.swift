import Foundation
import HTTPTypes
import Testing
import UseCases

@testable import Web

/// The audit trail over HTTP: who may see it, what it holds, and where its requests came from.
struct AuditTests {
    @Test func aRefusalIsNotedWithItsRoute() async throws {
        let world = World()
        try await world.run { client in
            let admin = try await client.signIn("admin")
            #expect(try await admin.get("/api/v1/projects").status == 403)
            #expect(try await admin.post("/api/v1/handovers", "{}").status == 403)
        }
        let read = try #require(world.store.audited(.readRefused).first)
        #expect(read.subject == "GET /api/v1/projects" && read.result == .refused && !read.origin.request.isEmpty)
        #expect(world.store.audited(.writeRefused).map(\.subject) == ["POST /api/v1/handovers"])
    }

    @Test func searchesArePagedAndNotedOnce() async throws {
        let world = World()
        try await world.run { client in
            let admin = try await client.signIn("admin")
            for _ in 0..<5 { _ = try await admin.get("/api/v1/projects") }
            let audit = try await client.signIn("audit")
            let first = try await audit.get("/api/v1/audit?act=readRefused&limit=3")
            #expect(first.status == 200)
            let next = try #require(first.json["next"] as? String)
            let second = try await audit.get("/api/v1/audit?act=readRefused&limit=3&before=\(next)")
            func numbers(_ answer: Answer) -> [Int] {
                (answer.json["items"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? Int }
            }
            #expect(numbers(first).count == 3 && numbers(second).count == 2)
            #expect(Set(numbers(first)).isDisjoint(with: numbers(second)))
            #expect(second.json["next"] is NSNull)
            for query in ["act=x", "result=x", "person=0", "from=2026-02-30", "before=x", "limit=1000", "foo=1"] {
                let wrong = try await audit.get("/api/v1/audit?\(query)")
                #expect((wrong.status, wrong.code) == (400, "malformedParameter"), "\(query)")
            }
        }
        #expect(world.store.audited(.auditRead).map(\.detail) == ["act readRefused"])
    }

    @Test func anExportHoldsItselfAndEndsWithTheHead() async throws {
        try await World().run { client in
            let audit = try await client.signIn("audit")
            let answer = try await audit.get("/api/v1/audit/export")
            #expect(answer.status == 200)
            let lines = answer.text.split(separator: "\n")
            #expect(lines.first?.contains("\"head\":") == true)
            #expect(lines.last?.contains("\"act\":\"auditExported\"") == true)
            #expect(answer.header("Content-Disposition")?.hasPrefix("attachment;") == true)
        }
    }

    @Test func onlyATrustedProxyIsBelieved() throws {
        let trusted = try ["10.0.0.0/8", "::1", "127.0.0.1"].map { try #require(AddressRange($0)) }
        func address(_ peer: String?, _ told: String?) -> String {
            var headers = HTTPFields()
            if let told { headers[.forwardedFor] = told }
            return ClientAddress.of(headers, peer: peer, trusted)
        }
        #expect(address("203.0.113.9", "198.51.100.1") == "203.0.113.9")
        #expect(address("10.1.1.1", "198.51.100.1") == "198.51.100.1")
        #expect(address("10.1.1.1", "evil, 198.51.100.1, 10.2.2.2") == "198.51.100.1")
        #expect(address("10.1.1.1", "198.51.100.1, evil") == "10.1.1.1")
        #expect(address("::ffff:10.1.1.1", "198.51.100.1") == "198.51.100.1")
        #expect(address("10.1.1.1", nil) == "10.1.1.1")
        #expect(address(nil, "198.51.100.1") == "")
        for text in ["", "x", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "::/129", "1.2.3.4/"] {
            #expect(AddressRange(text) == nil, "\(text)")
        }
    }
}
