import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// A screen on the wall (大屏): one sheet after the other, over the whole screen, with its age.
///
/// Without a script the browser itself goes on to the next sheet ; with one the last sheet stays while the
/// network is away, and says how old it is.
enum WallPage {
    /// One after the other, from the one chosen.
    private static let tour = ["progress", "stages", "money", "league"]

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let (report, view) = try await ChartSheets.selected(call, caller)
        let drawn = try await ChartSheets.drawn(report, view.drawing, view.sheet, call, caller)
        var next = view
        let isLast = drawn.number >= drawn.count
        if isLast { next = after(view) }
        let path = "/chart/wall?" + next.query(sheet: isLast ? 1 : drawn.number + 1)
        let words = call.words
        return .page(
            call.pages.render(
                "wall", .init(title: words("chart.wall"), caller: caller, part: .chart, scripts: ["chart.js"]), call,
                [
                    "asOf": words.time(report.asOf), "asOfSeconds": report.asOf.microseconds / 1_000_000,
                    "sheet": "/chart/sheet.svg?" + view.query(sheet: drawn.number), "next": path,
                    "page": "\(drawn.number) / \(drawn.count)", "seconds": view.seconds,
                    "town": report.town, "back": "/chart?" + view.query(),
                ]))
    }

    private static func after(_ view: ChartView) -> ChartView {
        var next = view
        let place = tour.firstIndex(of: view.drawing) ?? -1
        next.drawing = tour[(place + 1) % tour.count]
        return next
    }
}
