import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// The town's chart in its forms.
enum Chart {
    static func drawn(_ format: ChartFormatName) -> @Sendable (Call, Caller) async throws -> Response {
        { call, caller in
            let query = try Query(call.request, allowed: ["year"])
            let year = try query["year"].map { _ in try query.number("year", 2000...2999, default: 0) }
            let report = try await call.services.reading.chart(
                of: caller.person.town, year: year, for: caller.person)
            let drawn = try await call.charts.draw(report, format.rawValue) { [draw = call.services.drawChart] in
                try draw($0, format)
            }
            var response = Response(
                status: .ok, headers: [.contentType: drawn.contentType],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: drawn.bytes)))
            switch format {
            case .pdf, .png:
                response.headers[.contentDisposition] = "inline; filename=\"liban-chart.\(format.rawValue)\""
            case .svg, .json, .text: break
            }
            return response
        }
    }
}
