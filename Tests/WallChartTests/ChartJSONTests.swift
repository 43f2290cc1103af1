import Foundation
import Testing
import Workflow

@testable import WallChart

@Suite struct ChartJSONTests {
    private func parsed(_ report: ChartReport) throws -> [String: Any] {
        let bytes = try WallChart().render(report, as: .json)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func programsReadTheSameFacts() throws {
        let report = Town.report()
        let json = try parsed(report)
        #expect(json["town"] as? String == "云岭镇")
        #expect(json["asOf"] as? String == "2026-11-21T02:18:00.000000Z")
        let totals = try #require(json["totals"] as? [String: Any])
        #expect(totals["projects"] as? Int == 42)
        #expect((totals["byState"] as? [String: Int])?["办结"] == 30)
        #expect((totals["byLight"] as? [String: Int])?["超期"] == 1)
        let projects = try #require(json["projects"] as? [[String: Any]])
        let awarded = projects.compactMap { $0["awardedFen"] as? Int }.reduce(0, +)
        #expect(awarded == totals["awardedFen"] as? Int)
        let red = try #require(projects.first { $0["light"] as? String == "red" })
        #expect(red["daysLeft"] as? Int == -9)
        #expect(red["turn"] as? String == "secretary")
        #expect(red["completedOn"] is NSNull)
        #expect(red.count == 34)
        #expect(red["stageSince"] as? String == "2026-10-27")
        #expect(red["consultation"] as? String == "配电改造由谁承担")
        #expect(json["edition"] as? Int == 4)
    }

    @Test func anyTextSurvives() throws {
        var random = RandomReports(seed: 12)
        for _ in 0..<40 {
            let report = random.report(rows: 5)
            let projects = try #require(try parsed(report)["projects"] as? [[String: Any]])
            #expect(projects.compactMap { $0["title"] as? String } == report.projects.map(\.title))
            #expect(projects.map { $0["blocker"] as? String } == report.projects.map(\.blocker))
        }
    }

    @Test func keysKeepTheirOrder() throws {
        let text = String(decoding: try WallChart().render(Town.report(), as: .json), as: UTF8.self)
        #expect(text.hasPrefix("{\"town\":\"云岭镇\",\"programme\":\"书记立办\",\"year\":2026,\"asOf\":\""))
    }
}
