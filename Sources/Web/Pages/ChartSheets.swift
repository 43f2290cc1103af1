import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// The drawings behind the chart page and the wall.
enum ChartSheets {
    /// `/chart/drawing.svg`: all rows of a view on one tall sheet.
    static func drawing(_ call: Call, _ caller: Caller) async throws -> Response {
        let (report, view) = try await selected(call, caller)
        return image(try await drawn(report, view.drawing, nil, call, caller))
    }

    /// `/chart/sheet.svg`: one sheet of a view, as the wall and the printer show it.
    static func sheet(_ call: Call, _ caller: Caller) async throws -> Response {
        let (report, view) = try await selected(call, caller)
        return image(try await drawn(report, view.drawing, view.sheet, call, caller))
    }

    static func selected(_ call: Call, _ caller: Caller) async throws -> (ChartReport, ChartView) {
        let view = try ChartView(call.request)
        let report = try await call.services.reading.chart(of: caller.person.town, year: nil, for: caller.person)
        return (report.selecting(view.selection), view)
    }

    static func drawn(
        _ report: ChartReport, _ drawing: String, _ sheet: Int?, _ call: Call, _ caller: Caller
    ) async throws -> DrawnChart {
        var order = ChartOrder(.svg)
        // A screen and office paper have about the same room.
        (order.drawing, order.paper, order.sheet) = (drawing, "A3", sheet)
        if drawing == "map" { order.map = try await call.services.chartOffice.map(for: caller.person) }
        return try await call.charts.draw(report, order, call.services.drawChart)
    }

    private static func image(_ drawn: DrawnChart) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: "image/svg+xml"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: drawn.bytes)))
        // The page asks anew when something changed; a copy kept would show another minute.
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }
}
