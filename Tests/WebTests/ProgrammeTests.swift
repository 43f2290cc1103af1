import Foundation
import Synchronization
import Testing
import UseCases
import Workflow

@testable import Web

/// Policies over HTTP: what is read can be sent back, what cannot work is refused with everything wrong at once.
struct ProgrammeTests {
    private static let path = "/api/v1/programmes"
    private static let name = "书记立办".percentEncoded

    /// The active policy as JSON, changed by the test and written again.
    private static func sent(
        _ person: Client.Person, _ change: (inout [String: Any]) -> Void
    ) async throws -> String {
        let answer = try await person.get("\(path)/\(name)/1")
        #expect(answer.status == 200, "\(answer.text)")
        var policy = try #require(answer.json["policy"] as? [String: Any])
        change(&policy)
        return String(decoding: try JSONSerialization.data(withJSONObject: policy), as: UTF8.self)
    }

    @Test(arguments: Policy.presets) func aPolicySurvivesItsJSON(_ policy: Policy) throws {
        var json = JSONWriter()
        json.object(policy.values)
        guard case .object(let members) = try JSONReader.read(json.bytes) else {
            Issue.record("no object")
            return
        }
        #expect(try Policy(try JSONFieldReader.read(members, PolicyFields.all)) == policy)
    }

    @Test func aVersionIsAddedActivatedAndFollowed() async throws {
        try await World().run { client in
            let director = try await client.signIn("director")
            let body = try await Self.sent(director) {
                $0["version"] = 2
                $0["month"] = ["kind": "workingDays", "count": 20]
            }
            for _ in 0..<2 {
                let added = try await director.post(Self.path, body)
                #expect(added.status == 201, "\(added.text)")
                #expect(added.header("Location") == "\(Self.path)/\(Self.name)/2")
                #expect(added.json["active"] as? Bool == false)
            }
            let listed = try await director.get(Self.path).json["items"] as? [[String: Any]]
            #expect(listed?.map { $0["version"] as? Int } == [1, 2])
            let active = try await client.signIn("admin").post("\(Self.path)/\(Self.name)/2/activate", "")
            #expect((active.status, active.json["active"] as? Bool) == (200, true))
            let page = try await FormTests.Browser(client, "clerk").get("/policy").text
            #expect(page.contains("书记立办办法（第2版）") && page.contains("20个工作日"))
            let other = try await director.post(Self.path, body.replacing("20", with: "21"))
            #expect((other.status, other.code) == (409, "policyVersionFixed"))
        }
    }

    @Test func everyMistakeIsExplainedAtOnce() async throws {
        let world = World()
        try await world.run { client in
            let director = try await client.signIn("director")
            let body = try await Self.sent(director) {
                $0["version"] = 2
                $0["capFen"] = 90_000_000
                $0["noticeWorkingDays"] = 30
                $0["satisfactionPermille"] = 1200
            }
            let answer = try await director.post(Self.path, body)
            #expect((answer.status, answer.code) == (422, "policyRefused"))
            let errors = answer.json["errors"] as? [[String: Any]]
            #expect(
                errors?.map { $0["field"] as? String } == ["ladder", "noticeWorkingDays", "satisfactionPermille"])
            #expect(errors?.allSatisfy { ($0["zh"] as? String)?.isEmpty == false } == true)
            #expect(world.store.content.withLock { $0.policies.count } == 1)
        }
    }

    @Test func whatIsNoPolicyIsNamed() async throws {
        try await World().run { client in
            let director = try await client.signIn("director")
            let empty = try await director.post(Self.path, "{}")
            #expect((empty.status, empty.code) == (422, "missingField"))
            #expect((empty.json["errors"] as? [Any])?.count == 19)
            let days = try await Self.sent(director) { $0["month"] = ["kind": "days"] }
            #expect(try await director.post(Self.path, days).json["field"] as? String == "month/count")
            let paper = try await Self.sent(director) { $0["documents"] = ["submission": ["x"], "inspection": []] }
            #expect(try await director.post(Self.path, paper).code == "policyRefused")
            for wrong in ["\(Self.name)/9", "\(Self.name)/0", "x/1", "\(Self.name)/x"] {
                #expect(try await director.get("\(Self.path)/\(wrong)").status == 404, "\(wrong)")
                #expect(try await director.post("\(Self.path)/\(wrong)/activate", "").status == 404, "\(wrong)")
            }
        }
    }

    /// The read-only page says what a town still has to check, and knows old versions.
    @Test func thePageMarksWhatATownMustCheck() async throws {
        try await World().run { client in
            let page = try await FormTests.Browser(client, "secretary").get("/policy").text
            // Six settings of the preset stand in `toCheck`.
            #expect(page.components(separatedBy: "<span class=\"badge\">请按本镇办法核对").count - 1 == 6)
            #expect(page.contains("30万元以下，由主任批复；30万元以上至50万元，分管领导同意后由主任批复"))
            #expect(!page.contains("<form method=\"post\" action=\"/policy"))
            let none = try await FormTests.Browser(client, "secretary").get("/policy?programme=x&version=1")
            #expect(none.status == 404)
        }
    }
}
