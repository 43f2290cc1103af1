import Foundation
import Testing
import Workflow

@testable import WallChart

/// Writes the drawings to a directory for looking at: `WALLCHART_PROOFS=DIR swift test --filter Proof`.
@Suite struct ProofTests {
    static let directory = ProcessInfo.processInfo.environment["WALLCHART_PROOFS"]

    private static func many() -> ChartReport {
        var reports = RandomReports(seed: 7)
        return reports.report(rows: 130)
    }

    @Test(.enabled(if: directory != nil)) func writeProofs() throws {
        let directory = URL(filePath: try #require(Self.directory))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let reports = [
            ("town", Town.report()), ("empty", Town.report([])), ("many", Self.many()),
        ]
        for (name, report) in reports {
            for paper in [Paper.A0, .A3, .A4] {
                let chart = WallChart(paper: paper)
                for format in ChartFormat.allCases where paper == .A0 || format == .pdf {
                    let file = directory.appending(path: "\(name)-\(paper.rawValue).\(format.fileExtension)")
                    try Data(try chart.render(report, as: format)).write(to: file)
                }
            }
        }
    }
}
