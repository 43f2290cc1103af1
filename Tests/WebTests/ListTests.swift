import HTTPTypes
import Testing

@testable import Web

/// Lists: pages that follow each other without gap or repeat, and parameters read strictly.
struct ListTests {
    @Test func pagesFollowEachOther() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            for _ in 0..<5 { _ = try await secretary.draft() }
            var (seen, path) = ([String](), "/api/v1/projects?order=newest&limit=2")
            var pages = 0
            while pages < 10 {
                let answer = try await secretary.get(path)
                #expect(answer.status == 200)
                seen += (answer.json["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
                pages += 1
                guard let next = answer.json["next"] as? String else { break }
                path = "/api/v1/projects?order=newest&limit=2&cursor=\(next)"
            }
            #expect(pages == 3)
            #expect(seen == (1...5).map { "1-2026-\($0)" })
        }
    }

    /// Whatever answers with items alone is a list, and every list can be had as a table.
    @Test func everyListHasItsTable() {
        let tables = Set(Routes.all.map(\.path).filter { $0.hasSuffix(".csv") })
        for route in Routes.all where route.method == .get {
            guard let (_, contract) = route.contracts.first, case .json(let schema) = contract.answer.content else {
                continue
            }
            let members = Set(schema.memberNames)
            guard members == ["items"] || members == ["items", "next"] else { continue }
            #expect(tables.contains(route.path + ".csv"), "\(route.path)")
        }
        #expect(tables.count > 20)
    }

    @Test func aStateIsFiltered() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            for _ in 0..<2 { _ = try await secretary.draft() }
            _ = try await secretary.command("1-2026-1", "submit")
            let answer = try await secretary.get("/api/v1/projects?state=submitted")
            #expect((answer.json["items"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["1-2026-1"])
            #expect(answer.json["next"] is String == false)
        }
    }

    @Test func namedProjectsAreNotFilteredAsWell() async throws {
        try await World().run { client in
            let answer = try await client.signIn("secretary").get("/api/v1/projects?ids=1-2026-1&limit=2")
            #expect((answer.status, answer.code) == (422, "parametersClash"))
            #expect(answer.json["field"] as? String == "limit")
        }
    }

    @Test(arguments: [
        ("limit=0", "limit"), ("limit=201", "limit"), ("limit=x", "limit"), ("state=gone", "state"),
        ("order=size", "order"), ("unit=0", "unit"), ("area=-1", "area"), ("cursor=AAAA", "cursor"), ("page=2", "page"),
        ("limit=1&limit=2", "limit"), ("state=%E5%A5%BD", "state"), ("dueFrom=2026-2-1", "dueFrom"),
        ("light=pink", "light"), ("ids=x", "ids"), ("fields=nosuch", "fields"),
    ]) func aWrongParameterIsNamed(query: String, field: String) async throws {
        try await World().run { client in
            let answer = try await client.signIn("secretary").get("/api/v1/projects?\(query)")
            #expect((answer.status, answer.code) == (400, "malformedParameter"))
            #expect(answer.json["field"] as? String == field)
        }
    }

    /// A log is read on from where the last page ended.
    @Test func aLogIsReadInPages() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let first = try await secretary.get("/api/v1/projects/\(id)/events?limit=1")
            #expect(first.json["next"] as? Int == 1)
            let second = try await secretary.get("/api/v1/projects/\(id)/events?after=1")
            #expect((second.json["items"] as? [[String: Any]])?.compactMap { $0["sequence"] as? Int } == [2])
            #expect(second.json["next"] as? Int == nil)
        }
    }
}
