import Foundation
import HTTPTypes
import Hummingbird
import Logging
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// Every route has a rule who may call it, and the rule holds.
struct AccessTests {
    /// The routes that need no sign-in; a new one has to be added here on purpose.
    static let open: Set<String> = [
        "GET /healthz", "GET /readyz", "POST /api/v1/sessions", "GET /assets/{name}", "GET /language/{language}",
        "GET /api/v1/public/towns", "GET /api/v1/public/projects", "GET /api/v1/public/towns.csv",
        "GET /api/v1/public/projects.csv", "GET /api/v1/public/notices.csv",
        "GET /api/v1/public/projects/{id}", "GET /api/v1/public/notices", "POST /api/v1/public/opinions",
        "GET /api/v1/public/receipts/{receipt}", "GET /p/{id}", "GET /public", "GET /public/towns/{town}",
        "GET /public/towns/{town}/notices", "GET /public/projects/{id}",
        "GET /public/projects/{id}/photos/{sha}/{variant}", "GET /public/opinion", "POST /public/opinion",
        "GET /public/receipts",
        "GET /", "GET /sign-in", "POST /sign-in", "GET /sign-in/outside", "GET /sign-in/outside/callback",
        "GET /password-code", "POST /password-code", "POST /api/v1/password-codes", "GET /openapi.json", "GET /metrics",
        "GET /docs", "GET /problems/{code}",
    ]

    private static let logins: [Role: String] = [
        .secretary: "secretary", .guidanceOfficer: "officer", .clerk: "clerk", .director: "director",
        .leader: "leader", .finance: "finance", .panelMember: "panel", .auditor: "auditor", .admin: "admin",
        .securityAdmin: "security", .auditAdmin: "audit",
    ]

    /// SHA-256 of the sample PDF.
    private static let sampleFile = "79370862c6cb54e96ed3125464c11e4ce3e8b08fb5048723695b6b9e9728d701"

    private static let strangersLists = ["/api/v1/public/projects.csv", "/api/v1/public/notices.csv"]

    static func path(_ route: Route) -> String { path(route, route.path) }

    /// The address with ids that exist.
    static func path(_ route: Route, _ path: String) -> String {
        // A stream of changes ends only when it is told to; strangers have to name a town.
        let asked = path.hasSuffix("/changes") ? "?seconds=0" : strangersLists.contains(path) ? "?town=1" : ""
        return (path + asked)
            .replacingOccurrences(of: "{id}", with: path.contains("funds") ? "1" : "1-2026-1")
            .replacingOccurrences(of: "{command}", with: "submit").replacingOccurrences(of: "{person}", with: "3")
            .replacingOccurrences(of: "{name}", with: "书记立办".percentEncoded)
            .replacingOccurrences(of: "{version}", with: "1").replacingOccurrences(of: "{code}", with: "notFound")
            .replacingOccurrences(of: "{number}", with: "1").replacingOccurrences(of: "{sha}", with: sampleFile)
            .replacingOccurrences(of: "{variant}", with: "document")
    }

    @Test func theRouterServesTheTableAndNothingElse() throws {
        let router = try buildRouter(World().services, log: Logger(label: "test"))
        let served = Set(router.routes.map { "\($0.method.rawValue) \($0.path)" })
        #expect(served == Set(Routes.all.map { "\($0.method.rawValue) \($0.path)" }))
        #expect(Set(Routes.all.filter { $0.access == .open }.map { "\($0.method.rawValue) \($0.path)" }) == Self.open)
    }

    @Test func nobodyEntersWithoutASession() async throws {
        try await World().run { client in
            for route in Routes.all where route.access != .open {
                let answer = try await client.send(route.method, Self.path(route), [:], "{}")
                // Pages lead to the sign-in form.
                let isRefused =
                    answer.status == 401 || (answer.status == 303 && answer.header("Location") == "/sign-in")
                #expect(isRefused, "\(route.method) \(route.path): \(answer.status)")
            }
        }
    }

    /// Role × reading route, from the same table that the documents show.
    @Test(arguments: Role.allCases) func readingIsForThePermittedRoles(_ role: Role) async throws {
        try await World().run { client in
            try await World.seed(client)
            let person = try await client.signIn(try #require(Self.logins[role]))
            for route in Routes.all {
                guard case .read(let operation) = route.access else { continue }
                let answer = try await person.get(Self.path(route))
                let expected = operation.permitted.contains(role) ? 200 : 403
                #expect(answer.status == expected, "\(role) \(route.path): \(answer.text.prefix(200))")
            }
        }
    }

    /// Role × writing route, likewise; bodies are empty, so the permitted are told what is missing.
    @Test(arguments: Role.allCases) func writingIsForThePermittedRoles(_ role: Role) async throws {
        try await World().run { client in
            let person = try await client.signIn(try #require(Self.logins[role]))
            for route in Routes.all where route.path.hasPrefix("/api/") {
                guard case .write(let operation) = route.access else { continue }
                let answer = try await person.send(route.method, Self.path(route), "{}")
                let isRefused = answer.status == 403 && answer.code == "writeRefused"
                #expect(isRefused != operation.permitted.contains(role), "\(role) \(route.path): \(answer.text)")
            }
        }
    }

    /// Another town's ids read like ids that do not exist, in every route that takes one.
    @Test func anotherTownsProjectsDoNotExist() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            let stranger = try await client.signIn("stranger")
            for path in ["", "/commands", "/events"] {
                let other = try await stranger.get("/api/v1/projects/1-2026-1\(path)")
                #expect((other.status, other.code) == (404, "notFound"), "\(path)")
                let none = try await client.signIn("director").get("/api/v1/projects/1-2026-77\(path)")
                #expect((none.status, none.code) == (404, "notFound"), "\(path)")
            }
            let command = try await stranger.post("/api/v1/projects/1-2026-1/commands/withdraw", "{}", version: 1)
            #expect((command.status, command.code) == (404, "notFound"))
            for id in ["x", "1-2026", "1-2026-0", "-1-2026-1", "1-2026-99999999999"] {
                #expect(try await stranger.get("/api/v1/projects/\(id)").status == 404)
            }
        }
    }
}
