import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// Role × scope × endpoint: every cell of the table that routes, roles and places make, asked over HTTP.
///
/// What is expected comes from the permission tables and from where each person works, never from an answer.
struct MatrixTests {
    /// Somebody with one role over one place, or with an office that is over.
    struct Player: Sendable, CustomTestStringConvertible {
        let login: String
        let role: Role
        /// Whether the project of unit 1 in area 1 of town 1 lies within their office.
        let covers: Bool
        let isOfTown: Bool
        let isInOffice: Bool

        var testDescription: String { login }
    }

    static let players: [Player] =
        Role.allCases.map { Player(login: "own-\($0)", role: $0, covers: true, isOfTown: true, isInOffice: true) }
        + Role.allCases.map {
            Player(login: "foreign-\($0)", role: $0, covers: false, isOfTown: false, isInOffice: true)
        }
        + Role.allCases.map { Player(login: "former-\($0)", role: $0, covers: true, isOfTown: true, isInOffice: false) }
        + [
            Player(login: "unit2-secretary", role: .secretary, covers: false, isOfTown: true, isInOffice: true),
            Player(
                login: "area2-guidanceOfficer", role: .guidanceOfficer, covers: false, isOfTown: true, isInOffice: true),
        ]

    private static func logins() -> [String: Person] {
        let (from, yesterday) = (CivilDate(dayNumber: 20_000), FixedClock.time.civilDate.adding(days: -1))
        var logins: [String: Person] = [:]
        for (number, player) in players.enumerated() {
            let scope: Scope =
                switch player.role {
                case .secretary: .unit(UnitID(player.covers || !player.isOfTown ? 1 : 2))
                case .guidanceOfficer: .area(AreaID(player.covers || !player.isOfTown ? 1 : 2))
                case _: .town
                }
            logins[player.login] = Person(
                id: PersonID(Int32(100 + number)), town: TownID(player.isOfTown ? 1 : 2), name: player.login,
                assignments: [
                    Assignment(role: player.role, scope: scope, from: from, to: player.isInOffice ? nil : yesterday)
                ])
        }
        return logins
    }

    /// A project that is there, one that is not, and one of a town that is not theirs.
    private static let targets: [(id: String, exists: Bool)] = [
        (id: "1-2026-1", exists: true), ("1-2026-4711", false), ("7-2026-1", false),
    ]

    @Test(arguments: players) func everyReadingCell(_ player: Player) async throws {
        try await World(logins: Self.logins()).run { client in
            try await World.seed(client)
            let person = try await client.signIn(player.login)
            var cells = 0
            for route in Routes.all {
                guard case .read(let operation) = route.access, route.path.hasPrefix("/api/") else { continue }
                let isPermitted = player.isInOffice && operation.permitted.contains(player.role)
                let ofProject = route.path.contains("projects/{id}")
                for target in ofProject ? Self.targets : [(id: "", exists: true)] {
                    let path = AccessTests.path(
                        route, route.path.replacing("projects/{id}", with: "projects/\(target.id)"))
                    let answer = try await person.get(path)
                    let ofTown = target.id.hasPrefix(player.isOfTown ? "1-" : "2-")
                    let expected: Set<Int> =
                        if ofProject, !ofTown { [404] } else if !isPermitted { [403] } else if !target.exists {
                            [404]
                        } else {
                            [200]
                        }
                    // The one fund there is belongs to town 1.
                    let isElsewhere = !player.isOfTown && answer.status == 404
                    #expect(
                        expected.contains(answer.status) || isElsewhere,
                        "\(player.login) \(path): \(answer.status) \(answer.text.prefix(120))")
                    cells += 1
                }
            }
            #expect(cells > 20)
        }
    }

    @Test(arguments: players) func everyCommandCell(_ player: Player) async throws {
        try await World(logins: Self.logins()).run { client in
            _ = try await client.signIn("own-clerk").draft()
            let person = try await client.signIn(player.login)
            for kind in Command.Kind.allCases where kind != .draft {
                let isPermitted = player.isInOffice && player.covers && kind.permitted.contains(player.role)
                var json = JSONWriter()
                json.object(Examples.values(kind.fields))
                let body = String(decoding: json.bytes, as: UTF8.self)
                for target in Self.targets {
                    let path = "/api/v1/projects/\(target.id)/commands/\(kind.rawValue)"
                    let headers = [
                        "Authorization": "Bearer \(person.token)", "Content-Type": "application/json", "If-Match": "*",
                        "Idempotency-Key": UUID().uuidString,
                    ]
                    let answer = try await client.send(.post, path, headers, body)
                    let place = "\(player.login) \(path): \(answer.status) \(answer.text.prefix(160))"
                    if !player.isOfTown || !target.exists {
                        #expect(answer.status == 404, "\(place)")
                    } else {
                        #expect((answer.code == "roleNotPermitted") == !isPermitted, "\(place)")
                        #expect(isPermitted || answer.status == 403, "\(place)")
                    }
                }
            }
        }
    }

    @Test(arguments: players) func everyOtherWritingCell(_ player: Player) async throws {
        try await World(logins: Self.logins()).run { client in
            let person = try await client.signIn(player.login)
            for route in Routes.all where route.path.hasPrefix("/api/") && route.method != .get {
                guard case .write(let operation) = route.access else { continue }
                let isPermitted = player.isInOffice && operation.permitted.contains(player.role)
                let headers = [
                    "Authorization": "Bearer \(person.token)", "Content-Type": "application/json", "If-Match": "*",
                    "Idempotency-Key": UUID().uuidString,
                ]
                let answer = try await client.send(route.method, AccessTests.path(route, route.path), headers, "{}")
                #expect(
                    (answer.status == 403) == !isPermitted,
                    "\(player.login) \(route.method) \(route.path): \(answer.status) \(answer.text.prefix(160))")
            }
        }
    }

    /// Drafting is for a secretary of this very unit, and for the clerk.
    @Test(arguments: players) func everyDraftingCell(_ player: Player) async throws {
        try await World(logins: Self.logins()).run { client in
            let answer = try await client.signIn(player.login).draft()
            let isPermitted =
                player.isInOffice && player.covers && Command.Kind.draft.permitted.contains(player.role)
            #expect((answer.status == 201) == isPermitted, "\(player.login): \(answer.text.prefix(160))")
            #expect(isPermitted || [403, 404, 422].contains(answer.status))
        }
    }
}
