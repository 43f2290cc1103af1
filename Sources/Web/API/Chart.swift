import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// The town's chart in its forms.
enum Chart {
    static let drawings = ["progress", "stages", "money", "map", "board", "league"]
    static let papers = ["A0", "A1", "A2", "A3", "A4"]

    /// What a form of the chart may be asked for with.
    static func parameters(_ format: ChartFormatName) -> [Contract.Parameter] {
        switch format {
        case .svg, .png: [.year, edition, drawing]
        case .pdf: [.year, edition, drawing, paper]
        case .xlsx, .csv, .json, .text: [.year, edition]
        }
    }

    static func drawn(_ format: ChartFormatName) -> @Sendable (Call, Caller) async throws -> Response {
        { call, caller in
            let query = try Query(call.request, allowed: Set(parameters(format).map(\.name)))
            let year = try query["year"].map { _ in try query.number("year", 2000...2999, default: 0) }
            var order = ChartOrder(format)
            order.drawing = try word(query, "drawing", drawings) ?? order.drawing
            order.paper = try word(query, "paper", papers) ?? order.paper
            let office = call.services.chartOffice
            var report: ChartReport
            if query["edition"] != nil {
                let number = try query.number("edition", 1...99_999, default: 0)
                (report, order.map) = try await office.edition(
                    number, year: year ?? call.services.clock.now().civilDate.year, for: caller.person)
            } else {
                report = try await call.services.reading.chart(of: caller.person.town, year: year, for: caller.person)
                if order.drawing == "map" { order.map = try await office.map(for: caller.person) }
            }
            return try await response(report, order, call)
        }
    }

    private static func response(_ report: ChartReport, _ order: ChartOrder, _ call: Call) async throws -> Response {
        let drawn = try await call.charts.draw(report, order, call.services.drawChart)
        var response = Response(
            status: .ok, headers: [.contentType: drawn.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: drawn.bytes)))
        switch order.format {
        case .pdf, .png:
            response.headers[.contentDisposition] = "inline; filename=\"liban-chart.\(order.format.rawValue)\""
        case .xlsx, .csv:
            response.headers[.contentDisposition] = "attachment; filename=\"liban-ledger.\(order.format.rawValue)\""
        case .svg, .json, .text: break
        }
        return response
    }

    /// `/api/v1/chart/editions`: what was printed, the newest first.
    static func editions(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["year"])
        let year = try query.number("year", 2000...2999, default: call.services.clock.now().civilDate.year)
        let printed = try await call.services.chartOffice.printed(year: year, for: caller.person)
        var json = JSONWriter(capacity: 128 * printed.count)
        json.object { json in
            json.array("items", printed) { json, edition in
                json.object { json in
                    json.field("edition", edition.number)
                    json.field("asOf", edition.asOf.description)
                    json.field("printedAt", edition.printedAt.description)
                }
            }
        }
        return .json(json.bytes)
    }

    static let editionShape = Shape(
        "Edition", "印制版次", ["edition": .id, "asOf": .instant, "printedAt": .instant])

    private static let drawing = Contract.Parameter(
        "drawing", .words(drawings), "哪种图，不填为进度图", "which drawing; progress without it")
    private static let paper = Contract.Parameter("paper", .words(papers), "纸张，不填为A0", "which paper; A0 without it")
    private static let edition = Contract.Parameter(
        "edition", .integer(1...99_999), "已印制的第几版，不填为当前", "a printed edition; the chart of now without it")

    private static func word(_ query: Query, _ name: String, _ known: [String]) throws -> String? {
        guard let text = query[name] else { return nil }
        guard known.contains(text) else {
            throw Query.wrong(name, "应为\(known.joined(separator: "、"))之一", "use \(known.joined(separator: ", "))")
        }
        return text
    }
}
