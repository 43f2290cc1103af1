import Foundation
import HTTPTypes
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// Token scope × endpoint: what a machine may do is what its person may, and no more than its token says.
struct TokenScopeTests {
    enum Machine: String, CaseIterable, Sendable {
        case read, command, administer

        var scopes: Set<TokenScope> {
            switch self {
            case .read: [.read]
            case .command: [.read, .command]
            case .administer: [.read, .command, .administer]
            }
        }
    }

    /// What a route asks of a token; nil where no token does. Said once more, route by route, so that a change shows.
    private static func needed(_ route: Route) -> TokenScope? {
        if route.path.hasPrefix("/api/v1/account/") || route.path == "/api/v1/account" { return nil }
        // A piece of a file is part of sending it, even the question where it stands.
        if route.method == .get { return route.path.contains("/uploads") ? .command : .read }
        let everyday = ["/commands/", "/files", "/uploads", "/opinions"]
        if route.path == "/api/v1/projects" || everyday.contains(where: route.path.contains) {
            // Sealed things are no everyday work.
            return route.path.hasSuffix("/identity") || route.path.hasSuffix("/original") ? .administer : .command
        }
        return .administer
    }

    @Test(arguments: Machine.allCases) func everyCell(_ machine: Machine) async throws {
        try await World().run { client in
            try await World.seed(client)
            for login in ["secretary", "director", "security"] {
                let person = try await client.signIn(login)
                let asked = #"{"name":"m","scope":"\#(machine.rawValue)","days":1,"password":"\#(World.password)"}"#
                let token = try #require(
                    try await person.post("/api/v1/account/tokens", asked).json["token"] as? String)
                var cells = 0
                for route in Routes.all where route.path.hasPrefix("/api/") {
                    // Whoever is signed in at all may see and end that.
                    if route.access == .open || route.access == .entering { continue }
                    let headers = [
                        "Authorization": "Bearer \(token)", "Content-Type": "application/json", "If-Match": "*",
                        "Idempotency-Key": UUID().uuidString,
                    ]
                    // A body that no route can use: what a token may not do is refused before it is read.
                    let body = route.method == .get ? nil : #"{"nosuchfield":1}"#
                    let answer = try await client.send(route.method, AccessTests.path(route), headers, body)
                    let place = "\(login) \(machine) \(route.method) \(route.path): \(answer.status) \(answer.text)"
                    if let needed = Self.needed(route) {
                        #expect((answer.code == "tokenScopeMissing") == !machine.scopes.contains(needed), "\(place)")
                    } else {
                        #expect((answer.status, answer.code) == (403, "sessionNeeded"), "\(place)")
                    }
                    cells += 1
                }
                #expect(cells > 100, "\(cells)")
            }
        }
    }
}
