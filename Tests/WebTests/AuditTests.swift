import Foundation
import HTTPTypes
import Synchronization
import Testing
import UseCases
import Workflow

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

    /// Reading a statement is no export; taking it away as a file is.
    @Test func whatLeavesAsAFileIsNoted() async throws {
        let world = World()
        try await world.run { client in
            let finance = try await client.signIn("finance")
            #expect(try await finance.get("/api/v1/funds/1/statement").status == 200)
            #expect(world.store.audited(.export).isEmpty)
            #expect(try await finance.get("/api/v1/funds/1/statement?format=csv").status == 200)
            // A list as a table is one too, by its address or by what is asked for; what is public is none.
            #expect(try await finance.get("/api/v1/projects").status == 200)
            #expect(try await finance.get("/api/v1/projects.csv").status == 200)
            let headers = ["Authorization": "Bearer \(finance.token)", "Accept": "text/csv"]
            #expect(try await client.send(.get, "/api/v1/funds", headers).status == 200)
            #expect(try await client.send(.get, "/api/v1/public/projects.csv?town=1").status == 200)
        }
        #expect(
            world.store.audited(.export).map(\.subject) == [
                "/api/v1/funds/1/statement", "/api/v1/projects.csv", "/api/v1/funds",
            ])
    }

    @Test func signInsAreNotedBothWays() async throws {
        let world = World()
        try await world.run { client in
            _ = try await client.signIn("clerk")
            for login in ["clerk", "nobody"] {
                let body = #"{"login":"\#(login)","password":"wrong"}"#
                _ = try await client.send(.post, "/api/v1/sessions", ["Content-Type": "application/json"], body)
            }
        }
        let entries = world.store.audited(.signIn)
        #expect(entries.map(\.result) == [.done, .refused, .refused])
        #expect(entries.map { $0.person?.raw } == [3, 3, nil])
        #expect(entries.map(\.detail) == ["", "password", "password"])
    }

    /// Neither a password typed as a login nor a second line forged into a subject.
    @Test func nothingSecretEntersTheTrail() async throws {
        let world = World()
        try await world.run { client in
            let body = #"{"login":"my-Secret-9","password":"my-Secret-8"}"#
            _ = try await client.send(.post, "/api/v1/sessions", ["Content-Type": "application/json"], body)
            let admin = try await client.signIn("admin")
            _ = try await admin.get("/api/v1/projects?state=%0Aforged")
        }
        let all = world.store.content.withLock { $0.audit }
        #expect(!all.contains { "\($0)".contains("my-Secret") || "\($0)".contains(World.password) })
        let forged = AuditEntry(
            town: TownID(1), person: nil, act: .export, result: .done, subject: "a\nb\u{0}c",
            detail: String(repeating: "x", count: 9999), origin: .current, at: FixedClock.time)
        #expect(forged.subject == "a b c" && forged.detail.count == 500)
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
