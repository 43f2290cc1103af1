import Foundation
import Testing
import Workflow

@testable import WallChart

/// Writes the drawings to a directory for looking at: `WALLCHART_PROOFS=DIR swift test --filter Proof`.
@Suite struct ProofTests {
    static let directory = ProcessInfo.processInfo.environment["WALLCHART_PROOFS"]

    @Test(.enabled(if: directory != nil)) func writeProofs() throws {
        let directory = URL(filePath: try #require(Self.directory))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        var random = RandomReports(seed: 7)
        let reports = [
            ("town", Town.report()), ("empty", Town.report([])), ("many", random.report(rows: 130)),
        ]
        for (name, plain) in reports {
            for drawing in Drawing.allCases {
                var report = plain
                if drawing == .league, name == "town" { report.comparison = Town.lastWeek(report) }
                for paper in [Paper.A0, .A3, .A4] {
                    let chart = WallChart(
                        drawing: drawing, paper: paper, map: try TownMaps.map(report),
                        address: "https://liban.example/c/K7Q2",
                        projectCodes: true, link: { "https://liban.example/p/\($0)" })
                    for format in ChartFormat.allCases where paper == .A0 && drawing == .progress || format == .pdf {
                        let file = directory.appending(
                            path: "\(name)-\(drawing.rawValue)-\(paper.rawValue).\(format.fileExtension)")
                        try Data(try chart.render(report, as: format)).write(to: file)
                    }
                }
            }
        }
        for tile in [Paper.A3, .A4] {
            let chart = WallChart(tiledOn: tile)
            try Data(try chart.render(Town.report(), as: .pdf))
                .write(to: directory.appending(path: "tiles-\(tile.rawValue).pdf"))
        }
        let unit = WallChart(drawing: .board, paper: .A3, address: "https://liban.example/u/3")
        try Data(try unit.render(Town.report().sheet(of: "云岭村"), as: .pdf)).write(
            to: directory.appending(path: "unit.pdf"))
    }
}
