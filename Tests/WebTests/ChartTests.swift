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
            for (path, word) in [
                ("", "json"), (".json", "json"), (".pdf", "pdf"), (".png", "png"), (".xlsx", "xlsx"), (".csv", "csv"),
                (".txt", "text"),
            ] {
                let answer = try await director.get("/api/v1/chart\(path)")
                #expect(answer.text == "\(word) 0 2026-11-20T04:00:00.000000Z")
            }
            for wrong in ["?year=1", ".pdf?paper=A9", ".svg?drawing=poster", ".csv?paper=A3", ".png?edition=0"] {
                #expect(try await director.get("/api/v1/chart\(wrong)").status == 400, "\(wrong)")
            }
            #expect(try await director.get("/api/v1/chart.pdf?edition=1").status == 404)
        }
    }

    /// Whoever answers for the wall prints; a minute is one edition, however often the button is pressed.
    @Test func anEditionIsPrintedAndFoundAgain() async throws {
        let world = World()
        try await world.run { client in
            let clerk = try await FormTests.Browser(client, "clerk")
            let (pages, secretary) = (
                try await FormTests.Browser(client, "secretary"), try await client.signIn("secretary")
            )
            #expect(try await secretary.draft().status < 300)
            let page = try await clerk.get("/chart")
            #expect(page.text.contains("印制新一版") && page.text.contains("今年还没有印制过"))
            for _ in 1...2 {
                let answer = try await clerk.post("/chart/editions", [:])
                #expect(answer.status == 303 && answer.header("Location") == "/chart?printed=1#editions")
            }
            #expect(try await clerk.get("/chart?printed=1").text.contains("已印制第1版"))
            let list = try await secretary.get("/api/v1/chart/editions")
            #expect(list.text.contains("\"edition\":1") && list.text.components(separatedBy: "\"edition\"").count == 2)
            let printed = try await secretary.get("/api/v1/chart.pdf?edition=1&paper=A3")
            #expect(printed.status == 200)
            #expect(try await !pages.get("/chart").text.contains("印制新一版"))
            #expect(try await pages.post("/chart/editions", [:]).status == 403)
        }
    }

    /// The map is offered where the town has one.
    @Test func theMapIsADrawingOfTheTownThatHasOne() async throws {
        let world = World()
        try await world.run { client in
            let clerk = try await FormTests.Browser(client, "clerk")
            #expect(try await !clerk.get("/chart").text.contains("分布图"))
            _ = try await world.editions.addMap(picture: [], positions: [], town: TownID(1))
            #expect(try await clerk.get("/chart?drawing=map").text.contains("/chart/drawing.svg?drawing=map"))
            #expect(try await clerk.get("/chart").text.contains("分布图"))
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
