import Foundation
import Synchronization
import Testing
import UseCases
import Workflow

@testable import Web

/// What a project's log tells today: forecast, clocks, lateness, help, marks.
struct StandingTests {
    private static func submitted(_ client: Client, _ change: (String) -> String = { $0 }) async throws -> String {
        let secretary = try await client.signIn("secretary")
        let id = try #require(try await secretary.draft(change(World.application)).json["id"] as? String)
        #expect(try await secretary.command(id, "submit").status == 200)
        return id
    }

    @Test func theForecastStandsBesideTheDueDay() async throws {
        try await World().run { client in
            let id = try await Self.submitted(client)
            let project = try await client.signIn("clerk").get("/api/v1/projects/\(id)")
            // Thirteen working days from Friday 20 November: five stages, five days of notice, one of works.
            #expect(project.json["forecastOn"] as? String == "2026-12-09")
            #expect(project.json["willMiss"] as? Bool == false)
            #expect(project.json["pausedDays"] as? Int == 0)
            let page = try await FormTests.Browser(client, "clerk").get("/projects/\(id)").text
            #expect(page.contains("预计最早2026年12月9日办结（按各环节时限、施工至少1个工作日推算），赶得上期限。"))
            #expect(page.contains("书记立办 第1版"))
        }
    }

    /// On day 0 a month that cannot hold the works says so, on the form and on the draft.
    @Test func dayZeroWarns() async throws {
        let world = World()
        try await world.run { client in
            let browser = try await FormTests.Browser(client, "secretary")
            #expect(try await browser.get("/projects/new").text.contains("留给施工的有9个工作日"))
            var tight = Policy.secretaryActsNow
            tight.version = 2
            tight.month = .workingDays(12)
            world.store.content.withLock {
                $0.policies.append(tight)
                $0.active = (tight.programme, 2)
            }
            let page = try await browser.get("/projects/new").text
            #expect(page.contains("<p class=\"miss\">今天提交，期限到2026年12月8日"))
            #expect(page.contains("已没有施工时间，赶不上"))
        }
    }

    @Test func helpStandsWithItsNumberAndState() async throws {
        try await World().run { client in
            let id = try await Self.submitted(client)
            let clerk = try await client.signIn("clerk")
            let steps = [
                ("consult", #"{"question":"电杆占地","participants":["供电所","国土所"],"meetBy":"2026-11-23"}"#),
                ("dispatch", #"{"department":"供电所","task":"迁杆","by":"2026-11-25"}"#),
                ("dispatch", #"{"department":"水务站","task":"改管","by":"2026-11-25"}"#),
                ("signDispatch", #"{"dispatch":2,"signedBy":"老周"}"#),
                ("raiseBlocker", #"{"kind":"land","words":"占地未谈妥","mustAct":"leader"}"#),
            ]
            for (command, body) in steps {
                let answer = try await clerk.command(id, command, body)
                #expect(answer.status == 200, "\(command): \(answer.text)")
            }
            let standing = try await clerk.get("/api/v1/projects/\(id)/standing")
            #expect(standing.header("ETag")?.hasPrefix("\"7-") == true)
            #expect(standing.json["turns"] as? [String] == ["clerk", "leader", "guidanceOfficer"])
            let consultations = standing.json["consultations"] as? [[String: Any]]
            #expect(consultations?.map { $0["state"] as? String } == ["open"])
            let dispatches = standing.json["dispatches"] as? [[String: Any]]
            #expect(dispatches?.map { $0["state"] as? String } == ["open", "signed"])
            #expect(dispatches?.map { $0["number"] as? Int } == [1, 2])
            let page = try await FormTests.Browser(client, "clerk").get("/projects/\(id)").text
            for words in ["会诊1", "派单1 → 供电所", "派单2 → 水务站", "老周签收", "堵点1（用地）", "轮到党建办经办人、分管领导、党建指导员"] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }

    @Test func helpPastItsDaySaysSo() throws {
        let day = CivilDate(dayNumber: 20_000)
        func state(_ offset: Int, signed: String?, feedback: String?) throws -> HelpState {
            let json = """
                {"department":"x","task":"y","sentOn":"2024-10-01","by":"\(day)"\
                \(signed.map { ",\"signedBy\":\"\($0)\"" } ?? "")\(feedback.map { ",\"feedback\":\"\($0)\"" } ?? "")}
                """
            return try JSONDecoder().decode(DispatchRecord.self, from: Data(json.utf8))
                .state(on: day.adding(days: offset))
        }
        #expect(try state(0, signed: nil, feedback: nil) == .open)
        #expect(try state(0, signed: "a", feedback: nil) == .signed)
        #expect(try state(1, signed: "a", feedback: nil) == .overdue)
        #expect(try state(1, signed: "a", feedback: "b") == .done)
    }

    @Test func clocksAndMarksAreShown() async throws {
        try await World().run { client in
            let id = try await Self.submitted(client) {
                $0.replacing("\"need\"", with: "\"raisedOn\":\"2026-11-10\",\"emergencyOn\":\"2026-11-18\",\"need\"")
            }
            let standing = try await client.signIn("auditor").get("/api/v1/projects/\(id)/standing")
            let clocks = standing.json["clockDays"] as? [String: Any]
            #expect(clocks?["need"] as? Int == 10)
            #expect(clocks?["promise"] as? Int == 0)
            #expect(clocks?["payment"] is NSNull)
            #expect(standing.json["emergencyOn"] as? String == "2026-11-18")
            #expect((standing.json["lateDays"] as? [String: Any])?["total"] as? Int == 0)
            let page = try await FormTests.Browser(client, "auditor").get("/projects/\(id)").text
            #expect(page.contains("先抢修后补手续</span>") && page.contains("诉求（提出至办结）"))
            #expect(!page.contains("职责例外</span>"))
        }
    }

    /// Lateness is charged to somebody, and the shares are the whole.
    @Test func latenessHasAnOwner() async throws {
        let world = World()
        try await world.run { client in
            let secretary = try await client.signIn("secretary")
            let id = try #require(try await secretary.draft().json["id"] as? String)
            let late = #"{"effectiveOn":"2026-10-09","lateReason":"断网"}"#
            // The draft itself has to be as old, so it is drafted again on that day.
            let old = try await secretary.post(
                "/api/v1/projects",
                #"{"unit":1,"application":\#(World.application),"effectiveOn":"2026-10-09","lateReason":"断网"}"#)
            #expect(old.status == 201, "\(old.text)")
            let number = try #require(old.json["id"] as? String)
            #expect(number != id)
            #expect(try await secretary.command(number, "submit", late).status == 200)
            let standing = try await secretary.get("/api/v1/projects/\(number)/standing")
            let days = try #require(standing.json["lateDays"] as? [String: Any])
            let total = try #require(days["total"] as? Int)
            #expect(total == 11)
            let owners = ["office", "officer", "village", "panel"].compactMap { days[$0] as? Int }
            #expect(owners.reduce(0, +) == total)
            #expect(days["office"] as? Int == 11)
            let page = try await FormTests.Browser(client, "clerk").get("/projects/\(number)").text
            #expect(page.contains("超期11天归属") && page.contains("党建办11天"))
        }
    }

    @Test func dutyExceptionsAreOpenToSee() async throws {
        let world = World()
        world.store.content.withLock {
            $0.dutyExceptions = [
                DutyException(
                    one: .verify, other: .close, from: CivilDate(dayNumber: 20_000),
                    to: CivilDate(dayNumber: 20_001), reason: "人手不足")
            ]
        }
        try await world.run { client in
            let answer = try await client.signIn("auditor").get("/api/v1/duty-exceptions")
            let items = answer.json["items"] as? [[String: Any]]
            #expect(items?.first?["reason"] as? String == "人手不足")
            #expect(items?.first?["inForce"] as? Bool == false)
        }
    }
}
