import Foundation
import Testing
import UseCases
import Workflow

@testable import Web

/// Charts are drawn rarely, a few at a time, and shown at once when something changed.
struct ChartTests {
    @Test func oneMinutesChartIsDrawnOnce() async throws {
        let world = World()
        try await world.run { client in
            let director = try await client.signIn("director")
            let first = try await director.get("/api/v1/chart.svg")
            #expect(first.status == 200)
            #expect(first.header("Content-Type") == "image/svg+xml")
            // A drawing that is opened by itself needs its own styles and font, and still may run nothing.
            #expect(first.header("Content-Security-Policy")?.contains("font-src data:") == true)
            #expect(try await director.get("/api/v1/chart.svg").bytes == first.bytes)
            #expect(world.drawings.value == 1)
            _ = try await client.signIn("secretary").draft()
            #expect(try await director.get("/api/v1/chart.svg").bytes != first.bytes)
            #expect(world.drawings.value == 2)
        }
    }

    @Test func allFormsAreServed() async throws {
        try await World().run { client in
            let director = try await client.signIn("director")
            for (path, word) in [("", "json"), (".json", "json"), (".pdf", "pdf"), (".png", "png"), (".txt", "text")] {
                let answer = try await director.get("/api/v1/chart\(path)")
                #expect(answer.text == "\(word) 0 2026-11-20T04:00:00.000000Z")
            }
            #expect(try await director.get("/api/v1/chart?year=1").status == 400)
        }
    }

    /// What was drawn may not fill the server's memory.
    @Test func whatIsTooLargeIsNotKept() async throws {
        let drawing = ChartDrawing(atOnce: 1)
        let counter = Counter()
        for size in [1, ChartDrawing.keptLimit, 1, ChartDrawing.keptLimit + 1, ChartDrawing.keptLimit + 1] {
            _ = try await drawing.draw(Self.report, size == 1 ? "svg" : "png") { _ in
                counter.add()
                return DrawnChart(bytes: [UInt8](repeating: 0, count: size), contentType: "x")
            }
        }
        // The large one drives the small one out; the third asks for the small one again and drives out the large.
        #expect(counter.value == 5)
    }

    private static let report = ChartReport(
        town: "镇", programme: "书记立办", year: 2026, asOf: FixedClock.time, checkpoint: nil, totals: ChartTotals(),
        money: FundBalance(appropriated: .zero, encumbered: .zero, disbursed: .zero, recovered: .zero, free: .zero),
        projects: [], units: [], axis: [])

    /// More drawings at once than allowed are sent away; the same one is drawn once for all who ask.
    @Test func tooManyDrawingsAtOnceAreSentAway() async throws {
        let drawing = ChartDrawing(atOnce: 1)
        let gate = DispatchSemaphore(value: 0)
        let report = Self.report
        let counter = Counter()
        @Sendable func draw(_ form: String) async throws -> [UInt8] {
            try await drawing.draw(report, form) { _ in
                counter.add()
                gate.wait()
                return DrawnChart(bytes: [1], contentType: "x")
            }.bytes
        }
        async let first = draw("pdf")
        while counter.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        async let same = draw("pdf")
        await #expect(throws: Problem.self) { try await draw("png") }
        gate.signal()
        #expect(try await first == [1])
        #expect(try await same == [1])
        #expect(counter.value == 1)
    }
}
