import Foundation
import Testing

/// One project from draft to closed out over HTTP against the real server, each role with its own sign-in, and every
/// shortcut refused on the way with its code.
@Suite(.serialized) struct WholeLifeTests {
    @Test func draftToClosedOut() async throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        try await server.start()
        let town = try await DemoTown(
            server,
            logins: [
                "secretary2", "officer1", "officer2", "clerk", "director", "finance", "panel1", "panel2", "auditor",
                "admin",
            ])
        try prepareFund(town)
        let id = try await apply(town)
        try await review(town, id)
        try await approve(town, id)
        try await build(town, id)
        try await accept(town, id)
        try await close(town, id)
        try await readBack(town, id)
        #expect(try server.liban("verify").status == 0)
    }

    /// The steps below lie up to thirty days back: in January that is another year's fund.
    private func prepareFund(_ town: DemoTown) throws {
        let year = String(town.day(30).prefix(4))
        guard year != town.day(0).prefix(4) else { return }
        let opened = try town.server.liban(
            "admin", "fund", "open", "--town", "云岭镇", "--year", year, "--reason", "上年指标")
        #expect(opened.status == 0, "\(opened.err)")
        let fund = try town.server.liban(
            "admin", "fund", "appropriate", "4000000", "--town", "云岭镇", "--year", year, "--reason", "上年指标")
        #expect(fund.status == 0, "\(fund.err)")
    }

    private func apply(_ town: DemoTown) async throws -> String {
        let secretary = town.as("secretary2")
        let foreign = try await secretary.send(
            "POST", "/api/v1/projects", town.late(30, ["unit": 1, "application": DemoTown.application]))
        expect(foreign, 403, "roleNotPermitted")
        var thin = DemoTown.application
        thin["need"] = " "
        thin["place"] = ""
        let drafted = try await secretary.send(
            "POST", "/api/v1/projects", town.late(30, ["unit": 2, "application": thin]))
        #expect(drafted.status == 201, "\(drafted.json)")
        let id = try #require(drafted.json["id"] as? String)
        let missing = try await secretary.command(id, "submit", town.late(30))
        expect(missing, 422, "incomplete")
        #expect((missing.json["errors"] as? [[String: Any]])?.count == 2, "all that is missing at once")
        #expect(try await secretary.command(id, "edit", town.late(30, DemoTown.application)).status == 200)
        expect(try await secretary.command(id, "admit", town.late(30)), 403, "roleNotPermitted")
        expect(try await town.as("clerk").command(id, "admit", town.late(30)), 409, "commandNotInState")
        expect(try await secretary.command(id, "submit", ["effectiveOn": town.day(30)]), 422, "lateEntryUnexplained")
        expect(
            try await secretary.command(id, "submit", ["effectiveOn": town.day(-2)]), 422, "effectiveInFuture")
        let submitted = try await secretary.command(id, "submit", town.late(30))
        #expect(submitted.state == "submitted")
        #expect(submitted.json["dueOn"] is String)
        return id
    }

    private func review(_ town: DemoTown, _ id: String) async throws {
        let visit: [String: Any] = ["visitedOn": town.day(28), "recommended": true, "opinion": "现场属实"]
        expect(try await town.as("officer1").command(id, "verify", town.late(28, visit)), 409, "commandNotInState")
        expect(
            try await town.as("director").command(id, "award", town.late(28, ["amountFen": 8_000_000])), 409,
            "commandNotInState")
        expect(try await town.as("clerk").command(id, "admit", town.late(31)), 422, "dayOutOfOrder")
        #expect(try await town.as("clerk").command(id, "admit", town.late(29)).state == "inReview")
        // The officer of another area, and somebody of the village itself.
        expect(try await town.as("officer2").command(id, "verify", town.late(28, visit)), 403, "roleNotPermitted")
        expect(try await town.as("secretary2").command(id, "verify", town.late(28, visit)), 403, "roleNotPermitted")
        #expect(try await town.as("officer1").command(id, "verify", town.late(28, visit)).state == "inApproval")
    }

    private func approve(_ town: DemoTown, _ id: String) async throws {
        let director = town.as("director")
        expect(
            try await director.command(id, "award", town.late(27, ["amountFen": 8_000_001])), 422,
            "awardExceedsRequest")
        expect(
            try await town.as("auditor").command(id, "award", town.late(27, ["amountFen": 1])), 403, "roleNotPermitted")
        let awarded = try await director.command(id, "award", town.late(27, ["amountFen": 8_000_000]))
        #expect(awarded.state == "onNotice")
        let proof: [String: Any] = ["proof": "村务公开栏照片3张"]
        expect(
            try await town.as("clerk").command(id, "concludeNotice", town.late(26, proof)), 409, "noticeRunning")
        #expect(try await town.as("clerk").command(id, "object", town.late(25, ["words": "灯位太密"])).status == 200)
        expect(
            try await town.as("clerk").command(id, "concludeNotice", town.late(10, proof)), 409, "objectionOpen")
        let ruling: [String: Any] = ["objection": 1, "upheld": false, "reason": "间距符合规范"]
        #expect(try await director.command(id, "resolveObjection", town.late(24, ruling)).status == 200)
        #expect(
            try await town.as("clerk").command(id, "concludeNotice", town.late(10, proof)).state == "inExecution")
    }

    private func build(_ town: DemoTown, _ id: String) async throws {
        let secretary = town.as("secretary2")
        let inspection: [String: Any] = ["documents": [["kind": "afterPhoto", "name": "完工照片"]]]
        expect(try await secretary.command(id, "requestInspection", town.late(9, inspection)), 409, "startMissing")
        let start: [String: Any] = ["contractor": "甲施工队", "contractAmountFen": 8_000_000, "basis": "合同1号"]
        #expect(try await secretary.command(id, "recordStart", town.late(9, start)).status == 200)
        let blocker: [String: Any] = ["kind": "utility", "words": "配电未到位", "mustAct": "director"]
        let raised = try await secretary.command(id, "raiseBlocker", town.late(8, blocker))
        #expect(raised.json["blocker"] as? String == "配电未到位", "\(raised.json)")
        #expect(
            try await secretary.command(id, "clearBlocker", town.late(6, ["blocker": 1, "words": "已接电"])).status == 200)
        let advance: [String: Any] = ["amountFen": 4_800_001, "payee": "甲施工队", "voucher": "P1"]
        expect(try await town.as("finance").command(id, "disburse", town.late(6, advance)), 422, "advanceExceedsLimit")
        let paid: [String: Any] = ["amountFen": 2_400_000, "payee": "甲施工队", "voucher": "P1", "invoice": "F-\(id)"]
        #expect(try await town.as("finance").command(id, "disburse", town.late(6, paid)).status == 200)
        expect(
            try await secretary.command(id, "requestInspection", town.late(4, ["documents": []])), 422, "incomplete")
        #expect(
            try await secretary.command(id, "requestInspection", town.late(4, inspection)).state == "inAcceptance")
    }

    private func accept(_ town: DemoTown, _ id: String) async throws {
        func acceptance(_ panel: [Int], satisfied: Int) -> [String: Any] {
            [
                "panel": panel, "quantities": [["what": "路灯", "count": 68, "unit": "盏"]],
                "satisfaction": ["satisfied": satisfied, "basicallySatisfied": 0, "dissatisfied": 10 - satisfied],
            ]
        }
        let (one, two) = (town.id("panel1"), town.id("panel2"))
        let panel = town.as("panel1")
        expect(
            try await panel.command(id, "accept", town.late(3, acceptance([one], satisfied: 9))), 422, "panelTooSmall")
        expect(
            try await panel.command(id, "accept", town.late(3, acceptance([one, town.id("officer1")], satisfied: 9))),
            422, "panelNotIndependent")
        expect(
            try await panel.command(id, "accept", town.late(3, acceptance([one, two], satisfied: 4))), 422,
            "satisfactionBelowThreshold")
        #expect(
            try await panel.command(id, "accept", town.late(3, acceptance([one, two], satisfied: 9))).state
                == "completed")
    }

    private func close(_ town: DemoTown, _ id: String) async throws {
        let clerk = town.as("clerk")
        let finance = town.as("finance")
        let publication: [String: Any] = ["publication": "公开栏已公布结算"]
        expect(try await clerk.command(id, "closeOut", publication), 409, "notReadyToClose")
        expect(try await finance.command(id, "settle", ["actualFen": 8_000_001]), 422, "settlementExceedsAward")
        #expect(
            try await finance.command(id, "settle", ["actualFen": 7_900_000]).json["settledFen"] as? Int == 7_900_000)
        expect(try await finance.command(id, "settle", ["actualFen": 7_900_000]), 409, "settledAlready")
        let rest: [String: Any] = ["amountFen": 5_500_000, "payee": "甲施工队", "accountName": "甲施工队", "voucher": "P2"]
        var reused = rest
        reused["invoice"] = "F-\(id)"
        expect(try await finance.command(id, "disburse", reused), 422, "invoiceReused")
        var tooMuch = rest
        tooMuch["amountFen"] = 5_500_001
        expect(try await finance.command(id, "disburse", tooMuch), 422, "spendingExceedsAward")
        #expect(try await finance.command(id, "disburse", rest).json["encumberedFen"] as? Int == 0)
        let closed = try await clerk.command(id, "closeOut", publication)
        #expect(closed.state == "closedOut")
        expect(try await clerk.command(id, "comment", ["words": "再说一句"]), 409, "commandNotInState")
    }

    private func readBack(_ town: DemoTown, _ id: String) async throws {
        let events = try await town.as("auditor").get("/api/v1/projects/\(id)/events?limit=200")
        let items = try #require(events.json["items"] as? [[String: Any]])
        #expect(items.count == 18)
        #expect(items.first?["event"] as? String == "drafted" && items.last?["event"] as? String == "closedOut")
        expect(try await town.as("admin").get("/api/v1/projects/\(id)"), 403, "readRefused")
        let anonymous = LiveClient(base: town.server.base, token: "")
        expect(try await anonymous.get("/api/v1/projects/\(id)"), 401, "notSignedIn")
        let stale = try await town.as("director").send(
            "POST", "/api/v1/projects/\(id)/commands/reopen", ["reason": "补材料"], version: 3)
        expect(stale, 412, "stale")
    }

    private func expect(
        _ answer: LiveClient.Answer, _ status: Int, _ code: String, at place: SourceLocation = #_sourceLocation
    ) {
        #expect(
            answer.status == status && answer.code == code, "\(answer.status) \(answer.json)", sourceLocation: place)
    }
}
