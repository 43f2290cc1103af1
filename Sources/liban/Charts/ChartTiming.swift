import UseCases
import WallChart
import Workflow

/// How long one report takes to draw, for the benchmark: medians of nine, in milliseconds, without reading and writing.
enum ChartTiming {
    static func line(_ report: ChartReport) throws -> String {
        let chart = WallChart(paper: .A0)
        let clock = ContinuousClock()
        var words = ["\"projects\":\(report.projects.count)"]
        for format in [ChartFormat.svg, .pdf, .png, .html, .xlsx] {
            // The first one loads fonts.
            _ = try chart.bytes(report, as: format)
            var times: [Duration] = []
            for _ in 0..<9 { times.append(try clock.measure { _ = try chart.bytes(report, as: format) }) }
            let median = times.sorted()[4] / .milliseconds(1)
            words.append("\"\(format.rawValue)\":\((median * 1000).rounded() / 1000)")
        }
        return "{\(words.joined(separator: ","))}"
    }
}
