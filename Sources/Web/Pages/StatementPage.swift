import Hummingbird
import Sheets
import UseCases
import Workflow

/// Statements and reports to read, print and take away: a fund's month and year, what is unpaid, a project.
enum StatementPage {
    struct Link {
        let href: String
        let name: String
        let current: Bool
    }

    /// The fund in one month of booking, line by line, with a jump to every other month in which something moved.
    static func month(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["month"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let day = try query.month("month") ?? fund.lastDay(today: reading.today).firstOfMonth
        let report = try await reading.month(of: fund, day, for: caller.person)
        let year = try await reading.year(of: fund, until: reading.today, for: caller.person)
        let month = report.statement.from.monthText
        let months = Set(year.months.map(\.month) + [report.statement.from]).sorted()
        let api = "/api/v1/funds/\(fund.id)"
        var content = frame(fund, call.words)
        content["hasJumps"] = true
        content["jumps"] = months.map { month in
            Link(
                href: "/funds/\(fund.id)?month=\(month.monthText)", name: month.monthText,
                current: month == report.statement.from)
        }
        content["downloads"] = [
            Link(
                href: "\(api)/reports/month?month=\(month)&format=xlsx", name: call.words("funds.monthBook"),
                current: false),
            Link(
                href: "\(api)/statement?from=\(report.statement.from)&to=\(report.statement.to)&format=csv",
                name: call.words("funds.monthCSV"), current: false),
            Link(href: "\(api)/statement?format=xlsx", name: call.words("funds.wholeBook"), current: false),
        ]
        content["sheets"] = report.sheets.map { SheetView($0, call.words) }
        return page(call, caller, call.words("funds.monthTitle", ["month": month]), content)
    }

    static func year(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["to"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let to = try query.day("to") ?? reading.today
        let report = try await reading.year(of: fund, until: to, for: caller.person)
        var content = frame(fund, call.words)
        content["downloads"] = downloads("/api/v1/funds/\(fund.id)/reports/year?to=\(to)", call.words)
        content["sheets"] = [SheetView(report.sheet, call.words)]
        return page(call, caller, call.words("funds.year"), content)
    }

    static func committed(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["on"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let day = try query.day("on") ?? fund.lastDay(today: reading.today)
        let report = try await reading.committed(of: fund, on: day, for: caller.person)
        var content = frame(fund, call.words)
        content["downloads"] = downloads("/api/v1/funds/\(fund.id)/reports/committed?on=\(day)", call.words)
        content["sheets"] = [SheetView(report.sheet, call.words)]
        return page(call, caller, call.words("funds.committed"), content)
    }

    static func project(_ call: Call, _ caller: Caller) async throws -> Response {
        _ = try Query(call.request, allowed: [])
        let id = try call.projectID()
        let statement = try await call.services.statements.project(id, for: caller.person)
        let content: [String: Any] = [
            "downloads": downloads("/api/v1/projects/\(id)/statement?", call.words),
            "sheets": statement.sheets.map { SheetView($0, call.words) },
            "others": [Link(href: "/projects/\(id)", name: call.words("funds.project"), current: false)],
        ]
        return page(call, caller, call.words("funds.projectTitle"), content)
    }

    /// What stands above every page of a fund: what is free, where the rest is, and the fund's other pages.
    private static func frame(_ fund: FundState, _ words: Words) -> [String: Any] {
        let balance = fund.balance
        return [
            "fund": FundPage.name(fund, words), "free": balance.free.yuanText,
            "capitals": words.capitals(balance.free) ?? "", "facts": FundPage.facts(balance, words),
            "others": [
                Link(href: "/funds", name: words("funds.all"), current: false),
                Link(href: "/funds/\(fund.id)", name: words("funds.month"), current: false),
                Link(href: "/funds/\(fund.id)/year", name: words("funds.year"), current: false),
                Link(href: "/funds/\(fund.id)/committed", name: words("funds.committed"), current: false),
            ],
        ]
    }

    private static func downloads(_ address: String, _ words: Words) -> [Link] {
        let address = address.hasSuffix("?") ? address : address + "&"
        return [
            Link(href: "\(address)format=xlsx", name: words("funds.book"), current: false),
            Link(href: "\(address)format=csv", name: words("funds.csv"), current: false),
        ]
    }

    private static func page(
        _ call: Call, _ caller: Caller, _ title: String, _ content: [String: Any]
    ) -> Response {
        let part: Navigation.Part = content["fund"] == nil ? .projects : .funds
        var content = content
        content["heading"] = title
        let frame = Pages.Frame(title: title, caller: caller, part: part, isWide: true)
        return .page(call.pages.render("statement", frame, call, content))
    }
}
