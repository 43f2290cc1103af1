import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// Meetings, spot checks and cases over HTTP.
struct RegisterTests {
    private static let check = """
        {"unit":1,"heldOn":"2026-11-18","title":"路灯抽查","projects":["1-2026-1"],"problem":true,"words":"两盏不亮",\
        "rectifyBy":"2026-11-25"}
        """

    @Test func aSpotCheckIsKeptAndRechecked() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            let clerk = try await client.signIn("clerk")
            let made = try await clerk.post("/api/v1/spot-checks", Self.check, key: "k1")
            #expect(made.status == 201, "\(made.text)")
            #expect(made.header("ETag") == "\"1\"")
            #expect(try await clerk.post("/api/v1/spot-checks", Self.check, key: "k1").bytes == made.bytes)
            let other = Self.check.replacingOccurrences(of: "两盏", with: "三盏")
            #expect(try await clerk.post("/api/v1/spot-checks", other, key: "k1").code == "keyReused")
            let open = try await clerk.get("/api/v1/spot-checks?open=true&project=1-2026-1")
            #expect((open.json["items"] as? [Any])?.count == 1)
            let rechecked = Self.check.dropLast() + #","recheckedOn":"2026-11-20","recheckPassed":true}"#
            func put(_ body: String, _ version: String?) async throws -> Answer {
                var headers = [
                    "Authorization": "Bearer \(clerk.token)", "Content-Type": "application/json",
                    "Idempotency-Key": UUID().uuidString,
                ]
                headers["If-Match"] = version
                return try await client.send(.put, "/api/v1/spot-checks/1", headers, body)
            }
            #expect(try await put(String(rechecked), nil).status == 428)
            #expect(try await put(String(rechecked), "\"1\"").status == 200)
            #expect(try await put(String(rechecked), "\"1\"").status == 412)
            #expect((try await clerk.get("/api/v1/spot-checks?open=true").json["items"] as? [Any])?.isEmpty == true)
            let read = try await clerk.get("/api/v1/spot-checks/1")
            #expect(read.json["version"] as? Int == 2)
            #expect((read.json["entry"] as? [String: Any])?["words"] as? String == "两盏不亮")
        }
    }

    /// Everything wrong is said at once, with its field.
    @Test(arguments: [
        (#"{"heldOn":"2026-12-24","title":" ","problem":true}"#, ["title", "heldOn", "rectifyBy"]),
        (#"{"heldOn":"2026-11-18","title":"x","problem":false,"recheckPassed":true}"#, ["recheckedOn"]),
        (#"{"heldOn":"2026-11-18","title":"x","problem":false,"projects":["2-2026-1"]}"#, ["projects"]),
        (#"{"heldOn":"2026-11-18","title":"x","problem":false,"unit":77}"#, ["unit"]),
    ]) func aWrongEntryIsRefusedWithItsFields(body: String, fields: [String]) async throws {
        try await World().run { client in
            let answer = try await client.signIn("clerk").post("/api/v1/spot-checks", body)
            #expect((answer.status, answer.code) == (422, "registerRefused"), "\(answer.text)")
            let errors = answer.json["errors"] as? [[String: Any]] ?? []
            #expect(errors.compactMap { $0["field"] as? String } == fields)
        }
    }

    /// A secretary keeps the meetings of the own unit, not the town's; nobody else's spot checks.
    @Test func keepersStayWithinTheirOffice() async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let own = #"{"kind":"nightTalk","unit":1,"heldOn":"2026-11-18","title":"路灯"}"#
            #expect(try await secretary.post("/api/v1/meetings", own).status == 201)
            let town = #"{"kind":"nightTalk","heldOn":"2026-11-18","title":"路灯"}"#
            #expect(try await secretary.post("/api/v1/meetings", town).code == "writeRefused")
            #expect(try await client.signIn("clerk").post("/api/v1/meetings", town).status == 201)
            #expect(try await secretary.post("/api/v1/spot-checks", Self.check).code == "writeRefused")
            let stranger = try await client.signIn("stranger")
            #expect((try await stranger.get("/api/v1/meetings").json["items"] as? [Any])?.isEmpty == true)
            #expect(try await stranger.get("/api/v1/meetings/1").status == 404)
        }
    }
}
