import Foundation
import Synchronization
import Testing
import Workflow

@testable import WallChart

/// Prints how long charts take. Machines differ and are shared, so nothing but completeness is asserted.
@Suite(.serialized) struct SpeedTests {
    /// Seconds of processor time this process has used.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test(arguments: ChartFormat.allCases) func fortyTwoRows(format: ChartFormat) throws {
        let chart = WallChart()
        let report = Town.report()
        let clock = ContinuousClock()
        _ = try chart.render(report, as: format)
        var times: [Duration] = []
        let before = Self.processorTime()
        for _ in 0..<9 { times.append(try clock.measure { _ = try chart.render(report, as: format) }) }
        let used = (Self.processorTime() - before) / 9 * 1000
        let best = times.sorted()[0]
        print("speed: 42 rows A0 \(format.rawValue): best \(best), median \(times.sorted()[4]), processor \(used) ms")
    }

    /// 15,259 items over 190 towns: `WALLCHART_CITY=1 swift test -c release --filter City`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["WALLCHART_CITY"] != nil)) func cityOf190Towns() async throws
    {
        let base = Town.report().projects
        let towns = 190
        let items = 15_259
        let files = Mutex((count: 0, bytes: 0))
        let clock = ContinuousClock()
        let before = Self.processorTime()
        let time = try await clock.measure {
            try await WallChart().renderAll(towns, as: [.svg, .pdf, .xlsx], atOnce: 4) { town in
                let rows = items / towns + (town < items % towns ? 1 : 0)
                let projects = (0..<rows).map { base[$0 % base.count] }
                return Town.report(projects, town: "第\(town + 1)镇", edition: 1, previous: Town.lastWeek)
            } deliver: { _, _, bytes in
                files.withLock {
                    $0.count += 1
                    $0.bytes += bytes.count
                }
            }
        }
        let made = files.withLock { $0 }
        #expect(made.count == towns * 3)
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        print(
            "city: \(towns) towns, \(items) items, \(made.count) files, \(made.bytes / 1_000_000) MB in \(time), "
                + "processor \(Self.processorTime() - before) s, \(peak)")
    }
}
