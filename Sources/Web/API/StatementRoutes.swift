import Hummingbird
import Sheets
import UseCases
import Workflow

/// Statements and reports: JSON, or with `format` as a CSV or a workbook to take away.
enum StatementRoutes {
    static func fund(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["from", "to", "after", "limit", "format"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let to = try query.day("to") ?? reading.today
        let from = try query.day("from")
        if let from, from > to { throw Query.wrong("from", "不能晚于to", "it lies after to") }
        let format = try query.choice("format", of: StatementFormat.self) ?? .json
        // A file is whole; only JSON comes in pages.
        let limit = format == .json ? try query.number("limit", 1...1000, default: 200) : Statements.wholeLimit
        let statement = try await reading.statement(
            of: fund, from: from, to: to, after: try query.place("after"), limit: limit, for: caller.person)
        return try format.answer(
            [statement.sheet], name: "资金明细账-\(fund.year)-\(to)", call, json: { StatementJSON.bytes(statement) })
    }

    static func month(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["month", "format"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let report = try await reading.month(
            of: fund, try query.month("month") ?? fund.lastDay(today: reading.today), for: caller.person)
        return try (try query.choice("format", of: StatementFormat.self) ?? .json).answer(
            report.sheets, name: "资金月报-\(report.statement.from.monthText)", call,
            json: { StatementJSON.bytes(report) })
    }

    static func year(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["to", "format"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let report = try await reading.year(
            of: fund, until: try query.day("to") ?? reading.today, for: caller.person)
        return try (try query.choice("format", of: StatementFormat.self) ?? .json).answer(
            [report.sheet], name: "资金年报-\(fund.year)", call, json: { StatementJSON.bytes(report) })
    }

    static func committed(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["on", "format"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let report = try await reading.committed(
            of: fund, on: try query.day("on") ?? fund.lastDay(today: reading.today), for: caller.person)
        return try (try query.choice("format", of: StatementFormat.self) ?? .json).answer(
            [report.sheet], name: "已批未付-\(report.on)", call, json: { StatementJSON.bytes(report) })
    }

    static func project(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["format"])
        let statement = try await call.services.statements.project(try call.projectID(), for: caller.person)
        return try (try query.choice("format", of: StatementFormat.self) ?? .json).answer(
            statement.sheets, name: "项目资金账-\(statement.project.id)", call,
            json: { StatementJSON.bytes(statement) })
    }
}

/// The forms a statement is given out in.
enum StatementFormat: String, CaseIterable {
    case json, csv, xlsx

    /// - Parameter sheets: all go into a workbook; a CSV is the first of them.
    func answer(_ sheets: [Sheet], name: String, _ call: Call, json: () -> [UInt8]) throws -> Response {
        switch self {
        case .json: return .json(json())
        case .csv:
            guard let first = sheets.first else { throw Problem(.notFound) }
            return .file(SheetCSV.file(first), SheetCSV.contentType, name: name + ".csv")
        case .xlsx:
            let made = call.services.clock.now()
            do {
                return .file(try SheetXLSX.file(sheets, made: made), SheetXLSX.contentType, name: name + ".xlsx")
            } catch {
                throw Problem(.unavailable, detail: "此刻写不出工作簿，请稍后再试。", detailEn: "No workbook can be written now.")
            }
        }
    }
}

extension Call {
    /// The fund named in the path. What is no number does not exist either.
    func fundID() throws -> FundID {
        guard let number = Int32(try parameter("id")), number > 0 else { throw Problem(.notFound) }
        return FundID(number)
    }
}

extension FundState {
    /// The day its statements usually end with: the last of its year, or today while that lies ahead.
    func lastDay(today: CivilDate) -> CivilDate {
        min(today, CivilDate(year: Int(year), month: 12, day: 31) ?? today)
    }
}

extension Response {
    /// A file to save under its name, which may be Chinese (RFC 8187).
    static func file(_ bytes: [UInt8], _ contentType: String, name: String) -> Response {
        var headers: HTTPFields = [.contentType: contentType]
        headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name.percentEncoded)"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Query {
    func day(_ name: String) throws -> CivilDate? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let day = CivilDate(text), day.description == text else {
            throw Self.wrong(name, "没有“\(text)”这一天，请写成2026-01-31", "there is no such day; write 2026-01-31")
        }
        return day
    }

    func month(_ name: String) throws -> CivilDate? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let day = CivilDate(month: text) else {
            throw Self.wrong(name, "没有“\(text)”这个月，请写成2026-01", "there is no such month; write 2026-01")
        }
        return day
    }

    /// A place in a statement as it was given as `next`: 2026-03-05.17.
    func place(_ name: String) throws -> StatementPlace? {
        guard let text = self[name], !text.isEmpty else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(parts[0]), let number = Int64(parts[1]), number >= 0 else {
            throw Self.wrong(name, "不是本账页给出的", "it is not one that this statement gave")
        }
        return StatementPlace(day: day, number: number)
    }
}
