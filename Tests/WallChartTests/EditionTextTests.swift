import Foundation
import Testing
import Workflow

@testable import WallChart

/// Editions are kept as coded reports and have to stay readable by every later version.
@Suite struct EditionTextTests {
    @Test(arguments: 1...UInt64(40)) func aReportSurvivesItsCoding(seed: UInt64) throws {
        var random = RandomReports(seed: seed)
        let report = random.report(rows: random.number(0...9))
        let text = try JSONEncoder().encode(report)
        let again = try JSONDecoder().decode(ChartReport.self, from: text)
        #expect(again == report)
        let chart = WallChart(paper: .A3)
        #expect(try chart.render(again, as: .svg) == chart.render(report, as: .svg))
    }

    /// An edition as the first version kept it. Whatever is added to a report later has to be optional, or this fails.
    @Test func anEditionOfTheFirstVersionIsStillRead() throws {
        let report = try JSONDecoder().decode(ChartReport.self, from: Data(Self.first.utf8))
        #expect(report.edition == 3 && report.town == "云岭镇")
        #expect(report.projects.first?.light == .red)
        #expect(report.projects.first?.actual.first?.stage == .application)
        #expect(report.previous?.reds.count == 1)
        let text = String(decoding: try WallChart().render(report, as: .text), as: UTF8.self)
        #expect(text.contains("路灯更新"))
    }

    @Test func whatIsKeptOfTheFirstVersionIsWhatItWrote() throws {
        guard ProcessInfo.processInfo.environment["WALLCHART_EDITION"] != nil else { return }
        var report = Town.report()
        report.projects = Array(report.projects.filter { $0.light == .red }.prefix(1))
        report.units = Array(report.units.prefix(1))
        report.axis = Array(report.axis.prefix(2))
        report.edition = 3
        report.previous = Town.lastWeek
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private static let first = #"""
        {"asOf":1795227480000000,"axis":[{"date":"2026-03-01","isWorking":false},{"date":"2026-03-02","isWor\#
        king":true}],"checkpoint":"K7Q2-93FD","edition":3,"labels":{},"money":{"appropriated":600000000,"bro\#
        ughtForward":0,"carriedForward":0,"disbursed":302279700,"encumbered":36230000,"free":261490300,"reco\#
        vered":0,"swept":0},"previous":{"asOf":1794622680000000,"counts":{"blue":29,"green":6,"grey":1,"red"\#
        :1,"yellow":4},"edition":3,"reds":["1-2026-30"]},"programme":"书记立办","projects":[{"actual":[{"from":"\#
        2026-10-12","stage":"application","to":"2026-10-13"},{"from":"2026-10-13","stage":"review","to":"202\#
        6-10-15"},{"from":"2026-10-15","stage":"approval","to":"2026-10-27"},{"from":"2026-10-27","stage":"e\#
        xecution","to":"2026-11-21"}],"area":"东片","awarded":11950000,"blocker":"配电改造未到位","category":"群众反映最强烈\#
        的热点问题","daysLeft":-9,"disbursed":3585000,"dueOn":"2026-11-12","dueProvisional":false,"forecastMiss":\#
        false,"id":"1-2026-35","ledger":{"admittedOn":"2026-10-13","awardedOn":"2026-10-19","noticeEndsOn":"\#
        2026-10-26","origin":"走访","raisedOn":"2026-10-06","remark":"配电改造未到位","works":"云岭巷道路灯更新，共 24 处"},"lig\#
        ht":"red","lightReason":"超期9天","nextAction":"完工并申请验收","number":"云书办〔2026〕35号","officer":"指导员甲","open\#
        Consultation":"配电改造由谁承担","openDispatch":"供电所：更换配电箱","planned":[{"from":"2026-10-12","stage":"applica\#
        tion","to":"2026-10-13"},{"from":"2026-10-14","stage":"review","to":"2026-10-16"},{"from":"2026-10-1\#
        7","stage":"approval","to":"2026-10-20"},{"from":"2026-10-21","stage":"execution","to":"2026-11-05"}\#
        ,{"from":"2026-11-06","stage":"acceptance","to":"2026-11-12"}],"recordedLate":false,"requested":1195\#
        0000,"secretary":"冯秀兰","settled":0,"sources":3585000,"stageSince":"2026-10-27","state":"inExecution"\#
        ,"submittedOn":"2026-10-12","title":"云岭巷道路灯更新","turn":"secretary","turnName":"冯秀兰","unit":"云岭村"}],"t\#
        otals":{"awarded":341100000,"byLight":["grey",1,"green",10,"blue",30,"red",1],"byState":["inExecutio\#
        n",5,"completed",30,"returned",1,"inReview",2,"declined",1,"inApproval",2,"onNotice",1],"disbursed":\#
        302279700,"projects":42,"requested":417350000,"settled":294659700},"town":"云岭镇","units":[{"area":"东片\#
        ","awarded":35550000,"byLight":["red",1,"blue",2],"unit":"云岭村"}],"year":2026}
        """#
}
