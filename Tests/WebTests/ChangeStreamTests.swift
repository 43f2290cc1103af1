import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// Changes as they happen, each once, from where the client left off.
struct ChangeStreamTests {
    private static func events(_ text: String) -> [(id: String, project: String, event: String)] {
        text.components(separatedBy: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n")
            guard let id = lines.first(where: { $0.hasPrefix("id: ") })?.dropFirst(4),
                let data = lines.first(where: { $0.hasPrefix("data: ") })?.dropFirst(6),
                let json = try? JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
            else { return nil }
            return (String(id), json["project"] as? String ?? "", json["event"] as? String ?? "")
        }
    }

    @Test func aStreamGoesOnWhereItWasLeft() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let first = try await secretary.get("/api/v1/changes?seconds=0")
            #expect(first.header("Content-Type")?.hasPrefix("text/event-stream") == true)
            #expect(Self.events(first.text).isEmpty, "a stream begins with now")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            _ = try await secretary.command(id, "submit")
            let all = Self.events(try await secretary.get("/api/v1/changes?seconds=0&after=1-0-0-0").text)
            #expect(all.map(\.event) == ["drafted", "submitted"])
            #expect(all.allSatisfy { $0.project == id })
            let headers = ["Authorization": "Bearer \(secretary.token)", "Last-Event-ID": all[0].id]
            let rest = Self.events(try await client.send(.get, "/api/v1/changes?seconds=0", headers).text)
            #expect(rest.map(\.event) == ["submitted"])
            // What another database said is no place here.
            let foreign = try await secretary.get("/api/v1/changes?seconds=0&after=999999-1-1-1")
            #expect(foreign.text.contains("event: reset"))
            let wrong = try await secretary.get("/api/v1/changes?seconds=0&after=x")
            #expect((wrong.status, wrong.code) == (400, "malformedParameter"))
        }
    }

    @Test func anotherTownHearsNothing() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            let stranger = try await client.signIn("stranger").get("/api/v1/changes?seconds=0&after=1-0-0-0")
            #expect(stranger.status == 200 && Self.events(stranger.text).isEmpty)
            let admin = try await client.signIn("admin").get("/api/v1/changes?seconds=0")
            #expect((admin.status, admin.code) == (403, "readRefused"))
        }
    }

    @Test func streamsAreCountedAndGivenBack() throws {
        let listeners = Listeners(limit: 3)
        func person(_ id: Int32) -> Person {
            Person(id: PersonID(id), town: TownID(1), name: "", assignments: [])
        }
        var seats = try (1...3).map { try listeners.enter(person($0)) }
        #expect(throws: Problem.self) { try listeners.enter(person(4)) }
        seats.removeLast()
        #expect(listeners.open == 2)
        seats.append(try listeners.enter(person(4)))
        #expect(seats.count == listeners.open)
        let busy = Listeners(limit: 100)
        let own = try (0..<Listeners.perPerson).map { _ in try busy.enter(person(1)) }
        #expect(throws: Problem.self) { try busy.enter(person(1)) }
        #expect(own.count == busy.open)
    }
}
