import Testing
import Workflow

@testable import WallChart

/// Prints how long a town's chart takes. Machines differ, so nothing is asserted.
@Suite(.serialized) struct SpeedTests {
    @Test(arguments: ChartFormat.allCases) func fortyTwoRows(format: ChartFormat) throws {
        let chart = WallChart()
        let report = Town.report()
        let clock = ContinuousClock()
        _ = try chart.render(report, as: format)
        var times: [Duration] = []
        for _ in 0..<5 { times.append(try clock.measure { _ = try chart.render(report, as: format) }) }
        print("speed: 42 rows A0 \(format.rawValue): median \(times.sorted()[2])")
    }
}
